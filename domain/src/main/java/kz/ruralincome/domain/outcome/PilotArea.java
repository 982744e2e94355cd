package kz.ruralincome.domain.outcome;

import java.time.LocalDate;
import java.util.Optional;
import kz.ruralincome.domain.territory.TerritoryUnit;

/** A unit that belongs to the pilot on the day asked. */
public record PilotArea(TerritoryUnit unit, LocalDate since, Optional<String> stage) {}
