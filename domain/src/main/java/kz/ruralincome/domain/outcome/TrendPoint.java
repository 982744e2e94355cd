package kz.ruralincome.domain.outcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A figure on the first day of a month.
 *
 * @param flowFrom the first day of the window, if it is a FLOW
 * @param reason why the value is missing, or what must be known beside it; see {@link Reason}
 */
public record TrendPoint(LocalDate asOf, LocalDate flowFrom, Optional<BigDecimal> value, Optional<String> reason) {

    TrendPoint withheld() {
        return new TrendPoint(asOf, flowFrom, Optional.empty(), Optional.of(Reason.SMALL_CELL));
    }
}
