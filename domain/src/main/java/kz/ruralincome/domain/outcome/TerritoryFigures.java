package kz.ruralincome.domain.outcome;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * Figures that lists give for a territory as a whole, as they stood at one moment for one window.
 *
 * @param plans per indicator code and unit: the plan of the window's year that was decided last
 * @param registered per unit: requests under individual rehabilitation programmes
 * @param satisfied per unit: those of them that were met
 * @param peers per indicator code and region: what is published of that very day
 */
record TerritoryFigures(
        Map<String, Map<Integer, BigDecimal>> plans,
        Map<Integer, BigDecimal> registered,
        Map<Integer, BigDecimal> satisfied,
        Map<String, Map<Integer, BigDecimal>> peers) {

    Optional<BigDecimal> plan(Indicator indicator, Place place) {
        return place.given(plans.getOrDefault(indicator.code(), Map.of()));
    }

    Optional<BigDecimal> rehabilitation(Indicator indicator, Place place) {
        return place.given(indicator == Indicator.REHABILITATION_REGISTERED ? registered : satisfied);
    }

    Map<Integer, BigDecimal> peers(Indicator indicator) {
        return peers.getOrDefault(indicator.code(), Map.of());
    }
}
