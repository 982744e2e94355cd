package kz.ruralincome.domain.outcome;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * Whom a figure counts: by the units in which they live, or those of whom it is not known where.
 *
 * @param units which units are in it
 * @param countsEverywhere whether all are, so that none needs to be asked
 * @param countsNowhere whether those are in it of whom it is not known where they live
 * @param territory whose own plan and figures hold for it
 * @param children the units right below a unit
 */
record Place(
        IntPredicate units,
        boolean countsEverywhere,
        boolean countsNowhere,
        Optional<Integer> territory,
        IntFunction<? extends Collection<Integer>> children) {

    /** Everyone in the register; plans and given figures are those of the territory that is served. */
    static Place everywhere(int served, IntFunction<? extends Collection<Integer>> children) {
        return new Place(unit -> true, true, true, Optional.of(served), children);
    }

    /** Those of whom it is not known where they live. */
    static Place nowhere() {
        return of(unit -> false, true);
    }

    /** A territory with all that lies in it. */
    static Place territory(int territory, IntPredicate within, IntFunction<? extends Collection<Integer>> children) {
        return new Place(within, false, false, Optional.of(territory), children);
    }

    /** Some units, without a plan or a given figure of their own. */
    static Place units(IntPredicate units) {
        return of(units, false);
    }

    private static Place of(IntPredicate units, boolean nowhere) {
        return new Place(units, false, nowhere, Optional.empty(), unit -> java.util.List.<Integer>of());
    }

    boolean contains(int unit) {
        return units.test(unit);
    }

    /** The own row of the territory; where it has none, the sum of its children's, when all have one. */
    Optional<BigDecimal> given(Map<Integer, BigDecimal> rows) {
        return rows.isEmpty() ? Optional.empty() : territory.flatMap(unit -> given(unit, rows));
    }

    private Optional<BigDecimal> given(int unit, Map<Integer, BigDecimal> rows) {
        BigDecimal own = rows.get(unit);
        if (own != null) {
            return Optional.of(own);
        }
        Collection<Integer> below = children.apply(unit);
        if (below.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int child : below) {
            var part = given(child, rows);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(part.get());
        }
        return Optional.of(sum);
    }
}
