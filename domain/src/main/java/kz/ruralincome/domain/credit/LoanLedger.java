package kz.ruralincome.domain.credit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What follows from a loan's terms, plans and repayments: what each repayment paid, the schedule in force, and how the
 * loan stands on any day. Values in, values out.
 *
 * <p>Of a loan APPROVED or CANCELLED nothing is handed over, so nothing is owed. REPAID ends it by the lender's word: from
 * that day on nothing is outstanding and all that had fallen due counts as paid. WRITTEN_OFF ends it, too: from that day on
 * nothing is outstanding or overdue, nothing more falls due, and its principal stands apart until it is recovered, or the
 * lender says REPAID after all. The day on which it ended is {@code closedOn}; where the lender gave none, the last day it
 * spoke of.
 */
public final class LoanLedger {

    private final LoanTerms terms;
    private final List<RepaymentPlan> plans;
    private final List<Repayment> given;
    private final WorkingDays workingDays;
    private final List<AllotmentStep> order;
    private final List<AgeingStep> line;
    private final List<AllottedRepayment> repayments;
    /** The passage that goes on by all plans, since the loan has not ended. */
    private final Optional<LedgerRun> unended;

    private LoanLedger(
            LoanTerms terms,
            List<RepaymentPlan> plans,
            Optional<LocalDate> writtenOffOn,
            List<Repayment> given,
            WorkingDays workingDays,
            List<AllotmentStep> order) {
        this.terms = terms;
        this.plans = plans;
        this.given = given;
        this.workingDays = workingDays;
        this.order = order;
        if (terms.handedOver().isEmpty()) {
            this.line = List.of();
            this.repayments = given.stream()
                    .map(one -> new AllottedRepayment(one, one.terms().parts(), Tiyn.tenge(0)))
                    .toList();
            this.unended = Optional.empty();
        } else {
            Map<LocalDate, LoanStatus> endings = endings(terms, writtenOffOn, given);
            var run = new LedgerRun(terms, plans, given, workingDays, order, endings).run();
            this.line = run.steps;
            this.repayments = run.repayments;
            this.unended = endings.isEmpty() ? Optional.of(run) : Optional.empty();
        }
    }

    /**
     * Computes a loan.
     *
     * @param plans as {@link RepaymentPlan#after} keeps them, at least one
     * @param writtenOffOn of a loan that is REPAID: the day from which it stood written off before
     * @param repayments in any order, reversed ones included
     * @param order what a repayment in one sum pays first, of the lender
     */
    public static LoanLedger of(
            LoanTerms terms,
            List<RepaymentPlan> plans,
            Optional<LocalDate> writtenOffOn,
            List<Repayment> repayments,
            WorkingDays workingDays,
            List<AllotmentStep> order) {
        return new LoanLedger(terms, plans, writtenOffOn, repayments, workingDays, order);
    }

    private static Map<LocalDate, LoanStatus> endings(
            LoanTerms terms, Optional<LocalDate> writtenOffOn, List<Repayment> repayments) {
        Map<LocalDate, LoanStatus> endings = new HashMap<>();
        end(terms, repayments).ifPresent(end -> {
            // Without a day of its own, repaid is not before the write-off.
            LocalDate last = writtenOffOn
                    .filter(day -> terms.closedOn().isEmpty() && day.isAfter(end))
                    .orElse(end);
            writtenOffOn.filter(day -> day.isBefore(last)).ifPresent(day -> endings.put(day, LoanStatus.WRITTEN_OFF));
            endings.put(last, terms.status());
        });
        return endings;
    }

    /** The day on which a loan of these terms ended as its status says. */
    static Optional<LocalDate> end(LoanTerms terms, List<Repayment> repayments) {
        if (terms.status() == LoanStatus.ACTIVE) {
            return Optional.empty();
        }
        return terms.closedOn().or(() -> Stream.of(
                        terms.disbursedOn().stream(),
                        terms.handedOver().stream().map(Disbursement::on),
                        terms.reported().stream().map(Reported::on),
                        repayments.stream().filter(one -> !one.reversed()).map(one -> one.terms()
                                .paidOn()))
                .flatMap(days -> days)
                .max(LocalDate::compareTo));
    }

    /** How the loan stands at the end of a day. */
    public Standing at(LocalDate day) {
        int after = 0;
        int end = line.size();
        while (after < end) {
            int middle = (after + end) >>> 1;
            if (line.get(middle).from().isAfter(day)) {
                end = middle;
            } else {
                after = middle + 1;
            }
        }
        return after == 0 ? nothing(day) : line.get(after - 1).on(day);
    }

    private static Standing nothing(LocalDate day) {
        BigDecimal zero = Tiyn.tenge(0);
        return new Standing(day, Parts.NONE, Parts.NONE, Optional.empty(), 0, zero, zero, zero);
    }

    /**
     * The ageing line: how the loan stands from each day on which something changes, beginning with the disbursement. Days
     * to come are on it, too, as if nothing more were paid; it changes only when a fact or the calendar does.
     */
    public List<AgeingStep> line() {
        return List.copyOf(line);
    }

    /** All repayments in order of payment, and what each paid. */
    public List<AllottedRepayment> repayments() {
        return List.copyOf(repayments);
    }

    /**
     * The schedule in force on a day: from the disbursement, or from the last rescheduling up to that day. What was paid
     * ahead is in it. Before the loan is disbursed only a lender's own schedule is known.
     */
    public List<ScheduleLine> schedule(LocalDate day) {
        return terms.handedOver().isEmpty() ? announced() : List.copyOf(planned(day).schedule);
    }

    /** The same with what was paid of each instalment. */
    public List<PaidInstalment> instalments(LocalDate day) {
        if (terms.handedOver().isEmpty()) {
            return announced().stream()
                    .map(line -> new PaidInstalment(line, Tiyn.tenge(0), Tiyn.tenge(0)))
                    .toList();
        }
        var run = planned(day);
        List<PaidInstalment> instalments = new ArrayList<>();
        for (int i = 0; i < run.schedule.size(); i++) {
            Due due = run.scheduled.get(i);
            instalments.add(new PaidInstalment(
                    run.schedule.get(i),
                    Tiyn.tenge(due.wholePrincipal - due.principal()),
                    Tiyn.tenge(due.wholeInterest - due.interest())));
        }
        return instalments;
    }

    /** As if the loan had not ended: what it would have paid by the plans begun up to the day. */
    private LedgerRun planned(LocalDate day) {
        List<RepaymentPlan> all = RepaymentPlan.fromTheBeginning(plans);
        List<RepaymentPlan> begun = all.stream()
                .filter(plan -> plan.from().isEmpty() || !plan.from().get().isAfter(day))
                .toList();
        if (unended.isPresent() && begun.size() == all.size()) {
            return unended.get();
        }
        return new LedgerRun(terms, begun, given, workingDays, order, Map.of()).run();
    }

    private List<ScheduleLine> announced() {
        BigDecimal balance =
                terms.instalments().stream().map(Instalment::principal).reduce(Tiyn.tenge(0), BigDecimal::add);
        List<ScheduleLine> lines = new ArrayList<>();
        for (Instalment one : terms.instalments()) {
            balance = balance.subtract(one.principal());
            lines.add(new ScheduleLine(
                    one.dueOn(), workingDays.move(one.dueOn()), one.principal(), one.interest(), balance));
        }
        return lines;
    }
}
