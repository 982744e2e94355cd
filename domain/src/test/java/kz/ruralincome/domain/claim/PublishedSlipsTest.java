package kz.ruralincome.domain.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was wrong in print on the pilot and its region, as facts.md section 9 lists it, is found wrong. */
class PublishedSlipsTest {

    private static CheckedStatement check(String part, String whole, String printed, String... others) {
        var numbers = Stream.concat(Stream.of(part, whole), Stream.of(others))
                .map(BigDecimal::new)
                .toList();
        return new PercentCheck(numbers).check(new Statement.Percent(part, Optional.of(whole), printed));
    }

    @ParameterizedTest
    @CsvSource({
        "12851, 61149, 21.3, MISMATCH, 21.0",
        "22548, 23565, 95.7, ROUNDED, 95.7",
        "29, 44, 165, MISMATCH, 66",
        "73, 44, 165, TRUNCATED, 166",
        "31.1, 51.1, 60.8, TRUNCATED, 60.9",
        "1058, 1719, 65, MISMATCH, 62",
        "1058, 1628, 65, ROUNDED, 65"
    })
    void aPercentageThatDoesNotFollow(String part, String whole, String printed, Verdict verdict, BigDecimal ours) {
        var checked = check(part, whole, printed);
        assertThat(checked.verdict()).isEqualTo(verdict);
        assertThat(checked.ours()).hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo(ours));
    }

    @Test
    void thePlanThatWasTakenForTheFact() {
        assertThat(check("12851", "61149", "21.3", "48298", "47584").bases())
                .anySatisfy(base -> assertThat(base).isEqualByComparingTo("60435"));
    }

    /** Two numbers in print for one thing: whichever the register has, the other is wrong. */
    @ParameterizedTest
    @CsvSource({"7886, 7856", "7856, 7886", "661, 666", "666, 661"})
    void twoNumbersForOneThing(BigDecimal ours, String printed) {
        assertThat(Verdict.of(ours, PublishedNumber.of(printed).orElseThrow())).isEqualTo(Verdict.MISMATCH);
    }

    /** The first stage: 6.4 bn, 972 m and 56 m of 9.2 bn; and sums that do add up. */
    @ParameterizedTest
    @CsvSource({
        "6.4;0.972;0.056, 9.2, MISMATCH, 7.428, 1.772",
        "6.4 млрд;972 млн;56 млн, 9.2 млрд, MISMATCH, 7428000000, 1772000000",
        "6.4;0.972;0.056, 7.4, ROUNDED, 7.428, -0.028",
        "22548;1017, 23565, MATCH, 23565, 0",
        "22548;1018, 23565, MISMATCH, 23566, -1"
    })
    void partsThatAreNotTheWhole(String parts, String printed, Verdict verdict, BigDecimal ours, BigDecimal rest) {
        var checked = claimed("", new Statement.Sum(List.of(parts.split(";")), printed));
        assertThat(checked.verdict()).isEqualTo(verdict);
        assertThat(checked.ours()).hasValueSatisfying(sum -> assertThat(sum).isEqualByComparingTo(ours));
        assertThat(checked.rest()).hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo(rest));
    }

    /** 1 058 families fewer are 65 % of 1 628, and so many there were if 570 are left. */
    @Test
    void aShareWhoseBaseIsTheSumOfTwoNumbersInPrint() {
        assertThat(claimed("на 1 058 семей меньше, осталось 570", new Statement.Percent("1058", Optional.empty(), "65"))
                        .bases())
                .anySatisfy(base -> assertThat(base).isEqualByComparingTo("1628"));
    }

    private static CheckedStatement claimed(String text, Statement statement) {
        Figures unknown = new Figures() {

            @Override
            public Optional<BigDecimal> value(String indicator, LocalDate asOf, Optional<String> territory) {
                return Optional.empty();
            }

            @Override
            public Optional<BigDecimal> plan(String indicator, LocalDate asOf, Optional<String> territory) {
                return Optional.empty();
            }
        };
        return ClaimCheck.of(text, List.of(statement), unknown).get(0);
    }

    @Test
    void aShareOfWhichNoNumberInPrintIsTheBase() {
        var checked = new PercentCheck(List.of(new BigDecimal("1058")))
                .check(new Statement.Percent("1058", Optional.empty(), "65"));
        assertThat(checked.verdict()).isEqualTo(Verdict.NOT_KNOWN);
    }
}
