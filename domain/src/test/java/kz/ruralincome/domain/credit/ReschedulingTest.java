package kz.ruralincome.domain.credit;

import static kz.ruralincome.domain.credit.LoanFixture.day;
import static kz.ruralincome.domain.credit.LoanFixture.draft;
import static kz.ruralincome.domain.credit.LoanFixture.instalment;
import static kz.ruralincome.domain.credit.LoanFixture.money;
import static kz.ruralincome.domain.credit.LoanFixture.parts;
import static kz.ruralincome.domain.credit.LoanFixture.smallDraft;
import static kz.ruralincome.domain.credit.LoanFixture.tranche;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From a rescheduling on the loan ages by the new schedule; any day before by the one before it. */
class ReschedulingTest {

    private static LoanDraft rescheduled(LoanDraft draft, String on, int termMonths) {
        draft.rescheduledOn = day(on);
        draft.termMonths = termMonths;
        return draft;
    }

    @Test
    void spreadsAllOutstandingPrincipalOverTheDueDatesAfterIt() {
        var lines = LoanFixture.of(smallDraft())
                .paid("2022-02-03", "100")
                .then(rescheduled(smallDraft(), "2022-06-15", 16))
                .schedule();

        assertThat(lines).hasSize(11);
        assertThat(lines.get(0).dueOn()).isEqualTo(day("2022-07-03"));
        assertThat(lines.get(10).dueOn()).isEqualTo(day("2023-05-03"));
        assertThat(lines).extracting(ScheduleLine::principal).containsOnly(money("100"));
    }

    @Test
    void countsDaysPastDueAnew() {
        var loan = LoanFixture.of(smallDraft()).then(rescheduled(smallDraft(), "2022-06-15", 16));

        assertThat(loan.at("2022-06-14").daysPastDue()).isEqualTo(131);
        assertThat(loan.at("2022-06-14").overdue()).isEqualTo(parts("500", "0", "0"));
        assertThat(loan.at("2022-06-15").daysPastDue()).isZero();
        assertThat(loan.at("2022-06-15").outstanding()).isEqualTo(parts("1200", "0", "0"));
        assertThat(loan.at("2022-07-04").overdueSince()).contains(day("2022-07-03"));
    }

    @Test
    void takesEffectOnADueDateInsteadOfTheInstalmentOfThatDay() {
        var loan = LoanFixture.of(smallDraft()).then(rescheduled(smallDraft(), "2022-02-03", 13));

        assertThat(loan.schedule()).hasSize(12);
        assertThat(loan.at("2022-02-04").daysPastDue()).isZero();
    }

    @Test
    void keepsUnpaidInterestOwedUntilTheFirstNewInstalment() {
        var loan = LoanFixture.of(draft()).then(rescheduled(draft(), "2022-03-20", 72));

        // 17,968.75 of February, 17,687.29 of March
        assertThat(loan.at("2022-03-19").overdue().interest()).isEqualTo(money("35656.04"));
        assertThat(loan.at("2022-03-20").outstanding()).isEqualTo(parts("8625000", "35656.04", "0"));
        assertThat(loan.at("2022-03-20").overdue()).isEqualTo(Parts.NONE);
        assertThat(loan.at("2022-04-03").outstanding().interest()).isEqualTo(money("53624.79"));
        assertThat(loan.at("2022-04-03").daysPastDue()).isZero();
        assertThat(loan.at("2022-04-04").overdue().interest()).isEqualTo(money("53624.79"));
        assertThat(loan.schedule().get(0).interest()).isEqualTo(money("17968.75"));
    }

    @Test
    void countsDueAndPaidOnceThoughThePrincipalFallsDueAgain() {
        var loan = LoanFixture.of(smallDraft())
                .paid("2022-02-03", "100")
                .then(rescheduled(smallDraft(), "2022-06-15", 16));

        assertThat(loan.at("2022-06-14").due()).isEqualTo(money("500"));
        assertThat(loan.at("2022-06-15").due()).isEqualTo(money("100"));
        assertThat(loan.at("2022-06-15").paid()).isEqualTo(money("100"));
        assertThat(loan.at("2022-07-03").due()).isEqualTo(money("200"));
    }

    @Test
    void changesRateAndKind() {
        var changed = rescheduled(draft(), "2022-02-10", 60);
        changed.annualRate = new BigDecimal("6");
        changed.schedule = ScheduleKind.DIFFERENTIATED;

        var lines = LoanFixture.of(draft()).then(changed).schedule();

        assertThat(lines).hasSize(59);
        assertThat(lines.get(0).interest()).isEqualTo(money("43125"));
        assertThat(lines.get(0).principal()).isEqualTo(money("146186.44"));
    }

