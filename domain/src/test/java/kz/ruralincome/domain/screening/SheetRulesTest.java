package kz.ruralincome.domain.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2023, 6, 15);

    @ParameterizedTest
    @CsvSource({
        "2023-01-01, 2022-Q4",
        "2022-12-31, 2022-Q3",
        "2022-06-30, 2022-Q1",
        "2022-04-01, 2022-Q1",
        "2022-05-31, 2022-Q1"
    })
    void askForTheIncomesOfTheLastWholeQuarter(LocalDate day, String quarter) {
        assertThat(SheetRules.quarterBefore(day)).hasToString(quarter);
    }

    @ParameterizedTest
    @CsvSource({
        "land.ARABLE, 0.0001, true",
        "land.ARABLE, '12,5', true",
        "land.ARABLE, -1, false",
        "land.ARABLE, 1.23456, false",
        "livestock.SHEEP, 0, true",
        "livestock.SHEEP, 1.5, false",
        "livestock.SHEEP, 1234567, false",
        "day, 2023-06-15, true",
        "day, 15.06.2023, true",
        "day, 2023-06-16, false",
        "day, 2023-02-30, false",
        "address, anything, true"
    })
    void judgeTheFormOfAnAnswer(String question, String text, boolean right) {
        var sheet = new Sheet(Map.of(question, text), List.of());
        assertThat(SheetRules.ofForm(sheet, TODAY).isEmpty()).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({
        "iin, 850101300010, iin.checksum", "iin, 85010130001, iin.length", "income.WAGE, '1,234', amount.format",
        "loan, 0, screening.loan.sum", "loan, 0.00, screening.loan.sum",
                "loan_purpose, HOLIDAY, screening.loan.purpose",
        "direction, 6, direction.unknown", "occupation, KING, kind.unknown", "birth_date, 1990-13-01, date.format"
    })
    void giveTheCodesOfTheLists(String question, String text, String code) {
        var sheet = new Sheet(Map.of(), List.of(Map.of(question, text)));
        assertThat(SheetRules.ofForm(sheet, TODAY))
                .extracting(Flaw::place, Flaw::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("member.0." + question, code));
    }

    @ParameterizedTest
    @CsvSource({
        "2005-06-15, , true",
        "2005-06-16, , false",
        ", 050615500011, true",
        ", 050616500011, false",
        ", , false",
        ", 850101300010, true"
    })
    void countAsGrownUpFromTheEighteenthBirthday(String born, String iin, boolean grownUp) {
        Map<String, String> member = new java.util.HashMap<>();
        Optional.ofNullable(born).ifPresent(text -> member.put("birth_date", text));
        Optional.ofNullable(iin).ifPresent(text -> member.put("iin", text));
        assertThat(SheetRules.isGrownUp(member, Optional.of(TODAY))).isEqualTo(grownUp);
    }

    @ParameterizedTest
    @CsvSource({
        "99999999999999999, true",
        "'99 999 999 999 999 999,99', true",
        "100000000000000000, false",
        "'3 000 000', true",
        "3., false"
    })
    void takeASumOfALoanThatItsColumnHolds(String text, boolean right) {
        var sheet = new Sheet(Map.of(), List.of(Map.of("loan", text)));
        assertThat(SheetRules.ofForm(sheet, TODAY).isEmpty()).isEqualTo(right);
    }

    @Test
    void keepNoAnswerThatWasNotAsked() {
        var sheet = new Sheet(
                Map.of("day", " 2023-06-15 ", "password", "x", "address", "  "),
                List.of(Map.of("iin", "1", "income.CRIME", "5")));
        assertThat(sheet.household()).containsExactly(Map.entry("day", "2023-06-15"));
        assertThat(sheet.members()).containsExactly(Map.of("iin", "1"));
        assertThat(sheet.with(Map.of("member.7.iin", "2", "member.0.iin", "3", "member.x.iin", "4"))
                        .members())
                .containsExactly(Map.of("iin", "3"));
    }
}
