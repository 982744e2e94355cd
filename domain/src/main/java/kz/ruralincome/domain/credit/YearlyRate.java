package kz.ruralincome.domain.credit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A nominal rate in percent a year, by 30/360: a month is a twelfth. All that it gives is rounded half up to tiyn.
 *
 * <p>Source of the formulas: National Bank resolution No. 8 of 28.01.2016, the annuity method.
 */
final class YearlyRate {

    private static final int DECIMALS = 6;
    private static final long MONTH_OF_PERCENT = 1200L * 1_000_000L;
    private static final MathContext EXACT_ENOUGH = new MathContext(30, RoundingMode.HALF_EVEN);

    private final long millionths;

    YearlyRate(BigDecimal percent) {
        this.millionths = percent.setScale(DECIMALS, RoundingMode.UNNECESSARY)
                .unscaledValue()
                .longValueExact();
    }

    /** The interest of one month. */
    long monthOf(long balance) {
        if (Math.multiplyHigh(balance, millionths) == 0) {
            long product = balance * millionths;
            if (product >= 0 && product <= Long.MAX_VALUE - MONTH_OF_PERCENT) {
                return (product + MONTH_OF_PERCENT / 2) / MONTH_OF_PERCENT;
            }
        }
        return BigInteger.valueOf(balance)
                .multiply(BigInteger.valueOf(millionths))
                .add(BigInteger.valueOf(MONTH_OF_PERCENT / 2))
                .divide(BigInteger.valueOf(MONTH_OF_PERCENT))
                .longValueExact();
    }

    /** The payment that returns a balance with its interest in so many equal instalments. */
    long annuity(long balance, int instalments) {
        if (millionths == 0) {
            return share(balance, instalments);
        }
        var month = BigDecimal.valueOf(millionths).divide(BigDecimal.valueOf(MONTH_OF_PERCENT), EXACT_ENOUGH);
        var grown = BigDecimal.ONE.add(month).pow(instalments, EXACT_ENOUGH);
        return BigDecimal.valueOf(balance)
                .multiply(month)
                .multiply(grown)
                .divide(grown.subtract(BigDecimal.ONE), EXACT_ENOUGH)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** One of so many equal parts. */
    static long share(long amount, int parts) {
        return (2 * amount + parts) / (2 * parts);
    }
}
