package kz.ruralincome.domain.assistance;

import static kz.ruralincome.domain.assistance.AssistanceFixture.adult;
import static kz.ruralincome.domain.assistance.AssistanceFixture.household;
import static kz.ruralincome.domain.assistance.AssistanceFixture.money;
import static kz.ruralincome.domain.assistance.AssistanceFixture.regional;
import static kz.ruralincome.domain.assistance.AssistanceFixture.row;
import static kz.ruralincome.domain.assistance.AssistanceFixture.silent;
import static kz.ruralincome.domain.assistance.AssistanceFixture.spring2024;
import static kz.ruralincome.domain.assistance.AssistanceFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import kz.ruralincome.domain.assistance.TestInput.Member;
import kz.ruralincome.domain.assistance.WhatIf.Answer;
import kz.ruralincome.domain.assistance.WhatIf.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatIfTest {

    /** Two members who earned 84,000 of the 204,000 that the line allows in the quarter. */
    private static final TestInput HOUSEHOLD = household("2024-05-15", adult("84000"), silent("2012-01-01"));

    private static Answer ask(WhatIf whatIf, Parameters parameters) {
        return whatIf.answer(HOUSEHOLD, PovertyTest.of(HOUSEHOLD, parameters), parameters);
    }

    private static WhatIf cattle(int heads, String norm) {
        return new WhatIf(
                Animal.CATTLE,
                Optional.of(heads),
                Optional.ofNullable(norm).map(AssistanceFixture::money),
                Optional.of("№ 5"),
                Optional.empty(),
                Optional.empty());
    }

    private static WhatIf money(String monthly, String loan) {
        return new WhatIf(
                Animal.CATTLE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(monthly).map(AssistanceFixture::money),
                Optional.ofNullable(loan).map(AssistanceFixture::money));
    }

    @ParameterizedTest
    @CsvSource({
        "4, 12000, KEEPS, 12000.00, 10",
        "10, 12000, KEEPS, 0.00, 10",
        "11, 12000, ENDS, -2000.00, 10",
        "1, 120000.01, ENDS, 0.00, 0"
    })
    void saysWhetherSoManyHeadsEndTheRightAndByHowMuch(
            int heads, String norm, Change change, String distance, String most) {
        var answer = ask(cattle(heads, norm), spring2024());

        assertThat(answer.change()).isEqualTo(change);
        assertThat(answer.distance()).hasValueSatisfying(one -> assertThat(one).isEqualTo(distance));
        assertThat(answer.mostHeads()).hasValueSatisfying(one -> assertThat(one).isEqualTo(most));
        assertThat(answer.with().lines()).extracting(TestLine::step).contains("supposed-livestock", "income-with");
    }

    @ParameterizedTest
    @CsvSource({"40000, KEEPS", "40000.01, ENDS"})
    void countsAMonthlyIncomeThreeTimes(String monthly, Change change) {
        assertThat(ask(money(monthly, null), spring2024()).change()).isEqualTo(change);
    }

    @Test
    void asksForTheNormAndItsDocument() {
        var answer = ask(cattle(3, null), spring2024());

        assertThat(answer.change()).isEqualTo(Change.NOT_KNOWN);
        assertThat(answer.distance()).isEmpty();
        assertThat(answer.missing()).extracting(Missing::code).containsExactly("LIVESTOCK_NORM");
        var wordOfMouth = new WhatIf(
                Animal.SHEEP,
                Optional.of(3),
                Optional.of(AssistanceFixture.money("100")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(ask(wordOfMouth, spring2024()).change()).isEqualTo(Change.NOT_KNOWN);
    }

    @Test
    void asksWhetherALoanIsIncomeAndThenCountsItOrNot() {
        assertThat(ask(money(null, "500000"), spring2024()).missing())
                .extracting(Missing::code)
                .containsExactly("LOAN_COUNTED_AS_INCOME");
        var line = regional("POVERTY_LINE", "2024-04-01", "34000");
        assertThat(ask(money(null, "500000"), with(line, row("LOAN_COUNTED_AS_INCOME", "2024-01-01", "0")))
                        .change())
                .isEqualTo(Change.KEEPS);
        assertThat(ask(money(null, "500000"), with(line, row("LOAN_COUNTED_AS_INCOME", "2024-01-01", "1")))
                        .change())
                .isEqualTo(Change.ENDS);
    }

    @Test
    void hasNoRightToEndWhereThereIsNone() {
        var rich = household("2024-05-15", adult("900000"));
        var before = PovertyTest.of(rich, spring2024());

        assertThat(cattle(1, "1").answer(rich, before, spring2024()).change()).isEqualTo(Change.NO_RIGHT_BEFORE);
    }

    @Test
    void endsNoRightThatIsNotKnown() {
        var unborn = new Member("CHILD", Optional.empty(), Optional.of("F"), Map.of());
        var household = household("2024-05-15", adult("84000"), unborn);
        var before = PovertyTest.of(household, spring2024());

        var answer = money("900000", null).answer(household, before, spring2024());

        assertThat(answer.with().outcome()).isEqualTo(TestResult.Outcome.ABOVE_LINE);
        assertThat(answer.change()).isEqualTo(Change.NOT_KNOWN);
        assertThat(answer.missing()).extracting(Missing::code).containsExactly("AGES");
        assertThat(answer.distance()).isEmpty();
    }

    @Test
    void isNotKnownWhereTheTestIsNot() {
        assertThat(ask(cattle(1, "1"), with()).change()).isEqualTo(Change.NOT_KNOWN);
    }
}
