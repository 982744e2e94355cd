package kz.ruralincome.domain.outcome;

import java.math.BigDecimal;
import java.util.Optional;

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

    /**
     * The line with its kept value withheld, and what is known now: with it always, since most figures stay what they were.
     */
    SnapshotLine without(boolean hidesValue, boolean hidesNow) {
        boolean hidesBoth = hidesValue || hidesNow;
        return new SnapshotLine(
                indicator,
                hidesValue ? Optional.empty() : value,
                hidesValue ? Optional.of(Reason.SMALL_CELL) : reason,
                hidesBoth ? Optional.empty() : now,
                hidesBoth ? Optional.of(Reason.SMALL_CELL) : nowReason);
    }
}
