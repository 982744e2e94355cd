package kz.ruralincome.domain.outcome;

import java.math.BigDecimal;
import java.util.Optional;
import kz.ruralincome.domain.shared.SmallCells;

/**
 * A figure as it was kept, beside what is known of it now.
 *
 * @param reason why the kept value is missing, or what must be known beside it
 * @param now the value by what is known now
 * @param nowReason the same of that one
 */
public record SnapshotLine(
        Indicator indicator,
        Optional<BigDecimal> value,
        Optional<String> reason,
        Optional<BigDecimal> now,
        Optional<String> nowReason) {

    /** Whether it is another figure now; also where one of the two is withheld. */
    public boolean isRestated() {
        return value.isPresent() != now.isPresent()
                || value.isPresent() && value.get().compareTo(now.get()) != 0;
    }

    /** For those who may see no persons: neither a small group, nor one by which the two differ. */
    SnapshotLine withoutSmallCells() {
        if (indicator.unit() != Indicator.Unit.PERSON) {
            return this;
        }
        boolean hidesValue = isSmall(value);
        boolean hidesNow = hidesValue
                || isSmall(now)
                || isSmall(value.flatMap(before -> now.map(before::subtract)).map(BigDecimal::abs));
        return new SnapshotLine(
                indicator,
                hidesValue ? Optional.empty() : value,
                hidesValue ? Optional.of(Reason.SMALL_CELL) : reason,
                hidesNow ? Optional.empty() : now,
                hidesNow ? Optional.of(Reason.SMALL_CELL) : nowReason);
    }

    private static boolean isSmall(Optional<BigDecimal> count) {
        return count.filter(number -> SmallCells.isSmall(number.longValue())).isPresent();
    }
}
