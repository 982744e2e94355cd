package kz.ruralincome.domain.outcome;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.territory.TerritoryUnit;

/**
 * What was planned for one territory beside what became of it.
 *
 * @param unit empty: everyone
 * @param plan empty: there is none, or not for all of the parts whose sum it would be
 * @param fact what the plan is held against
 * @param decisions of the territory itself, the latest first: the first of them holds; none: the plan is the sum of the
 *     parts'
 */
public record PlanLine(
        Optional<TerritoryUnit> unit, Optional<BigDecimal> plan, IndicatorLine fact, List<PlanDecision> decisions) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The fact in percent of the plan, one decimal. */
    public Optional<BigDecimal> percent() {
        return fact.value().flatMap(value -> plan.filter(base -> base.signum() != 0)
                .map(base -> value.multiply(HUNDRED).divide(base, 1, HALF_UP)));
    }

    /** The fact less the plan. */
    public Optional<BigDecimal> difference() {
        return fact.value().flatMap(value -> plan.map(value::subtract));
    }
}
