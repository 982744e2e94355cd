package kz.ruralincome.domain.credit;

import static java.math.BigDecimal.ZERO;
import static java.math.RoundingMode.HALF_UP;
import static java.time.temporal.ChronoUnit.DAYS;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The definitions of the loan book, read day by day and as plainly as they can be written: what the ledger must agree with. */
final class ObviousLoan {

    /** An instalment; a carried one is interest of a time before a rescheduling. */
    private static final class Item {
        LocalDate dueOn;
        LocalDate moved;
        boolean isCarried;
        BigDecimal principal;
        BigDecimal interest;
        BigDecimal paidPrincipal = ZERO;
        BigDecimal paidInterest = ZERO;

        BigDecimal principalLeft() {
            return principal.subtract(paidPrincipal);
        }

        BigDecimal interestLeft() {
            return interest.subtract(paidInterest);
        }

        BigDecimal left() {
            return principalLeft().add(interestLeft());
        }

        boolean hasFallenDue(LocalDate day) {
            return isCarried || !moved.isAfter(day);
        }

        boolean isLate(LocalDate day) {
            return moved.isBefore(day);
        }
    }

    private final LoanTerms terms;
    private final List<RepaymentPlan> plans;
    private final Optional<LocalDate> writtenOffOn;
    private final List<Repayment> repayments;
    private final WorkingDays workingDays;
    private final List<AllotmentStep> order;
    private final LocalDate start;
    private final Map<LocalDate, Standing> standings = new TreeMap<>();

    private final List<Item> items = new ArrayList<>();
    private BigDecimal paidBeforeRescheduling = ZERO;
    private BigDecimal notDue = ZERO;
    private BigDecimal interestAhead = ZERO;
    private BigDecimal overpaid = ZERO;
    private BigDecimal ownAhead = ZERO;
    private BigDecimal penalty = ZERO;
    private RepaymentPlan plan;
    private int next;
    private BigDecimal level;
    private boolean isOver;

    ObviousLoan(
            LoanTerms terms,
            List<RepaymentPlan> plans,
            Optional<LocalDate> writtenOffOn,
            List<Repayment> repayments,
            WorkingDays workingDays,
            List<AllotmentStep> order,
            LocalDate until) {
        this.order = order;
        this.terms = terms;
        this.plans = plans;
        this.writtenOffOn = writtenOffOn;
        this.repayments = repayments.stream()
                .filter(one -> !one.reversed())
                .sorted(Comparator.comparing((Repayment one) -> one.terms().paidOn())
                        .thenComparing(Repayment::paymentRef))
                .toList();
        this.workingDays = workingDays;
        this.start = terms.disbursedOn().orElseThrow();
        this.plan = plans.get(0);
        this.next = plan.schedule() == ScheduleKind.OWN ? 0 : 1;
        for (LocalDate day = start; !day.isAfter(until); day = day.plusDays(1)) {
            live(day);
            standings.put(day, standing(day));
        }
    }

    Map<LocalDate, Standing> standings() {
        return standings;
    }

    private void live(LocalDate day) {
        if (day.equals(start)) {
            handOver(day);
        }
        for (RepaymentPlan other : plans) {
            if (!isOver && other.from().equals(Optional.of(day))) {
                reschedule(other, day);
            }
        }
        while (!isOver && nextDueOn() != null && !nextDueOn().isAfter(day)) {
            fallDue();
        }
        if (!day.equals(start)) {
            handOver(day);
        }
        for (Repayment one : repayments) {
            if (one.terms().paidOn().equals(day)) {
                repay(one.terms(), day);
            }
        }
        if (terms.reported().map(Reported::on).equals(Optional.of(day))) {
            penalty = terms.reported().get().penalty().orElse(penalty);
        }
        boolean ends = terms.closedOn().equals(Optional.of(day)) || writtenOffOn.equals(Optional.of(day));
        if (ends && !isOver) {
            isOver = true;
            for (Item one : items) {
                if (!one.hasFallenDue(day)) {
                    notDue = notDue.add(one.principalLeft());
                }
            }
            items.removeIf(one -> !one.hasFallenDue(day));
        }
    }

    private void handOver(LocalDate day) {
        for (Disbursement tranche : terms.handedOver()) {
            if (tranche.on().equals(day)) {
                BigDecimal set = overpaid.min(tranche.amount());
                overpaid = overpaid.subtract(set);
                notDue = notDue.add(tranche.amount()).subtract(set);
                level = null;
            }
        }
    }

