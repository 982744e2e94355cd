package kz.ruralincome.domain.outcome;

import java.util.Optional;
import kz.ruralincome.domain.territory.TerritoryUnit;

/**
 * The registrations of one part of a territory, by where people lived on the day.
 *
 * @param kato the code of the unit, or {@code outside} or {@code none}
 * @param unit empty for these two
 */
public record RegistrationPart(String kato, Optional<TerritoryUnit> unit, RegistrationCounts counts) {}
