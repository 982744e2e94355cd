package kz.ruralincome.domain.credit;

import static kz.ruralincome.domain.credit.LoanFixture.day;
import static kz.ruralincome.domain.credit.LoanFixture.draft;
import static kz.ruralincome.domain.credit.LoanFixture.instalment;
import static kz.ruralincome.domain.credit.LoanFixture.money;
import static kz.ruralincome.domain.credit.LoanFixture.smallDraft;
import static kz.ruralincome.domain.credit.LoanFixture.tranche;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;
import org.junit.jupiter.api.Test;

/** What the rules let pass, and how they tell several contradictions at once. */
class LoanRulesTest {

    @Test
    void hasNothingAgainstALoanThatMayBe() {
        assertThat(LoanRules.check(draft())).isEmpty();

        var approved = draft();
        approved.status = LoanStatus.APPROVED;
        approved.disbursedOn = null;
        approved.schedule = ScheduleKind.OWN;
        assertThat(LoanRules.check(approved)).isEmpty();

        var cooperative = draft();
        cooperative.bin = "900101300007";
        cooperative.oked = "01410";
        cooperative.kato = "313600000";
        cooperative.collateral = List.of(new Collateral("үй", money("0")));
        cooperative.effectiveRate = new BigDecimal("2.53");
        assertThat(LoanRules.check(cooperative)).isEmpty();
    }

    @Test
    void lowersItsGuardForTheSumOfInstalmentsWhereNotAllWasHandedOver() {
        var draft = smallDraft();
        draft.schedule = ScheduleKind.OWN;
        draft.disbursements = List.of(tranche("2022-01-03", "700"));
        draft.instalments = List.of(instalment("2022-09-01", "700", "0"));
        assertThat(LoanRules.check(draft)).isEmpty();

        draft.instalments = List.of(instalment("2022-09-01", "1200", "0"));
        assertThat(LoanRules.check(draft)).isEmpty();
    }

    @Test
    void tellsEveryReasonAtOnce() {
        var draft = draft();
        draft.iin = "900101300008";
        draft.oked = "1";
        draft.termMonths = 0;
        draft.approvedOn = null;
        draft.disbursements = List.of(tranche("2022-01-04", "0"));

        assertThat(told(LoanRules.check(draft)))
                .containsExactlyInAnyOrder(
                        "iin iin.checksum",
                        "oked oked.format",
                        "termMonths number.range",
                        "approvedOn value.missing",
                        "disbursements[0].amount amount.not-positive",
                        "disbursements[0].on loan.first-tranche");
    }

    @Test
    void saysNothingMoreOfAFieldThatCouldNotBeRead() {
        var draft = draft();
        draft.principal = null;
        draft.oked = "1";
        draft.schedule = ScheduleKind.OWN;
        var unreadable = List.of(
                new FieldError("principal", "number.format", List.of()),
                new FieldError("instalments[3].dueOn", "date.format", List.of()));

        assertThat(told(LoanRules.check(draft, unreadable)))
                .containsExactly("principal number.format", "instalments[3].dueOn date.format", "oked oked.format");
    }

    @Test
    void aLoanIsNotDisbursedAfterItWasRepaid() {
        assertThat(LoanRules.checkRepaid(draft().terms(), day("2022-01-03"))).isEmpty();
        assertThat(LoanRules.checkRepaid(draft().terms(), day("2022-01-02")))
                .map(FieldError::code)
                .contains("loan.repaid-before");

        var approved = draft();
        approved.status = LoanStatus.APPROVED;
        assertThat(LoanRules.checkRepaid(approved.terms(), day("2022-02-03"))).isPresent();
    }

    private static List<String> told(List<FieldError> errors) {
        return errors.stream().map(error -> error.field() + " " + error.code()).toList();
    }

