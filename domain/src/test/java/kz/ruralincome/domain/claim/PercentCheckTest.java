package kz.ruralincome.domain.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.ruralincome.domain.claim.Statement.Percent;
import org.junit.jupiter.api.Test;

/** Vectors: facts.md, section 9. */
class PercentCheckTest {

    /** The article of January 2023: the plan was taken for the fact. */
    @Test
    void aFallThatIsNoShareOfTheYearBeforeIsOneOfThePlanPlusTheFall() {
        var checked = check(List.of("48298", "61149", "12851", "47584"), "12851", "61149", "21.3");

        assertThat(checked.verdict()).isEqualTo(Verdict.MISMATCH);
        assertThat(checked.ours()).hasValue(new BigDecimal("21.0"));
        assertThat(checked.bases()).contains(new BigDecimal("60435")).doesNotContain(new BigDecimal("61149"));
    }

    @Test
    void aShareThatFollowsIsRounded() {
        var checked = check(List.of("23565", "22548"), "22548", "23565", "95.7");

        assertThat(checked.verdict()).isEqualTo(Verdict.ROUNDED);
        assertThat(checked.bases()).contains(new BigDecimal("23565"));
    }

    @Test
    void aShareMayBeCutOff() {
        assertThat(check(List.of(), "31.1", "51.1", "60.8").verdict()).isEqualTo(Verdict.TRUNCATED);
    }

    @Test
    void aGrowthIsNotTheRatio() {
        var checked = check(List.of("44", "73"), "29", "44", "165");

        assertThat(checked.verdict()).isEqualTo(Verdict.MISMATCH);
        assertThat(checked.ours()).hasValue(new BigDecimal("66"));
    }

    @Test
    void aShareOfNothingSaidIsSoughtAmongTheNumbers() {
        assertThat(check(List.of("7886", "1628"), "1058", null, "65").bases()).contains(new BigDecimal("1628"));
        var unknown = check(List.of("7886"), "1058", null, "65");
        assertThat(unknown.verdict()).isEqualTo(Verdict.NOT_KNOWN);
        assertThat(unknown.bases()).isEmpty();
    }

    @Test
    void signsDoNotCount() {
        assertThat(check(List.of(), "-50", "200", "-25").verdict()).isEqualTo(Verdict.MATCH);
    }

    private static CheckedStatement check(List<String> numbers, String part, String whole, String printed) {
        var all = Stream.concat(numbers.stream(), Stream.of(part))
                .map(BigDecimal::new)
                .toList();
        return new PercentCheck(all).check(new Percent(part, Optional.ofNullable(whole), printed));
    }
}
