package kz.ruralincome.domain.credit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Loans for tests: 8,625,000 at 2.5 % over 60 months, handed over on Monday 3 January 2022, and what is said of it. */
final class LoanFixture {

    static final LocalDate DISBURSED_ON = day("2022-01-03");

    /** Every day is worked, so that due dates are where the terms put them. */
    static final WorkingDays EVERY_DAY = new WorkingDays(
            Set.of(),
            day("2020-01-01")
                    .datesUntil(day("2040-01-01"))
                    .filter(WorkingDays.MONDAY_TO_FRIDAY::isDayOff)
                    .collect(Collectors.toSet()));

    private final List<RepaymentPlan> plans = new ArrayList<>();
    private final List<Repayment> repayments = new ArrayList<>();
    private LoanTerms terms;
    private Optional<LocalDate> writtenOffOn = Optional.empty();

    private LoanFixture() {}

    /** A draft without a flaw. */
    static LoanDraft draft() {
        var draft = new LoanDraft();
        draft.iin = "900101300007";
        draft.purpose = Purpose.LIVESTOCK;
        draft.approvedOn = DISBURSED_ON.minusDays(10);
        draft.disbursedOn = DISBURSED_ON;
        draft.principal = money("8625000");
        draft.annualRate = new BigDecimal("2.5");
        draft.termMonths = 60;
        draft.schedule = ScheduleKind.ANNUITY;
        draft.status = LoanStatus.ACTIVE;
        return draft;
    }

    /** A small loan without interest: 1,200 in twelve equal instalments, due on the third of each month. */
    static LoanDraft smallDraft() {
        var draft = draft();
        draft.principal = money("1200");
        draft.annualRate = BigDecimal.ZERO;
        draft.termMonths = 12;
        return draft;
    }

    static LoanFixture of(LoanDraft draft) {
        return new LoanFixture().then(draft);
    }

    /** The lender sends other terms. */
    LoanFixture then(LoanDraft draft) {
        terms = draft.terms();
        var after = RepaymentPlan.after(List.copyOf(plans), terms);
        plans.clear();
        plans.addAll(after);
        return this;
    }

    /** It stood written off before it was repaid. */
    LoanFixture writtenOffOn(String day) {
        writtenOffOn = Optional.of(day(day));
        return this;
    }

    LoanFixture paid(String paidOn, String amount) {
        return paid(new RepaymentTerms(day(paidOn), money(amount), Optional.empty()));
    }

    LoanFixture paid(String paidOn, String principal, String interest, String penalty) {
        var parts = new Parts(money(principal), money(interest), money(penalty));
        return paid(new RepaymentTerms(day(paidOn), parts.sum(), Optional.of(parts)));
    }

    private LoanFixture paid(RepaymentTerms one) {
        repayments.add(new Repayment("P" + (repayments.size() + 1), one, false));
        return this;
    }

    /** The last repayment is taken back. */
    LoanFixture reversed() {
        var last = repayments.remove(repayments.size() - 1);
        repayments.add(new Repayment(last.paymentRef(), last.terms(), true));
        return this;
    }

    LoanLedger ledger() {
        return ledger(EVERY_DAY);
    }

    LoanLedger ledger(WorkingDays workingDays) {
        return ledger(workingDays, AllotmentStep.USUAL);
    }

    LoanLedger ledger(WorkingDays workingDays, List<AllotmentStep> order) {
        return LoanLedger.of(terms, plans, writtenOffOn, repayments, workingDays, order);
    }

    List<ScheduleLine> schedule() {
        return ledger().schedule(LocalDate.MAX);
    }

    Standing at(String day) {
        return ledger().at(day(day));
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    static BigDecimal money(String text) {
        return new BigDecimal(text).setScale(2);
    }

    static Parts parts(String principal, String interest, String penalty) {
        return new Parts(money(principal), money(interest), money(penalty));
    }

    static Instalment instalment(String dueOn, String principal, String interest) {
        return new Instalment(day(dueOn), money(principal), money(interest));
    }

    static Disbursement tranche(String on, String amount) {
        return new Disbursement(day(on), money(amount));
    }
}