    @Test
    void addsASecondToTheFirst() {
        var loan = LoanFixture.of(smallDraft())
                .then(rescheduled(smallDraft(), "2022-03-10", 15))
                .then(rescheduled(smallDraft(), "2022-05-10", 20));

        assertThat(loan.at("2022-03-09").daysPastDue()).isEqualTo(34);
        assertThat(loan.at("2022-03-10").daysPastDue()).isZero();
        assertThat(loan.at("2022-05-09").daysPastDue()).isEqualTo(36);
        assertThat(loan.at("2022-05-10").daysPastDue()).isZero();
        assertThat(loan.ledger().schedule(day("2022-03-09"))).hasSize(12);
        assertThat(loan.ledger().schedule(day("2022-05-09"))).hasSize(13);
        assertThat(loan.ledger().schedule(day("2022-05-10"))).hasSize(16);
    }

    @Test
    void isAllThatIsOwedWhenTheLenderGivesItsOwnInstalments() {
        var own = rescheduled(draft(), "2022-03-20", 60);
        own.schedule = ScheduleKind.OWN;
        own.instalments =
                List.of(instalment("2023-03-20", "4000000", "200000"), instalment("2024-03-20", "4700000", "0"));

        var loan = LoanFixture.of(draft()).then(own);

        assertThat(loan.at("2022-03-20").outstanding()).isEqualTo(parts("8700000", "0", "0"));
        assertThat(loan.at("2023-03-20").outstanding()).isEqualTo(parts("8700000", "200000", "0"));
        assertThat(loan.at("2023-03-21").overdue()).isEqualTo(parts("4000000", "200000", "0"));
    }

    @Test
    void leavesTranchesToComeOutOfWhatIsOwed() {
        var own = smallDraft();
        own.disbursements = List.of(tranche("2022-01-03", "700"), tranche("2022-09-01", "500"));
        var before = own.terms().draft();
        own.schedule = ScheduleKind.OWN;
        own.rescheduledOn = day("2022-02-01");
        own.instalments = List.of(instalment("2022-08-01", "200", "0"), instalment("2023-01-15", "1000", "0"));

        var loan = LoanFixture.of(before).then(own);

        assertThat(loan.at("2022-02-01").outstanding().principal()).isEqualTo(money("700"));
        assertThat(loan.at("2022-09-01").outstanding().principal()).isEqualTo(money("1200"));
        assertThat(loan.schedule()).extracting(ScheduleLine::principal).containsExactly(money("200"), money("1000"));
    }

    @Test
    void supposesTheSameTermsBeforeWhenNothingWasKnown() {
        var loan = LoanFixture.of(rescheduled(smallDraft(), "2022-06-15", 24)).paid("2022-02-03", "50");

        assertThat(loan.at("2022-02-03").daysPastDue()).isZero();
        assertThat(loan.at("2022-06-14").overdue().principal()).isEqualTo(money("200"));
        assertThat(loan.at("2022-06-15").outstanding().principal()).isEqualTo(money("1150"));
    }

    @Test
    void supposesNothingBeforeALendersOwnInstalments() {
        var own = rescheduled(smallDraft(), "2022-06-15", 24);
        own.schedule = ScheduleKind.OWN;
        own.instalments = List.of(instalment("2022-08-01", "900", "0"));

        var loan = LoanFixture.of(own);

        assertThat(loan.at("2022-06-14").daysPastDue()).isZero();
        assertThat(loan.at("2022-06-14").outstanding().principal()).isEqualTo(money("1200"));
        assertThat(loan.at("2022-06-15").outstanding().principal()).isEqualTo(money("900"));
    }

    @Test
    void setsInterestOfAnInstalmentPaidEarlyAgainstTheNewOnes() {
        var loan = LoanFixture.of(draft())
                .paid("2022-02-01", "135102.24", "17968.75", "0")
                .then(rescheduled(draft(), "2022-02-02", 60));

        assertThat(loan.at("2022-02-02").outstanding()).isEqualTo(parts("8489897.76", "0", "0"));
        assertThat(loan.at("2022-02-03").outstanding().interest()).isEqualTo(money("0"));
    }

    @Test
    void leavesOneInstalmentDueAtOnceWhenItsTermWasOverBefore() {
        // The day of disbursement was corrected after the rescheduling was reported.
        var corrected = rescheduled(smallDraft(), "2022-12-20", 12);
        corrected.disbursedOn = day("2021-11-03");

        var loan = LoanFixture.of(smallDraft()).then(corrected);

        assertThat(loan.schedule()).hasSize(1);
        assertThat(loan.at("2022-12-20").daysPastDue()).isZero();
        assertThat(loan.at("2022-12-21").overdue()).isEqualTo(parts("1200", "0", "0"));
    }
}
