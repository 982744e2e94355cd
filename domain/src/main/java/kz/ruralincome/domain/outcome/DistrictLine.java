package kz.ruralincome.domain.outcome;

import java.util.Optional;
import kz.ruralincome.domain.territory.TerritoryUnit;

/**
 * An indicator of one part of a territory.
 *
 * @param kato the code of the unit, or {@code outside} or {@code none}
 * @param unit empty for these two
 */
public record DistrictLine(String kato, Optional<TerritoryUnit> unit, IndicatorLine line) {

    /** Those who live outside the territory that is served. */
    public static final String OUTSIDE = "outside";
}
