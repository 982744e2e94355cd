package kz.ruralincome.domain.credit;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts counted in the smallest coin: the ledger adds whole numbers, which is exact and quick. */
final class Tiyn {

    private Tiyn() {}

    static long of(BigDecimal tenge) {
        return tenge.movePointRight(2).setScale(0, RoundingMode.UNNECESSARY).longValueExact();
    }

    /** So much of an amount as the part is of the whole, rounded half up. */
    static long proportion(long amount, long part, long whole) {
        return BigDecimal.valueOf(amount)
                .multiply(BigDecimal.valueOf(part))
                .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    static BigDecimal tenge(long tiyn) {
        return BigDecimal.valueOf(tiyn, 2);
    }
}
