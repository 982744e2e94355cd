package kz.ruralincome.domain.credit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One version of what a lender says of a loan.
 *
 * @param row its number in the table; empty while it is not written
 * @param no 1, 2, 3 … of the loan
 * @param plans whose terms make the schedule from which day on, the first from always
 * @param writtenOffOn of a loan that was written off and then repaid: the day from which it stood written off
 * @param takenBack a status was sent in error once, and taken back
 */
record LoanVersion(
        Optional<Long> row,
        int no,
        LoanTerms terms,
        int person,
        List<Plan> plans,
        Optional<LocalDate> writtenOffOn,
        boolean takenBack) {

    /** From this day on, empty: from the beginning, the schedule is made by the terms of that version. */
    record Plan(Optional<LocalDate> from, int no) {}

    /** The first version of a loan. */
    static LoanVersion first(LoanTerms terms, int person) {
        return new LoanVersion(Optional.empty(), 1, terms, person, plans(List.of(), terms, 1), Optional.empty(), false);
    }

    /**
     * The next version: what is changed is told by the lender, how days of before are aged is not.
     *
     * @param repayments of the loan, as they are known now
     */
    LoanVersion next(LoanTerms changed, int borrower, boolean takesBack, List<Repayment> repayments) {
        return new LoanVersion(
                Optional.empty(),
                no + 1,
                changed,
                borrower,
                plans(plans, changed, no + 1),
                changed.status() == LoanStatus.REPAID ? writtenOffBefore(repayments) : Optional.empty(),
                takenBack || takesBack);
    }

    /** The same of this person. */
    LoanVersion of(int borrower) {
        return new LoanVersion(row, no, terms, borrower, plans, writtenOffOn, takenBack);
    }

    private Optional<LocalDate> writtenOffBefore(List<Repayment> repayments) {
        return terms.status() == LoanStatus.WRITTEN_OFF ? LoanLedger.end(terms, repayments) : writtenOffOn;
    }

    /** As {@link RepaymentPlan#after}: those of before that begin before the new one stand. */
    private static List<Plan> plans(List<Plan> before, LoanTerms terms, int no) {
        Optional<LocalDate> from = terms.rescheduledOn();
        Stream<Plan> standing = before.stream()
                .filter(plan -> from.isPresent()
                        && plan.from().map(day -> day.isBefore(from.get())).orElse(true));
        return Stream.concat(standing, Stream.of(new Plan(from, no))).toList();
    }

    /** The versions other than this one that some day is aged by. */
    List<Integer> earlierPlans() {
        return plans.stream().map(Plan::no).filter(other -> other != no).toList();
    }

    /** The day from which on it ages by another schedule than its first. */
    Optional<LocalDate> rescheduledFrom() {
        return plans.stream().flatMap(plan -> plan.from().stream()).min(LocalDate::compareTo);
    }

    /** The plans of the loan, for which the terms of the versions before are needed. */
    List<RepaymentPlan> repaymentPlans(Map<Integer, LoanTerms> earlier) {
        return plans.stream()
                .map(plan -> RepaymentPlan.of(plan.no() == no ? terms : earlier.get(plan.no())))
                .toList();
    }

    /** What guards a correction: another version has another one. */
    String etag() {
        return "\"" + no + "\"";
    }
}
