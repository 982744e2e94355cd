package kz.ruralincome.domain.credit;

import static kz.ruralincome.domain.credit.LoanFixture.day;
import static kz.ruralincome.domain.credit.LoanFixture.draft;
import static kz.ruralincome.domain.credit.LoanFixture.instalment;
import static kz.ruralincome.domain.credit.LoanFixture.money;
import static kz.ruralincome.domain.credit.LoanFixture.parts;
import static kz.ruralincome.domain.credit.LoanFixture.smallDraft;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Principal paid ahead of time keeps the due dates and lowers what follows. */
class PaidAheadTest {

    @Test
    void lowersEveryLaterPaymentOfAnAnnuity() {
        var plain = LoanFixture.of(draft()).schedule();
        var lines = LoanFixture.of(draft()).paid("2022-02-03", "1153070.99").schedule();

        assertThat(lines)
                .extracting(ScheduleLine::dueOn)
                .isEqualTo(plain.stream().map(ScheduleLine::dueOn).toList());
        assertThat(lines.get(0)).isEqualTo(plain.get(0));
        // 7,489,897.76 at 2.5 % over the 59 months that are left
        assertThat(lines.get(1).interest()).isEqualTo(money("15603.95"));
        assertThat(lines.get(1).principal().add(lines.get(1).interest())).isEqualTo(money("135041.21"));
        assertThat(lines.get(58).principal().add(lines.get(58).interest())).isEqualTo(money("135041.21"));
        assertThat(lines.get(59).balance()).isEqualTo(money("0"));
    }

    @Test
    void lowersEqualShares() {
        var draft = smallDraft();
        draft.schedule = ScheduleKind.DIFFERENTIATED;

        var lines = LoanFixture.of(draft).paid("2022-02-03", "650").schedule();

        assertThat(lines.get(0).principal()).isEqualTo(money("100"));
        assertThat(lines.subList(1, 12)).extracting(ScheduleLine::principal).containsOnly(money("50"));
    }

    @Test
    void leavesNothingToPayWhenAllWasPaid() {
        var loan = LoanFixture.of(draft()).paid("2022-02-03", "8642968.75");

        assertThat(loan.schedule()).hasSize(60);
        assertThat(loan.at("2022-02-03").outstanding()).isEqualTo(Parts.NONE);
        assertThat(loan.at("2026-12-31").daysPastDue()).isZero();
        assertThat(loan.at("2026-12-31").outstanding()).isEqualTo(Parts.NONE);
    }

    @Test
    void isKeptInTheScheduleOfTheDueDatesBefore() {
        var lines = LoanFixture.of(smallDraft()).paid("2022-06-15", "300").schedule();

        assertThat(lines.subList(0, 5)).extracting(ScheduleLine::principal).containsOnly(money("100"));
        assertThat(lines.get(4).balance()).isEqualTo(money("700"));
    }

    @Test
    void takesTheNextPrincipalOfALendersOwnScheduleAndShrinksItsInterest() {
        var draft = smallDraft();
        draft.schedule = ScheduleKind.OWN;
        draft.instalments = List.of(
                instalment("2022-06-03", "400", "12"),
                instalment("2022-12-03", "400", "8"),
                instalment("2023-06-03", "400", "4"));

        var loan = LoanFixture.of(draft).paid("2022-03-01", "600");

        assertThat(loan.schedule())
                .extracting(ScheduleLine::principal)
                .containsExactly(money("0"), money("200"), money("400"));
        assertThat(loan.schedule())
                .extracting(ScheduleLine::interest)
                .containsExactly(money("6"), money("6"), money("4"));
        assertThat(loan.at("2022-06-04").overdue()).isEqualTo(parts("0", "6", "0"));
        assertThat(loan.at("2022-06-04").daysPastDue()).isEqualTo(1);
    }

    @Test
    void comesAfterAllThatIsOwed() {
        var ledger = LoanFixture.of(smallDraft()).paid("2022-04-10", "350").ledger();

        assertThat(ledger.repayments().get(0).ahead()).isEqualTo(money("50"));
        assertThat(ledger.at(day("2022-04-10")).daysPastDue()).isZero();
    }
}