    @Test
    void letsPassWhatLiesOnTheBorders() {
        var draft = draft();
        draft.principal = new BigDecimal("9999999999999.99");
        draft.annualRate = new BigDecimal("100");
        draft.effectiveRate = new BigDecimal("1.123456");
        draft.termMonths = 600;
        draft.graceMonths = 599;
        draft.approvedOn = day("1990-01-01");
        draft.disbursements = List.of(tranche("2022-01-03", "9999999999999.98"), tranche("2022-01-03", "0.01"));
        draft.rescheduledOn = draft.disbursedOn;
        draft.status = LoanStatus.REPAID;
        draft.closedOn = draft.disbursedOn;
        var none = Optional.<BigDecimal>empty();
        draft.reported = new Reported(draft.approvedOn, Optional.of(99_999), none, none, none, none, none, none);
        assertThat(LoanRules.check(draft)).isEmpty();

        draft = draft();
        draft.termMonths = 1;
        draft.graceMonths = 0;
        draft.approvedOn = draft.disbursedOn;
        draft.annualRate = BigDecimal.ZERO;
        assertThat(LoanRules.check(draft)).isEmpty();
    }

    @Test
    void looksAtEveryFigureThatIsReported() {
        var draft = draft();
        var wrong = Optional.of(money("-1"));
        draft.reported = new Reported(day("2022-04-01"), Optional.empty(), wrong, wrong, wrong, wrong, wrong, wrong);

        assertThat(told(LoanRules.check(draft)))
                .containsExactly(
                        "reported.principal amount.negative",
                        "reported.interest amount.negative",
                        "reported.overduePrincipal amount.negative",
                        "reported.overdueInterest amount.negative",
                        "reported.penalty amount.negative",
                        "reported.writtenOff amount.negative");
    }

    @Test
    void toldOfADraftThatSaysAlmostNothing() {
        var draft = new LoanDraft();
        draft.closedOn = day("2022-04-01");
        draft.rescheduledOn = day("2022-04-01");
        draft.disbursements = List.of(tranche("2022-04-01", "1"));
        draft.instalments = List.of(instalment("2022-04-01", "1", "1"));

        assertThat(told(LoanRules.check(draft)))
                .containsExactly(
                        "iin value.missing",
                        "purpose value.missing",
                        "approvedOn value.missing",
                        "principal value.missing",
                        "annualRate value.missing",
                        "termMonths value.missing",
                        "schedule value.missing",
                        "status value.missing");

        draft.schedule = ScheduleKind.OWN;
        assertThat(LoanRules.check(draft)).hasSize(7);
        draft.rescheduledOn = null;
        draft.instalments = null;
        assertThat(LoanRules.check(draft)).hasSize(7);
        draft.instalments = List.of(instalment("2022-04-01", "2", "1"));
        assertThat(LoanRules.check(draft)).hasSize(7);
    }

    @Test
    void namesTheDateThatComesFirst() {
        var draft = draft();
        draft.status = LoanStatus.CANCELLED;
        draft.disbursedOn = null;
        draft.closedOn = day("2021-01-01");
        assertThat(LoanRules.check(draft).get(0).arguments()).containsExactly("approvedOn");

        draft.disbursedOn = LoanFixture.DISBURSED_ON;
        assertThat(LoanRules.check(draft).get(0).arguments()).containsExactly("disbursedOn");
    }

    @Test
    void looksAtEveryDate() {
        var draft = draft();
        var never = day("2201-01-01");
        draft.approvedOn = never;
        draft.disbursedOn = never;
        draft.rescheduledOn = never;
        draft.closedOn = never;
        draft.status = LoanStatus.REPAID;
        draft.schedule = ScheduleKind.OWN;
        draft.disbursements = List.of(new Disbursement(never, money("1")));
        draft.instalments = List.of(new Instalment(never, money("1"), money("0")));
        var none = Optional.<BigDecimal>empty();
        draft.reported = new Reported(never, Optional.empty(), none, none, none, none, none, none);

        assertThat(told(LoanRules.check(draft)))
                .containsExactly(
                        "approvedOn date.range",
                        "disbursedOn date.range",
                        "rescheduledOn date.range",
                        "closedOn date.range",
                        "disbursements[0].on date.range",
                        "instalments[0].dueOn date.range",
                        "reported.on date.range");
    }

    @Test
    void takesZeroInHoweverManyDigits() {
        var draft = draft();
        var none = Optional.<BigDecimal>empty();
        var zero = Optional.of(new BigDecimal("0E+999999999"));
        draft.reported = new Reported(day("2022-04-01"), Optional.empty(), zero, none, none, none, none, none);

        assertThat(LoanRules.check(draft)).isEmpty();
        assertThat(draft.terms().reported().orElseThrow().principal()).contains(money("0"));
    }
}
