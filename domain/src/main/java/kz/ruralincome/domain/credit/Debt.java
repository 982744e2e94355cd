package kz.ruralincome.domain.credit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a borrower owes while time goes on: principal not due yet, and instalments due and not fully paid; in tiyn. */
final class Debt {

    /** In the order of the days to which they moved. */
    private final List<Due> owed = new ArrayList<>();

    private InstalmentCourse course;
    private long notDue;
    private long penalty;
    private long interestAhead;
    private long overpaid;
    private long due;

    Debt(InstalmentCourse course) {
        this.course = course;
    }

    LocalDate nextDueOn() {
        return course.nextDueOn();
    }

    long notDue() {
        return notDue;
    }

    void handOver(long amount) {
        long paidBefore = Math.min(overpaid, amount);
        overpaid -= paidBefore;
        notDue += amount - paidBefore;
        course.grow();
    }

    /** The next instalment can be paid from now on. */
    Due fallDue(WorkingDays workingDays) {
        LocalDate dueOn = course.nextDueOn();
        LocalDate moved = workingDays.move(dueOn);
        var share = course.fallDue(notDue);
        var instalment = new Due(dueOn, moved, moved, share.principal(), share.interest());
        notDue -= share.principal();
        interestAhead -= instalment.payInterest(interestAhead);
        owed.add(instalment);
        return instalment;
    }

    /**
     * From this day on another plan holds. All principal is spread anew; interest of instalments due before stays owed
     * and is late only when the first new instalment is. The lender's own new instalments are all that is owed.
     *
     * @param stillToHandOver tranches after this day, which the lender's own instalments return, too
     * @return what is left of the old instalments, or null
     */
    Due reschedule(InstalmentCourse next, LocalDate day, long stillToHandOver, WorkingDays workingDays) {
        course = next;
        long unpaidInterest = 0;
        for (Due old : owed) {
            notDue += old.principal();
            if (old.dueOn.isBefore(day)) {
                unpaidInterest += old.interest();
            } else {
                interestAhead += old.wholeInterest - old.interest();
            }
            due -= old.isCounted() ? old.left() : 0;
        }
        owed.clear();
        if (course.isOwn()) {
            notDue = Math.max(0, course.ownPrincipal() - stillToHandOver);
            return null;
        }
        if (unpaidInterest == 0) {
            return null;
        }
        var rest = new Due(day, day, workingDays.move(course.nextDueOn()), 0, unpaidInterest);
        owed.add(rest);
        return rest;
    }

    /** The lender's word on the penalty. */
    void owePenalty(long amount) {
        penalty = amount;
    }

    /** Whether the lender says of these parts that the whole interest of the next instalment was paid before it is due. */
    boolean isNextPaidEarly(long interest) {
        if (course.nextDueOn() == null || interest == 0 || owed.stream().anyMatch(one -> one.interest() > 0)) {
            return false;
        }
        long next = course.nextInterest(notDue);
        return next > 0 && interestAhead + interest >= next;
    }

    /** What a repayment paid; the principal holds what was paid ahead of time, more than was owed included. */
    record Paid(long principal, long interest, long penalty, long ahead) {

        private Paid plus(AllotmentStep step, long amount) {
            return switch (step) {
                case OVERDUE_PRINCIPAL, PRINCIPAL_DUE -> new Paid(principal + amount, interest, penalty, ahead);
                case OVERDUE_INTEREST, INTEREST_DUE -> new Paid(principal, interest + amount, penalty, ahead);
                case PENALTY -> new Paid(principal, interest, penalty + amount, ahead);
            };
        }

        private long sum() {
            return principal + interest + penalty;
        }
    }

    /** The lender says what was paid. */
    Paid pay(long principal, long interest, long penaltyPart) {
        payPenalty(penaltyPart);
        interestAhead += interest - payInterest(interest, one -> true);
        long ahead = principal - payPrincipal(principal, one -> true);
        payAhead(ahead);
        return new Paid(principal, interest, penaltyPart, ahead);
    }

    /** The program says what a sum pays. */
    Paid allot(long amount, LocalDate day, List<AllotmentStep> order) {
        var paid = new Paid(0, 0, 0, 0);
        for (AllotmentStep step : order) {
            long left = amount - paid.sum();
            paid = paid.plus(
                    step,
                    switch (step) {
                        case OVERDUE_PRINCIPAL -> payPrincipal(left, one -> one.isOverdueOn(day));
                        case OVERDUE_INTEREST -> payInterest(left, one -> one.isOverdueOn(day));
                        case PENALTY -> payPenalty(left);
                        case PRINCIPAL_DUE -> payPrincipal(left, one -> !one.isOverdueOn(day));
                        case INTEREST_DUE -> payInterest(left, one -> !one.isOverdueOn(day));
                    });
        }
        long ahead = amount - paid.sum();
        payAhead(ahead);
        return new Paid(paid.principal() + ahead, paid.interest(), paid.penalty(), ahead);
    }

    private long payPrincipal(long amount, Predicate<Due> which) {
        long paid = 0;
        for (Due one : owed) {
            paid += which.test(one) ? one.payPrincipal(amount - paid) : 0;
        }
        return paid;
    }

    private long payInterest(long amount, Predicate<Due> which) {
        long paid = 0;
        for (Due one : owed) {
            paid += which.test(one) ? one.payInterest(amount - paid) : 0;
        }
        return paid;
    }

    private long payPenalty(long amount) {
        long paid = Math.min(penalty, amount);
        penalty -= paid;
        return paid;
    }

    private void payAhead(long amount) {
        long paid = Math.min(notDue, amount);
        if (paid > 0) {
            notDue -= paid;
            course.payAhead(paid);
        }
        overpaid += amount - paid;
    }

    /** The lender waits no longer: nothing more falls due, and what is left may be paid as if it were overdue. */
    void end(LocalDate day) {
        for (Due one : owed) {
            notDue += one.isOwedOn(day) ? 0 : one.principal();
        }
        owed.removeIf(one -> !one.isOwedOn(day));
        owed.add(new Due(day, null, day, notDue, 0));
        notDue = 0;
    }

    /** How it stands at the end of a day. */
    Owed on(LocalDate day) {
        owed.forEach(one -> due += one.beginsToCountOn(day) ? one.wholePrincipal + one.wholeInterest : 0);
        owed.removeIf(Due::isSettled);
        long principal = notDue;
        long interest = 0;
        long unpaid = 0;
        long overduePrincipal = 0;
        long overdueInterest = 0;
        LocalDate since = null;
        for (Due one : owed) {
            principal += one.principal();
            if (one.isOwedOn(day)) {
                interest += one.interest();
                unpaid += one.left();
            }
            if (one.isOverdueOn(day)) {
                overduePrincipal += one.principal();
                overdueInterest += one.interest();
                since = since == null ? one.movedTo : since;
            }
        }
        return new Owed(principal, interest, penalty, overduePrincipal, overdueInterest, since, due, due - unpaid, 0);
    }
}
