package kz.ruralincome.domain.credit;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts counted in the smallest coin: the ledger adds whole numbers, which is exact and quick. */
final class Tiyn {

    private Tiyn() {}

    static long of(BigDecimal tenge) {
        return tenge.movePointRight(2).setScale(0, RoundingMode.UNNECESSARY).longValueExact();
    }

    static BigDecimal tenge(long tiyn) {
        return BigDecimal.valueOf(tiyn, 2);
    }
}
