package kz.ruralincome.domain.outcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A figure on the first day of a month.
 *
 * @param flowFrom the first day of the window, if it is a FLOW
 * @param reason why the value is missing, or what must be known beside it; see {@link Reason}
 * @param behind how many stand behind the value, if it counts others or nobody: {@link Ledger#behind}
 */
public record TrendPoint(
        LocalDate asOf,
        LocalDate flowFrom,
        Optional<BigDecimal> value,
        Optional<String> reason,
        Optional<Long> behind) {

    /** A figure that counts those behind it, or nobody. */
    TrendPoint(LocalDate asOf, LocalDate flowFrom, Optional<BigDecimal> value, Optional<String> reason) {
        this(asOf, flowFrom, value, reason, Optional.empty());
    }

    TrendPoint withheld() {
        return new TrendPoint(asOf, flowFrom, Optional.empty(), Optional.of(Reason.SMALL_CELL), behind);
    }
}
