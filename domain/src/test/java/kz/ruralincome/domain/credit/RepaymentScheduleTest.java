package kz.ruralincome.domain.credit;

import static kz.ruralincome.domain.credit.LoanFixture.draft;
import static kz.ruralincome.domain.credit.LoanFixture.instalment;
import static kz.ruralincome.domain.credit.LoanFixture.money;
import static kz.ruralincome.domain.credit.LoanFixture.smallDraft;
import static kz.ruralincome.domain.credit.LoanFixture.tranche;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The schedules that the program computes, held against figures computed elsewhere. */
class RepaymentScheduleTest {

    @Test
    void anAnnuityOfFiveYearsEndsWithAPaymentThatAbsorbsTheRounding() {
        var lines = LoanFixture.of(draft()).schedule();

        assertThat(lines).hasSize(60);
        assertThat(lines.get(0).principal()).isEqualTo(money("135102.24"));
        assertThat(lines.get(0).interest()).isEqualTo(money("17968.75"));
        assertThat(lines.get(0).balance()).isEqualTo(money("8489897.76"));
        assertThat(lines.subList(0, 59))
                .allSatisfy(line -> assertThat(payment(line)).isEqualTo(money("153070.99")));
        assertThat(payment(lines.get(59))).isEqualTo(money("153071.24"));
        assertThat(lines.get(59).interest()).isEqualTo(money("318.24"));
        assertThat(lines.get(59).balance()).isEqualTo(money("0"));
    }

    @Test
    void anAnnuityOfSevenYears() {
        var draft = draft();
        draft.termMonths = 84;

        assertThat(payment(LoanFixture.of(draft).schedule().get(0))).isEqualTo(money("112031.50"));
    }

    @Test
    void equalSharesOfPrincipalWithInterestRoundedPerInstalment() {
        var draft = draft();
        draft.schedule = ScheduleKind.DIFFERENTIATED;

        var lines = LoanFixture.of(draft).schedule();

        assertThat(payment(lines.get(0))).isEqualTo(money("161718.75"));
        assertThat(lines).extracting(ScheduleLine::principal).containsOnly(money("143750"));
        assertThat(lines.stream().map(ScheduleLine::interest).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualTo(money("548046.90"));
    }

    @Test
    void graceIsOnPrincipalAndLeavesTheWholeLoanToTheRestOfTheTerm() {
        var draft = draft();
        draft.graceMonths = 20;

        var lines = LoanFixture.of(draft).schedule();

        assertThat(lines.subList(0, 20)).allSatisfy(line -> {
            assertThat(line.principal()).isEqualTo(money("0"));
            assertThat(line.interest()).isEqualTo(money("17968.75"));
        });
        assertThat(payment(lines.get(20))).isEqualTo(money("224958.55"));
        assertThat(lines.get(59).balance()).isEqualTo(money("0"));
    }

    @Test
    void theLastOfEqualSharesAbsorbsTheRest() {
        var draft = smallDraft();
        draft.principal = money("100");
        draft.termMonths = 3;

        for (var kind : List.of(ScheduleKind.ANNUITY, ScheduleKind.DIFFERENTIATED)) {
            draft.schedule = kind;
            assertThat(LoanFixture.of(draft).schedule())
                    .extracting(ScheduleLine::principal)
                    .containsExactly(money("33.33"), money("33.33"), money("33.34"));
        }
    }

    @Test
    void aLoanTooSmallToBeSharedIsNeverReturnedTwice() {
        var draft = smallDraft();
        draft.principal = money("0.30");
        draft.termMonths = 60;

        var lines = LoanFixture.of(draft).schedule();

        assertThat(lines.subList(0, 30)).extracting(ScheduleLine::principal).containsOnly(money("0.01"));
        assertThat(lines.subList(30, 60)).extracting(ScheduleLine::principal).containsOnly(money("0"));
    }

    @Test
    void dueDatesAreCountedFromTheDisbursementAndNotFromOneAnother() {
        var draft = smallDraft();
        draft.disbursedOn = LocalDate.of(2023, 1, 31);
        draft.termMonths = 14;

        assertThat(LoanFixture.of(draft).schedule())
                .extracting(line -> line.dueOn().toString())
                .startsWith("2023-02-28", "2023-03-31", "2023-04-30", "2023-05-31")
                .endsWith("2024-02-29", "2024-03-31");
    }

    @Test
    void instalmentsFollowWhatIsHandedOver() {
        var draft = smallDraft();
        draft.disbursements = List.of(tranche("2022-01-03", "600"), tranche("2022-07-03", "600"));

        var lines = LoanFixture.of(draft).schedule();

        assertThat(lines.subList(0, 6)).extracting(ScheduleLine::principal).containsOnly(money("50"));
        assertThat(lines.subList(6, 12)).extracting(ScheduleLine::principal).containsOnly(money("150"));
    }

    @Test
    void anInstalmentOnTheDayOfATrancheIsOfWhatWasLentBefore() {
        var draft = draft();
        draft.disbursements = List.of(tranche("2022-01-03", "600000"), tranche("2022-02-03", "1200000"));

        var lines = LoanFixture.of(draft).schedule();

        assertThat(lines.get(0).interest()).isEqualTo(money("1250"));
        assertThat(lines.get(1).interest()).isGreaterThan(money("3700"));
    }

    @Test
    void aLendersOwnScheduleIsTakenAsItIs() {
        var draft = smallDraft();
        draft.schedule = ScheduleKind.OWN;
        draft.instalments = List.of(instalment("2022-09-01", "200", "31.17"), instalment("2023-09-01", "1000", "0"));

        assertThat(LoanFixture.of(draft).schedule())
                .extracting(ScheduleLine::principal, ScheduleLine::interest, ScheduleLine::balance)
                .containsExactly(
                        tuple(money("200"), money("31.17"), money("1000")),
                        tuple(money("1000"), money("0"), money("0")));
    }

    @Test
    void aLoanNotHandedOverHasOnlyTheScheduleThatItsLenderAnnounces() {
        var draft = smallDraft();
        draft.status = LoanStatus.APPROVED;
        assertThat(LoanFixture.of(draft).schedule()).isEmpty();

        draft.schedule = ScheduleKind.OWN;
        draft.instalments = List.of(instalment("2022-09-01", "200", "3"), instalment("2023-09-01", "1000", "0"));
        assertThat(LoanFixture.of(draft).schedule())
                .extracting(ScheduleLine::balance)
                .containsExactly(money("1000"), money("0"));
    }

    private static BigDecimal payment(ScheduleLine line) {
        return line.principal().add(line.interest());
    }
}
