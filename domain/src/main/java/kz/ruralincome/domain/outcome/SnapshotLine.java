package kz.ruralincome.domain.outcome;

import java.math.BigDecimal;
import java.util.Optional;
import kz.ruralincome.domain.outcome.IndicatorLine.Group;
import kz.ruralincome.domain.shared.SmallCellLimit;

/**
 * A figure as it was kept, beside what is known of it now.
 *
 * @param now the same by what is known now
 */
public record SnapshotLine(Indicator indicator, Side kept, Side now) {

    /**
     * One of the two.
     *
     * @param reason why the value is missing, or what must be known beside it
     * @param behind how many stand behind the value, if it counts others: {@link Ledger#behind}; not kept of early months
     */
    public record Side(Optional<BigDecimal> value, Optional<String> reason, Optional<Long> behind) {

        private Side withheld() {
            return new Side(Optional.empty(), Optional.of(Reason.SMALL_CELL), behind);
        }

        /** Who stands behind the value; where that was not kept it may be few. */
        private Optional<Group> group(Indicator indicator, SmallCellLimit limit) {
            return behind.isEmpty() && Ledger.countedBehind(indicator).isPresent()
                    ? value.map(figure -> new Group(0, figure.signum() != 0))
                    : value.flatMap(figure -> IndicatorLine.group(indicator, figure, behind, limit));
        }
    }

    /** Whether it is another figure now; also where one of the two is withheld. */
    public boolean isRestated() {
        return kept.value().isPresent() != now.value().isPresent()
                || kept.value().isPresent()
                        && kept.value().get().compareTo(now.value().get()) != 0;
    }

    /** Who stands behind the kept value; empty: nobody of whom small groups are protected. */
    Optional<Group> group(SmallCellLimit limit) {
        return kept.group(indicator, limit);
    }

    /** The same of the value of now. */
    Optional<Group> groupNow(SmallCellLimit limit) {
        return now.group(indicator, limit);
    }

    /** Whether the two differ by so few people that the difference tells of them. */
    boolean differsByFew(SmallCellLimit limit) {
        Optional<Long> difference =
                group(limit).flatMap(before -> groupNow(limit).map(after -> Math.abs(before.count() - after.count())));
        return difference.filter(few -> few <= limit.largest() && isRestated()).isPresent();
    }

    /**
     * The line with its kept value withheld, and what is known now: with it always, since most figures stay what they were.
     */
    SnapshotLine without(boolean hidesKept, boolean hidesNow) {
        return new SnapshotLine(
                indicator, hidesKept ? kept.withheld() : kept, hidesKept || hidesNow ? now.withheld() : now);
    }
}
