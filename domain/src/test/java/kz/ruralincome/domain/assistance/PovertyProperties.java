package kz.ruralincome.domain.assistance;

import static kz.ruralincome.domain.assistance.AssistanceFixture.adult;
import static kz.ruralincome.domain.assistance.AssistanceFixture.household;
import static kz.ruralincome.domain.assistance.AssistanceFixture.regional;
import static kz.ruralincome.domain.assistance.AssistanceFixture.silent;
import static kz.ruralincome.domain.assistance.AssistanceFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.ruralincome.domain.assistance.TestInput.Member;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class PovertyProperties {

    private static TestResult test(long tiyn, int members, int line) {
        Member[] all = Stream.concat(
                        Stream.of(adult(BigDecimal.valueOf(tiyn, 2).toPlainString())),
                        IntStream.range(1, members).mapToObj(n -> silent("2010-01-01")))
                .toArray(Member[]::new);
        return PovertyTest.of(
                household("2024-05-15", all), with(regional("POVERTY_LINE", "2024-04-01", Integer.toString(line))));
    }

    private static BigDecimal monthly(TestResult result) {
        return result.monthly().orElse(BigDecimal.ZERO);
    }

    @Property(tries = 500)
    void moreIncomeNeverGivesMore(
            @ForAll @LongRange(max = 100_000_000) long income,
            @ForAll @LongRange(max = 10_000_000) long more,
            @ForAll @IntRange(min = 1, max = 12) int members,
            @ForAll @IntRange(min = 1, max = 60_000) int line) {
        var before = test(income, members, line);
        var after = test(income + more, members, line);

        assertThat(monthly(after)).isLessThanOrEqualTo(monthly(before));
        assertThat(after.isEntitled() && !before.isEntitled()).isFalse();
    }

    @Property(tries = 500)
    void theAmountIsNeverNegativeAndLiftsNobodyAboveTheLineByMoreThanHalfATenge(
            @ForAll @LongRange(max = 100_000_000) long income,
            @ForAll @IntRange(min = 1, max = 12) int members,
            @ForAll @IntRange(min = 1, max = 60_000) int line) {
        var result = test(income, members, line);

        assertThat(monthly(result)).isNotNegative();
        if (result.isEntitled()) {
            BigDecimal quarter = BigDecimal.valueOf(income, 2)
                    .add(result.amount().orElseThrow().multiply(BigDecimal.valueOf(3)));
            BigDecimal allowed = BigDecimal.valueOf(3L * members * line);
            assertThat(quarter.subtract(allowed).abs()).isLessThanOrEqualTo(new BigDecimal("1.5"));
        }
    }

    @Property(tries = 300)
    void aHigherLineNeverGivesLess(
            @ForAll @LongRange(max = 100_000_000) long income,
            @ForAll @IntRange(min = 1, max = 12) int members,
            @ForAll @IntRange(min = 1, max = 60_000) int line) {
        assertThat(monthly(test(income, members, line + 1)))
                .isGreaterThanOrEqualTo(monthly(test(income, members, line)));
    }

    @Property(tries = 300)
    void whatIsLeftUpToTheLineIsWhatCanBeEarned(
            @ForAll @LongRange(max = 10_000_000) long income, @ForAll @IntRange(min = 1, max = 12) int members) {
        BigDecimal room = test(income, members, 34_000).room().orElseThrow();
        long tiyn = room.movePointRight(2).longValueExact();

        if (tiyn >= 0) {
            assertThat(test(income + tiyn, members, 34_000).isEntitled()).isTrue();
            assertThat(test(income + tiyn + 1, members, 34_000).isEntitled()).isFalse();
        }
    }
}
