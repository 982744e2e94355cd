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
 * @param behind how many stand behind the value, if it counts others or nobody: {@link Ledger#behind}
 * @param behindBefore the same of the year before
 */
public record IndicatorLine(
        Indicator indicator,
        Optional<BigDecimal> value,
        Optional<BigDecimal> previous,
        Optional<BigDecimal> plan,
        Optional<String> reason,
        Optional<Integer> rank,
        Optional<LocalDate> coversTo,
        Optional<Long> behind,
        Optional<Long> behindBefore) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** A figure that counts those behind it, or nobody. */
    public IndicatorLine(
            Indicator indicator,
            Optional<BigDecimal> value,
            Optional<BigDecimal> previous,
            Optional<BigDecimal> plan,
            Optional<String> reason,
            Optional<Integer> rank,
            Optional<LocalDate> coversTo) {
        this(indicator, value, previous, plan, reason, rank, coversTo, Optional.empty(), Optional.empty());
    }

    /**
     * The people behind a figure.
     *
     * @param count how many there are; of loans, how many of those; of incomes, how many households
     * @param isSmall whether it must not be told of a territory below the region
     */
    public record Group(long count, boolean isSmall) {}

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

    /** What is kept of it. */
    SnapshotLine.Side kept() {
        return new SnapshotLine.Side(value, reason, behind);
    }

    /** The line for those who may see no persons: small groups of them are withheld. */
    IndicatorLine withoutSmallCells(SmallCellLimit limit) {
        return without(
                group(limit).filter(Group::isSmall).isPresent(),
                groupBefore(limit).filter(Group::isSmall).isPresent());
    }

    /** Who stands behind the value; empty: nobody of whom small groups are protected. */
    public Optional<Group> group(SmallCellLimit limit) {
        return value.flatMap(figure -> group(indicator, figure, behind, limit));
    }

    /** The same of the year before. */
    public Optional<Group> groupBefore(SmallCellLimit limit) {
        return previous.flatMap(figure -> group(indicator, figure, behindBefore, limit));
    }

    /**
     * Of loans a sum over few borrowers tells what some of them owe, as does how many they have, and a mean over few households
     * what they earn. Where all borrowers are counted elsewhere, by an earlier loan, there may be some loans and none of them.
     */
    static Optional<Group> group(Indicator indicator, BigDecimal figure, Optional<Long> others, SmallCellLimit limit) {
        if (others.isEmpty()) {
            return Optional.of(figure)
                    .filter(count -> indicator.unit().isProtected())
                    .map(BigDecimal::longValueExact)
                    .map(count -> new Group(count, limit.isSmall(count)));
        }
        return others.map(few -> new Group(
                indicator == Indicator.CREDIT_LOANS ? figure.longValueExact() : few,
                (figure.signum() != 0 || few != 0) && few <= limit.largest()));
    }

    /** The line with one or both of its counts withheld, and what follows from them. */
    public IndicatorLine without(boolean hidesValue, boolean hidesPrevious) {
        if (!hidesValue && !hidesPrevious) {
            return this;
        }
        return new IndicatorLine(
                indicator,
                value.filter(count -> !hidesValue),
                previous.filter(count -> !hidesPrevious),
                plan,
                Optional.of(Reason.SMALL_CELL),
                rank,
                coversTo,
                behind,
                behindBefore);
    }
}