    private LocalDate nextDueOn() {
        if (plan.schedule() == ScheduleKind.OWN) {
            return next < plan.instalments().size()
                    ? plan.instalments().get(next).dueOn()
                    : null;
        }
        return next <= plan.termMonths() ? start.plusMonths(next) : null;
    }

    private BigDecimal nextInterest() {
        if (plan.schedule() == ScheduleKind.OWN) {
            BigDecimal interest = plan.instalments().get(next).interest();
            return ownAhead.signum() == 0
                    ? interest
                    : interest.multiply(notDue).divide(notDue.add(ownAhead), 2, HALF_UP);
        }
        return notDue.multiply(plan.annualRate()).divide(BigDecimal.valueOf(1200), 2, HALF_UP);
    }

    private BigDecimal nextPrincipal(BigDecimal interest) {
        if (plan.schedule() == ScheduleKind.OWN) {
            BigDecimal principal = plan.instalments().get(next).principal();
            BigDecimal taken = principal.min(ownAhead);
            ownAhead = ownAhead.subtract(taken);
            return next == plan.instalments().size() - 1
                    ? notDue
                    : principal.subtract(taken).min(notDue);
        }
        if (next == plan.termMonths()) {
            return notDue;
        }
        if (next <= plan.graceMonths()) {
            return ZERO;
        }
        BigDecimal left = BigDecimal.valueOf(plan.termMonths() - next + 1);
        if (plan.schedule() == ScheduleKind.DIFFERENTIATED || plan.annualRate().signum() == 0) {
            level = level == null ? notDue.divide(left, 2, HALF_UP) : level;
            return level.min(notDue);
        }
        if (level == null) {
            var i = plan.annualRate().divide(BigDecimal.valueOf(1200), MathContext.DECIMAL128);
            var discount = BigDecimal.ONE.divide(
                    BigDecimal.ONE.add(i).pow(left.intValue(), MathContext.DECIMAL128), MathContext.DECIMAL128);
            level = notDue.multiply(i).divide(BigDecimal.ONE.subtract(discount), 2, HALF_UP);
        }
        return level.subtract(interest).min(notDue);
    }

    private void fallDue() {
        var item = new Item();
        item.dueOn = nextDueOn();
        item.moved = workingDays.move(item.dueOn);
        item.interest = nextInterest();
        item.principal = nextPrincipal(item.interest);
        item.paidInterest = item.interest.min(interestAhead);
        interestAhead = interestAhead.subtract(item.paidInterest);
        notDue = notDue.subtract(item.principal);
        items.add(item);
        next++;
    }

    private void reschedule(RepaymentPlan other, LocalDate day) {
        BigDecimal carried = ZERO;
        for (Item one : items) {
            notDue = notDue.add(one.principalLeft());
            if (one.dueOn.isBefore(day)) {
                carried = carried.add(one.interestLeft());
            } else {
                interestAhead = interestAhead.add(one.paidInterest);
            }
            if (one.isCarried || one.moved.isBefore(day)) {
                paidBeforeRescheduling =
                        paidBeforeRescheduling.add(one.paidPrincipal).add(one.paidInterest);
            }
        }
        items.clear();
        plan = other;
        level = null;
        ownAhead = ZERO;
        if (plan.schedule() == ScheduleKind.OWN) {
            next = 0;
            notDue = plan.instalments().stream().map(Instalment::principal).reduce(ZERO, BigDecimal::add);
            for (Disbursement tranche : terms.handedOver()) {
                notDue = tranche.on().isBefore(day)
                                || day.equals(start) && tranche.on().equals(day)
                        ? notDue
                        : notDue.subtract(tranche.amount());
            }
            notDue = notDue.max(ZERO);
            return;
        }
        next = 1;
        while (nextDueOn() != null && !nextDueOn().isAfter(day)) {
            next++;
        }
        var rest = new Item();
        rest.isCarried = true;
        rest.dueOn = day;
        rest.moved = workingDays.move(nextDueOn() == null ? day : nextDueOn());
        rest.principal = ZERO;
        rest.interest = carried;
        items.add(rest);
    }

