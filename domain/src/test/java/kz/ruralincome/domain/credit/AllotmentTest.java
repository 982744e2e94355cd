package kz.ruralincome.domain.credit;

import static kz.ruralincome.domain.credit.AllotmentStep.INTEREST_DUE;
import static kz.ruralincome.domain.credit.AllotmentStep.OVERDUE_INTEREST;
import static kz.ruralincome.domain.credit.AllotmentStep.OVERDUE_PRINCIPAL;
import static kz.ruralincome.domain.credit.AllotmentStep.PENALTY;
import static kz.ruralincome.domain.credit.AllotmentStep.PRINCIPAL_DUE;
import static kz.ruralincome.domain.credit.LoanFixture.EVERY_DAY;
import static kz.ruralincome.domain.credit.LoanFixture.day;
import static kz.ruralincome.domain.credit.LoanFixture.draft;
import static kz.ruralincome.domain.credit.LoanFixture.instalment;
import static kz.ruralincome.domain.credit.LoanFixture.money;
import static kz.ruralincome.domain.credit.LoanFixture.parts;
import static kz.ruralincome.domain.credit.LoanFixture.smallDraft;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a repayment pays: instalments of 100 and 10 interest, due on 3 February, 3 March and 3 April; penalty 7. */
class AllotmentTest {

    private static LoanDraft threeInstalments() {
        var draft = smallDraft();
        draft.principal = money("300");
        draft.schedule = ScheduleKind.OWN;
        draft.instalments = List.of(
                instalment("2022-02-03", "100", "10"),
                instalment("2022-03-03", "100", "10"),
                instalment("2022-04-03", "100", "10"));
        draft.reported = penaltyOn("2022-02-20");
        return draft;
    }

    private static Reported penaltyOn(String day) {
        var none = Optional.<java.math.BigDecimal>empty();
        return new Reported(day(day), Optional.empty(), none, none, none, none, Optional.of(money("7")), none);
    }

    private static Parts allotted(LoanFixture loan, List<AllotmentStep> order) {
        var all = loan.ledger(EVERY_DAY, order).repayments();
        return all.get(all.size() - 1).parts().orElseThrow();
    }

    private static Parts allottedOnThirdOfMarch(String amount) {
        return allotted(LoanFixture.of(threeInstalments()).paid("2022-03-03", amount), AllotmentStep.USUAL);
    }

    @Test
    void goesOnceRoundInTheUsualOrder() {
        assertThat(allottedOnThirdOfMarch("99")).isEqualTo(parts("99", "0", "0"));
        assertThat(allottedOnThirdOfMarch("104")).isEqualTo(parts("100", "4", "0"));
        assertThat(allottedOnThirdOfMarch("115")).isEqualTo(parts("100", "10", "5"));
        assertThat(allottedOnThirdOfMarch("120")).isEqualTo(parts("103", "10", "7"));
        assertThat(allottedOnThirdOfMarch("220")).isEqualTo(parts("200", "13", "7"));
        assertThat(allottedOnThirdOfMarch("227")).isEqualTo(parts("200", "20", "7"));
        assertThat(allottedOnThirdOfMarch("250")).isEqualTo(parts("223", "20", "7"));
    }

    @Test
    void followsTheOrderOfTheLender() {
        var loan = LoanFixture.of(threeInstalments()).paid("2022-03-03", "25");
        var order = List.of(PENALTY, OVERDUE_INTEREST, OVERDUE_PRINCIPAL, INTEREST_DUE, PRINCIPAL_DUE);

        assertThat(allotted(loan, order)).isEqualTo(parts("8", "10", "7"));
    }

    @Test
    void isOverdueOnlyAfterTheDueDate() {
        var order = List.of(OVERDUE_PRINCIPAL, OVERDUE_INTEREST, PENALTY, INTEREST_DUE, PRINCIPAL_DUE);

        assertThat(allotted(LoanFixture.of(threeInstalments()).paid("2022-02-03", "12"), order))
                .isEqualTo(parts("2", "10", "0"));
        assertThat(allotted(LoanFixture.of(threeInstalments()).paid("2022-02-04", "12"), order))
                .isEqualTo(parts("12", "0", "0"));
    }

    @Test
    void ofAnInstalmentDueOnADayOffIsDueFromThatDayOn() {
        // 3 April 2022 is a Sunday.
        var loan = LoanFixture.of(threeInstalments()).paid("2022-03-03", "227").paid("2022-04-03", "110");
        assertThat(loan.ledger(WorkingDays.MONDAY_TO_FRIDAY).repayments().get(1).parts())
                .contains(parts("100", "10", "0"));
    }

    @Test
    void paysTheOldestInstalmentFirst() {
        var ledger =
                LoanFixture.of(threeInstalments()).paid("2022-03-10", "100").ledger();

        assertThat(ledger.at(day("2022-03-10")).overdueSince()).contains(day("2022-02-03"));
        assertThat(ledger.at(day("2022-03-10")).overdue()).isEqualTo(parts("100", "20", "7"));
    }

    @Test
    void isAheadOfTimeWhenNothingIsDue() {
        var ledger = LoanFixture.of(threeInstalments()).paid("2022-01-20", "30").ledger();

        assertThat(ledger.repayments().get(0).parts()).contains(parts("30", "0", "0"));
        assertThat(ledger.repayments().get(0).ahead()).isEqualTo(money("30"));
    }

