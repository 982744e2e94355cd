package kz.ruralincome.domain.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.outcome.Indicator;
import kz.ruralincome.domain.territory.TerritoryUnit;

/**
 * A printed figure that is another one by what is known now.
 *
 * @param place a KATO code, {@code outside} or {@code none}; empty: the whole
 * @param unit the place, where it is a unit
 * @param lists of those that the figure rests on, the ones that came in since it was printed
 * @param otherRules the definitions have changed since
 */
public record Restatement(
        String place,
        Optional<TerritoryUnit> unit,
        Indicator indicator,
        Optional<BigDecimal> printed,
        Optional<BigDecimal> now,
        List<String> lists,
        boolean otherRules) {}