    private void repay(RepaymentTerms said, LocalDate day) {
        if (said.parts().isPresent()) {
            var parts = said.parts().get();
            boolean owesInterest =
                    items.stream().anyMatch(one -> one.interestLeft().signum() > 0);
            if (!isOver && nextDueOn() != null && parts.interest().signum() > 0 && !owesInterest) {
                BigDecimal wanted = nextInterest();
                if (wanted.signum() > 0 && interestAhead.add(parts.interest()).compareTo(wanted) >= 0) {
                    fallDue();
                }
            }
            payPenalty(parts.penalty());
            interestAhead = interestAhead.add(payInterest(parts.interest(), null, day));
            payAhead(payPrincipal(parts.principal(), null, day));
            return;
        }
        BigDecimal left = said.amount();
        for (AllotmentStep step : order) {
            left = switch (step) {
                case OVERDUE_PRINCIPAL -> payPrincipal(left, true, day);
                case OVERDUE_INTEREST -> payInterest(left, true, day);
                case PENALTY -> payPenalty(left);
                case PRINCIPAL_DUE -> payPrincipal(left, false, day);
                case INTEREST_DUE -> payInterest(left, false, day);
            };
        }
        payAhead(left);
    }

    private BigDecimal payPenalty(BigDecimal amount) {
        BigDecimal paid = amount.min(penalty);
        penalty = penalty.subtract(paid);
        return amount.subtract(paid);
    }

    /** Gives what is left of the amount; late: only of late ones or only of others, null: of all. */
    private BigDecimal payPrincipal(BigDecimal amount, Boolean late, LocalDate day) {
        BigDecimal left = amount;
        for (Item one : items) {
            if (late == null || late == one.isLate(day)) {
                BigDecimal paid = left.min(one.principalLeft());
                one.paidPrincipal = one.paidPrincipal.add(paid);
                left = left.subtract(paid);
            }
        }
        if (isOver && (late == null || late)) {
            BigDecimal paid = left.min(notDue);
            notDue = notDue.subtract(paid);
            left = left.subtract(paid);
        }
        return left;
    }

    private BigDecimal payInterest(BigDecimal amount, Boolean late, LocalDate day) {
        BigDecimal left = amount;
        for (Item one : items) {
            if (late == null || late == one.isLate(day)) {
                BigDecimal paid = left.min(one.interestLeft());
                one.paidInterest = one.paidInterest.add(paid);
                left = left.subtract(paid);
            }
        }
        return left;
    }

    private void payAhead(BigDecimal amount) {
        BigDecimal paid = amount.min(notDue);
        notDue = notDue.subtract(paid);
        overpaid = overpaid.add(amount).subtract(paid);
        if (paid.signum() > 0) {
            ownAhead = ownAhead.add(paid);
            level = null;
        }
    }

    private Standing standing(LocalDate day) {
        BigDecimal principal = notDue;
        BigDecimal interest = ZERO;
        BigDecimal overduePrincipal = ZERO;
        BigDecimal overdueInterest = ZERO;
        BigDecimal due = paidBeforeRescheduling;
        BigDecimal paid = paidBeforeRescheduling;
        Optional<LocalDate> since = Optional.empty();
        for (Item one : items) {
            principal = principal.add(one.principalLeft());
            if (one.hasFallenDue(day)) {
                interest = interest.add(one.interestLeft());
                due = due.add(one.principal).add(one.interest);
                paid = paid.add(one.paidPrincipal).add(one.paidInterest);
            }
            if (one.isLate(day) && one.left().signum() > 0) {
                overduePrincipal = overduePrincipal.add(one.principalLeft());
                overdueInterest = overdueInterest.add(one.interestLeft());
                since = since.filter(earlier -> earlier.isBefore(one.moved)).or(() -> Optional.of(one.moved));
            }
        }
        if (isOver) {
            boolean isWrittenOff = terms.status() == LoanStatus.WRITTEN_OFF
                    || day.isBefore(terms.closedOn().orElseThrow());
            return new Standing(
                    day,
                    Parts.NONE,
                    Parts.NONE,
                    Optional.empty(),
                    0,
                    due.setScale(2),
                    (isWrittenOff ? paid : due).setScale(2),
                    (isWrittenOff ? principal : ZERO).setScale(2));
        }
        return new Standing(
                day,
                parts(principal, interest),
                parts(overduePrincipal, overdueInterest),
                since,
                since.map(from -> (int) DAYS.between(from, day)).orElse(0),
                due.setScale(2),
                paid.setScale(2),
                ZERO.setScale(2));
    }

    private Parts parts(BigDecimal principal, BigDecimal interest) {
        return new Parts(principal.setScale(2), interest.setScale(2), penalty.setScale(2));
    }
}
