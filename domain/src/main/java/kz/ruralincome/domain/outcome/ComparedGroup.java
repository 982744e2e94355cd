package kz.ruralincome.domain.outcome;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One of the groups with its figures.
 *
 * @param withheld figures that the caller may not see
 */
public record ComparedGroup(Side side, Map<ComparisonFigure, Long> counts, Set<ComparisonFigure> withheld) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Which of the groups. */
    public enum Side {
        /** In the pilot: in one of its okrugs, or enrolled. */
        PILOT,
        OTHERS,
        /** It is not known in which okrug they live, but one of those that it may be is in the pilot. */
        UNTOLD
    }

    /** How many; empty: withheld. */
    public Optional<Long> count(ComparisonFigure figure) {
        return withheld.contains(figure) ? Optional.empty() : Optional.of(counts.getOrDefault(figure, 0L));
    }

    /** In percent of the base of the figure, one decimal; empty: it has none, nobody is in it, or it is withheld. */
    public Optional<BigDecimal> percent(ComparisonFigure figure) {
        return figure.base().flatMap(this::count).filter(base -> base > 0).flatMap(base -> count(figure)
                .map(part -> BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(base), 1, HALF_UP)));
    }

    boolean isEmpty() {
        return counts.values().stream().allMatch(count -> count == 0);
    }
}
