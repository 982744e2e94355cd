package kz.ruralincome.web.ui.outcome;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;

/** A part in percent of a whole, one decimal, half up. */
final class Percent {

    private Percent() {}

    /** Null: the whole is 0. */
    static BigDecimal of(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(whole), 1, HALF_UP);
    }
}
