package kz.ruralincome.domain.credit;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * One passage through the life of a loan, from border to border: on each day on which something may change, in this order,
 * a new plan begins, instalments fall due, tranches are handed over, repayments come in, the lender speaks of a penalty,
 * the loan ends.
 */
final class LedgerRun {

    private final LoanTerms terms;
    private final WorkingDays workingDays;
    private final List<AllotmentStep> order;
    private final LocalDate start;
    private final Map<LocalDate, LoanStatus> endings;

    private final Debt debt;
    private final Deque<RepaymentPlan> plansToCome;
    private final Deque<Disbursement> tranchesToCome;
    private final Deque<Repayment> repaymentsToCome;
    private final PriorityQueue<LocalDate> borders = new PriorityQueue<>();

    final List<AgeingStep> steps = new ArrayList<>();
    final List<ScheduleLine> schedule = new ArrayList<>();
    /** What is left of the instalments of the schedule, one by one. */
    final List<Due> scheduled = new ArrayList<>();

    final List<AllottedRepayment> repayments = new ArrayList<>();

    private Owed lastOwed;
    private LoanStatus endedAs;

    /** @param endings from which day on the loan is WRITTEN_OFF, REPAID; empty: as if it had not ended */
    LedgerRun(
            LoanTerms terms,
            List<RepaymentPlan> plans,
            List<Repayment> repayments,
            WorkingDays workingDays,
            List<AllotmentStep> order,
            Map<LocalDate, LoanStatus> endings) {
        this.terms = terms;
        this.workingDays = workingDays;
        this.order = order;
        this.endings = endings;
        this.plansToCome = new ArrayDeque<>(RepaymentPlan.fromTheBeginning(plans));
        this.tranchesToCome = new ArrayDeque<>(terms.handedOver());
        this.start = tranchesToCome.getFirst().on();
        this.debt = new Debt(new InstalmentCourse(plansToCome.removeFirst(), start));
        this.repaymentsToCome = new ArrayDeque<>(repayments.stream()
                .sorted(Comparator.comparing((Repayment one) -> one.terms().paidOn())
                        .thenComparing(Repayment::paymentRef))
                .toList());
        plansToCome.forEach(plan -> borders.add(plan.from().orElseThrow()));
        tranchesToCome.forEach(tranche -> borders.add(tranche.on()));
        repaymentsToCome.forEach(one -> borders.add(one.terms().paidOn()));
        terms.reported().ifPresent(reported -> borders.add(reported.on()));
        borders.addAll(endings.keySet());
    }

    LedgerRun run() {
        for (LocalDate day = nextBorder(); day != null; day = nextBorder()) {
            live(day);
            if (!day.isBefore(start)) {
                note(day);
            }
            while (day.equals(borders.peek())) {
                borders.remove();
            }
        }
        return this;
    }

    private LocalDate nextBorder() {
        LocalDate border = borders.peek();
        LocalDate dueOn = endedAs == null ? debt.nextDueOn() : null;
        return border == null || dueOn != null && dueOn.isBefore(border) ? dueOn : border;
    }

    private void live(LocalDate day) {
        if (day.equals(start)) {
            handOver(tranchesToCome.removeFirst());
        }
        if (endedAs == null) {
            while (!plansToCome.isEmpty()
                    && !plansToCome.getFirst().from().orElseThrow().isAfter(day)) {
                reschedule(plansToCome.removeFirst(), day);
            }
            while (debt.nextDueOn() != null && !debt.nextDueOn().isAfter(day)) {
                fallDue();
            }
        }
        while (!tranchesToCome.isEmpty() && !tranchesToCome.getFirst().on().isAfter(day)) {
            handOver(tranchesToCome.removeFirst());
        }
        while (!repaymentsToCome.isEmpty()
                && !repaymentsToCome.getFirst().terms().paidOn().isAfter(day)) {
            repay(repaymentsToCome.removeFirst());
        }
        terms.reported()
                .filter(reported -> reported.on().equals(day))
                .flatMap(Reported::penalty)
                .ifPresent(penalty -> debt.owePenalty(Tiyn.of(penalty)));
        if (endings.containsKey(day)) {
            if (endedAs == null) {
                debt.end(day);
            }
            endedAs = endings.get(day);
        }
    }

    private void handOver(Disbursement tranche) {
        debt.handOver(Tiyn.of(tranche.amount()));
    }

    private void reschedule(RepaymentPlan plan, LocalDate day) {
        schedule.clear();
        scheduled.clear();
        long toCome = tranchesToCome.stream()
                .mapToLong(tranche -> Tiyn.of(tranche.amount()))
                .sum();
        watch(debt.reschedule(new InstalmentCourse(plan, start), day, toCome, workingDays));
    }

    private void fallDue() {
        Due instalment = debt.fallDue(workingDays);
        watch(instalment);
        scheduled.add(instalment);
        schedule.add(new ScheduleLine(
                instalment.dueOn,
                instalment.movedTo,
                Tiyn.tenge(instalment.wholePrincipal),
                Tiyn.tenge(instalment.wholeInterest),
                Tiyn.tenge(debt.notDue())));
    }

    /** On these days it begins to be owed, and to be overdue. */
    private void watch(Due due) {
        if (due != null && due.wholePrincipal + due.wholeInterest > 0) {
            borders.add(due.owedFrom);
            borders.add(due.movedTo.plusDays(1));
        }
    }

    private void repay(Repayment repayment) {
        var said = repayment.terms();
        if (repayment.reversed()) {
            repayments.add(new AllottedRepayment(repayment, said.parts(), Tiyn.tenge(0)));
        } else {
            Debt.Paid paid = said.parts()
                    .map(this::payAsSaid)
                    .orElseGet(() -> debt.allot(Tiyn.of(said.amount()), said.paidOn(), order));
            var parts =
                    new Parts(Tiyn.tenge(paid.principal()), Tiyn.tenge(paid.interest()), Tiyn.tenge(paid.penalty()));
            repayments.add(new AllottedRepayment(repayment, Optional.of(parts), Tiyn.tenge(paid.ahead())));
        }
    }

    private Debt.Paid payAsSaid(Parts parts) {
        long interest = Tiyn.of(parts.interest());
        if (endedAs == null && debt.isNextPaidEarly(interest)) {
            fallDue();
        }
        return debt.pay(Tiyn.of(parts.principal()), interest, Tiyn.of(parts.penalty()));
    }

    private void note(LocalDate day) {
        Owed now = debt.on(day);
        if (endedAs == LoanStatus.WRITTEN_OFF) {
            now = new Owed(0, 0, 0, 0, 0, null, now.due(), now.paid(), now.principal());
        } else if (endedAs == LoanStatus.REPAID) {
            now = new Owed(0, 0, 0, 0, 0, null, now.due(), now.due(), 0);
        }
        if (lastOwed == null || !now.isAs(lastOwed)) {
            steps.add(now.from(day));
            lastOwed = now;
        }
    }
}
