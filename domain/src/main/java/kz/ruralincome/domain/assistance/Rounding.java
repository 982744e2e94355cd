package kz.ruralincome.domain.assistance;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The two roundings of money, both half up. */
public enum Rounding {
    /** Social amounts: the line, the amount of assistance, the supplement. */
    WHOLE_TENGE(0),
    /** What is only told on the way: an income per head. */
    TIYN(2);

    private final int decimals;

    Rounding(int decimals) {
        this.decimals = decimals;
    }

    public BigDecimal of(BigDecimal amount) {
        return amount.setScale(decimals, RoundingMode.HALF_UP);
    }

    /** The quotient, rounded once. */
    public BigDecimal of(BigDecimal amount, long divisor) {
        return amount.divide(BigDecimal.valueOf(divisor), decimals, RoundingMode.HALF_UP);
    }
}