    @Test
    void isTheLendersWordWhereItGivesTheParts() {
        var ledger = LoanFixture.of(threeInstalments())
                .paid("2022-03-03", "0", "20", "7")
                .ledger();

        assertThat(ledger.repayments().get(0).parts()).contains(parts("0", "20", "7"));
        assertThat(ledger.at(day("2022-03-03")).outstanding()).isEqualTo(parts("300", "0", "0"));
        assertThat(ledger.at(day("2022-03-03")).overdue()).isEqualTo(parts("100", "0", "0"));
    }

    @Test
    void keepsInterestPaidAheadForTheInstalmentsToCome() {
        var ledger = LoanFixture.of(threeInstalments())
                .paid("2022-02-03", "100", "15", "0")
                .ledger();

        assertThat(ledger.at(day("2022-02-03")).outstanding()).isEqualTo(parts("200", "0", "0"));
        assertThat(ledger.at(day("2022-03-03")).outstanding()).isEqualTo(parts("200", "5", "7"));
    }

    @Test
    void paysTheNextInstalmentEarlyWhenTheLenderSaysThatItsInterestWasPaid() {
        var loan = draft();
        var ledger = LoanFixture.of(loan)
                .paid("2022-02-01", "135102.24", "17968.75", "0")
                .ledger();

        assertThat(ledger.repayments().get(0).ahead()).isEqualTo(money("0"));
        assertThat(ledger.at(day("2022-03-03")).daysPastDue()).isZero();
        assertThat(ledger.at(day("2022-03-04")).overdueSince()).contains(day("2022-03-03"));
        assertThat(ledger.schedule(day("2022-03-04")).get(0).principal()).isEqualTo(money("135102.24"));
    }

    @Test
    void doesNotTakeALittleTooMuchInterestForTheNextInstalment() {
        var ledger = LoanFixture.of(draft())
                .paid("2022-02-03", "235102.24", "35968.75", "0")
                .ledger();

        assertThat(ledger.repayments().get(0).ahead()).isEqualTo(money("100000"));
    }

    @Test
    void neverMakesTheDebtNegative() {
        var ledger =
                LoanFixture.of(threeInstalments()).paid("2022-01-20", "500").ledger();

        assertThat(ledger.at(day("2022-01-20")).outstanding()).isEqualTo(Parts.NONE);
        assertThat(ledger.repayments().get(0).parts()).contains(parts("500", "0", "0"));
        assertThat(ledger.at(day("2023-01-01")).daysPastDue()).isZero();
    }

    @Test
    void setsWhatWasPaidTooMuchAgainstATrancheToCome() {
        var loan = smallDraft();
        loan.disbursements = List.of(
                LoanFixture.tranche("2022-01-03", "600"),
                LoanFixture.tranche("2022-07-04", "50"),
                LoanFixture.tranche("2022-08-04", "550"));
        var ledger = LoanFixture.of(loan).paid("2022-01-20", "700").ledger();

        assertThat(ledger.at(day("2022-07-04")).outstanding()).isEqualTo(Parts.NONE);
        assertThat(ledger.at(day("2022-08-04")).outstanding()).isEqualTo(parts("500", "0", "0"));
    }

    @Test
    void countsForNothingOnceReversedAndIsStillShown() {
        var ledger = LoanFixture.of(threeInstalments())
                .paid("2022-02-03", "110")
                .reversed()
                .ledger();

        assertThat(ledger.at(day("2022-02-05")).outstanding()).isEqualTo(parts("300", "10", "0"));
        assertThat(ledger.repayments()).hasSize(1);
        assertThat(ledger.repayments().get(0).repayment().reversed()).isTrue();
        assertThat(ledger.repayments().get(0).parts()).isEmpty();
    }

    @Test
    void isTheSameInWhateverOrderRepaymentsWereRecorded() {
        var early = LoanFixture.of(threeInstalments()).paid("2022-02-03", "110").paid("2022-03-10", "50");
        var late = LoanFixture.of(threeInstalments()).paid("2022-03-10", "50").paid("2022-02-03", "110");

        assertThat(late.ledger().line()).isEqualTo(early.ledger().line());
    }

    @Test
    void mayPayWhatIsDueTodayBeforeWhatIsOverdue() {
        var order = List.of(PRINCIPAL_DUE, INTEREST_DUE, OVERDUE_PRINCIPAL, OVERDUE_INTEREST, PENALTY);
        var loan = LoanFixture.of(threeInstalments()).paid("2022-03-03", "130");

        assertThat(allotted(loan, order)).isEqualTo(parts("120", "10", "0"));
        assertThat(loan.ledger(EVERY_DAY, order).at(day("2022-03-04")).overdue())
                .isEqualTo(parts("80", "10", "7"));
    }

    @Test
    void ofPrincipalAloneIsAheadOfTimeThoughInterestWasPaidAheadBefore() {
        var ledger = LoanFixture.of(threeInstalments())
                .paid("2022-02-03", "100", "20", "0")
                .paid("2022-02-10", "50", "0", "0")
                .ledger();

        assertThat(ledger.repayments().get(1).ahead()).isEqualTo(money("50"));
    }

    @Test
    void ofALoanNeverHandedOverPaysNothing() {
        var loan = smallDraft();
        loan.status = LoanStatus.CANCELLED;
        var ledger = LoanFixture.of(loan).paid("2022-02-03", "100").reversed().ledger();

        assertThat(ledger.repayments())
                .extracting(one -> one.repayment().paymentRef())
                .containsExactly("P1");
    }
}
