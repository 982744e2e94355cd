package kz.ruralincome.domain.outcome;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import kz.ruralincome.domain.shared.SmallCellLimit;

/**
 * One indicator of one place beside the year before and the plan.
 *
 * @param reason why the value is missing, or what must be known beside it; see {@link Reason}
 * @param rank the place of the region among its peers
 * @param coversTo the earliest day up to which the lists that it rests on are declared complete
 */
public record IndicatorLine(
        Indicator indicator,
        Optional<BigDecimal> value,
        Optional<BigDecimal> previous,
        Optional<BigDecimal> plan,
        Optional<String> reason,
        Optional<Integer> rank,
        Optional<LocalDate> coversTo) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Value less previous. */
    public Optional<BigDecimal> change() {
        return value.flatMap(now -> previous.map(now::subtract));
    }

    /** The change in percent of the value before, one decimal; empty when that was 0 or is not known. */
    public Optional<BigDecimal> changePercent() {
        return change().flatMap(change -> previous.flatMap(base -> percent(change, base)));
    }

    /** The value in percent of the plan, one decimal. */
    public Optional<BigDecimal> planPercent() {
        return value.flatMap(now -> plan.flatMap(base -> percent(now, base)));
    }

    private static Optional<BigDecimal> percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? Optional.empty()
                : Optional.of(part.multiply(HUNDRED).divide(whole, 1, HALF_UP));
    }

    /** The line for those who may see no persons: small groups of them are withheld. */
    IndicatorLine withoutSmallCells(SmallCellLimit limit) {
        return without(isSmall(value, limit), isSmall(previous, limit));
    }

    /** The line with one or both of its counts withheld, and what follows from them. */
    public IndicatorLine without(boolean hidesValue, boolean hidesPrevious) {
        if (!isProtected() || !hidesValue && !hidesPrevious) {
            return this;
        }
        return new IndicatorLine(
                indicator,
                value.filter(count -> !hidesValue),
                previous.filter(count -> !hidesPrevious),
                plan,
                Optional.of(Reason.SMALL_CELL),
                rank,
                coversTo);
    }

    /** Whether it counts persons or what is somebody's, of whom small groups are protected. */
    boolean isProtected() {
        return indicator.unit().isProtected();
    }

    private static boolean isSmall(Optional<BigDecimal> count, SmallCellLimit limit) {
        return count.filter(number -> limit.isSmall(number.longValue())).isPresent();
    }
}
