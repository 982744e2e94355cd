package kz.ruralincome.domain.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class YearlyRateTest {

    @Property
    void aMonthIsATwelfthRoundedHalfUp(
            @ForAll @LongRange(max = 999_999_999_999_999L) long balance,
            @ForAll @IntRange(max = 100_000_000) int millionths) {
        var percent = BigDecimal.valueOf(millionths, 6);
        var exact =
                BigDecimal.valueOf(balance).multiply(percent).divide(BigDecimal.valueOf(1200), 0, RoundingMode.HALF_UP);

        assertThat(new YearlyRate(percent).monthOf(balance)).isEqualTo(exact.longValueExact());
    }

    @Property
    void anAnnuityReturnsTheBalance(
            @ForAll @LongRange(min = 1, max = 999_999_999_999_999L) long balance,
            @ForAll @IntRange(max = 100_000_000) int millionths,
            @ForAll @IntRange(min = 1, max = 600) int instalments) {
        var rate = new YearlyRate(BigDecimal.valueOf(millionths, 6));
        long payment = rate.annuity(balance, instalments);

        // Its present value, by summing up, is the balance but for half a tiyn per instalment.
        var growth = BigDecimal.ONE.add(
                BigDecimal.valueOf(millionths).divide(BigDecimal.valueOf(1_200_000_000L), 60, RoundingMode.HALF_EVEN));
        var value = BigDecimal.ZERO;
        var factors = BigDecimal.ZERO;
        for (int i = 0; i < instalments; i++) {
            value = value.add(BigDecimal.valueOf(payment)).divide(growth, 60, RoundingMode.HALF_EVEN);
            factors = factors.add(BigDecimal.ONE).divide(growth, 60, RoundingMode.HALF_EVEN);
        }
        var allowed = factors.multiply(new BigDecimal("0.5000001"));
        assertThat(value.subtract(BigDecimal.valueOf(balance)).abs()).isLessThanOrEqualTo(allowed);
    }

    @Example
    void halfATiynIsATiyn() {
        assertThat(new YearlyRate(new BigDecimal("6")).monthOf(100)).isEqualTo(1);
        assertThat(new YearlyRate(new BigDecimal("6")).monthOf(99)).isZero();
        assertThat(YearlyRate.share(1, 2)).isEqualTo(1);
        assertThat(YearlyRate.share(1, 3)).isZero();
    }

    @Example
    void aProductNearTheLargestNumberDoesNotOverflow() {
        assertThat(new YearlyRate(new BigDecimal("0.01")).monthOf(922_337_203_685_477L))
                .isEqualTo(7_686_143_364L);
    }
}
