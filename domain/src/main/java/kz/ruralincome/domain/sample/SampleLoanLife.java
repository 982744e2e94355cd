package kz.ruralincome.domain.sample;

import static kz.ruralincome.domain.sample.SampleDays.NEVER;

import java.util.ArrayList;
import java.util.List;
import kz.ruralincome.domain.sample.SampleCourse.Instalment;
import kz.ruralincome.domain.sample.SampleLoan.Habit;

/**
 * What became of a loan up to the day of which its lender reports: day by day on which something happens, as the lender's
 * own program would keep it. Amounts in tiyn.
 */
final class SampleLoanLife {

    /** The lenders report of the last working day of the month. */
    static final int REPORT = SampleDays.day(2026, 10, 30);

    /**
     * Money that came in.
     *
     * @param isReversed booked twice in error, and taken back
     */
    record Payment(int on, long principal, long interest, boolean isReversed) {}

    private final SampleLoan loan;
    private final SampleWorkingDays workingDays;
    private final SampleRandom own;
    private final List<Payment> payments = new ArrayList<>();
    private final List<Instalment> owed = new ArrayList<>();

    private SampleTerms terms;
    private SampleCourse course;
    private long balance;
    private int fallen;
    private boolean isStopped;
    private int stopsAt = NEVER;
    private int fullyPaidAfter = NEVER;
    private int trancheOn;
    private int payOn = NEVER;
    private int interestOn = NEVER;
    private int aheadOn = NEVER;
    private int rescheduleOn = NEVER;
    private int writeOffOn = NEVER;
    private int rescheduledOn = NEVER;
    private int closedOn = NEVER;
    private String status;

    private SampleLoanLife(SampleLoan loan, SampleWorkingDays workingDays, SampleRandom random) {
        this.loan = loan;
        this.workingDays = workingDays;
        this.own = random.split(3, loan.key());
        this.terms = loan.terms();
        this.trancheOn = terms.trancheOn();
        this.course = new SampleCourse(terms);
        this.balance = terms.firstTranche();
        this.status = "ACTIVE";
    }

    static SampleLoanLife of(SampleLoan loan, SampleWorkingDays workingDays, SampleRandom random) {
        var life = new SampleLoanLife(loan, workingDays, random);
        switch (loan.habit()) {
            case WAITING -> life.status = "APPROVED";
            case CANCELLED -> life.cancel();
            default -> life.live();
        }
        return life;
    }

    private void cancel() {
        status = "CANCELLED";
        closedOn = terms.approvedOn() + own.between(20, 90);
    }

    private void live() {
        if (loan.habit() == Habit.FAILING) {
            stopsAt = own.between(1, terms.isOwn() ? 3 : 26);
        } else if (loan.habit() == Habit.AHEAD) {
            fullyPaidAfter = own.chance(550) ? (terms.isOwn() ? 1 : 5) + own.below(terms.isOwn() ? 3 : 24) : NEVER;
        }
        for (int day = nextDay(); day <= REPORT && closedOn == NEVER; day = nextDay()) {
            happen(day);
        }
        bookTwice();
    }

    private int nextDay() {
        int day = Math.min(course.nextDueOn(), trancheOn);
        day = Math.min(day, Math.min(payOn, interestOn));
        return Math.min(Math.min(day, aheadOn), Math.min(rescheduleOn, writeOffOn));
    }

    /** In the order in which the contract's rules take a day: new terms, instalments, tranches, money that comes in. */
    private void happen(int day) {
        if (day == rescheduleOn) {
            reschedule(day);
        }
        if (day == course.nextDueOn()) {
            fallDue();
        }
        if (day == trancheOn) {
            trancheOn = NEVER;
            balance += terms.secondTranche();
            course.reckonAnew();
        }
        if (day == payOn) {
            pay(day);
        }
        if (day == interestOn) {
            payInterest(day);
        }
        if (day == aheadOn) {
            payAhead(day);
        }
        if (day == writeOffOn) {
            close("WRITTEN_OFF", day);
        }
    }

    private void fallDue() {
        Instalment due = course.fallDue(balance);
        balance -= due.principal();
        owed.add(due);
        fallen++;
        int movedTo = workingDays.move(due.dueOn());
        boolean heirsStop = due.dueOn() >= loan.borrower().diedOn() && own.chance(120);
        if (!isStopped && (fallen == stopsAt || heirsStop)) {
            isStopped = true;
            fail(movedTo);
        } else if (!isStopped && payOn == NEVER) {
            payOn = movedTo + delay();
        }
    }

    private int delay() {
        return switch (loan.habit()) {
            case SLACK -> own.chance(450) ? 0 : own.between(1, own.chance(300) ? 75 : 24);
            default -> own.chance(930) ? 0 : own.between(1, 9);
        };
    }

    private void fail(int day) {
        boolean mayReschedule = !terms.isOwn() && rescheduledOn == NEVER;
        switch (own.weighted(380, 270, mayReschedule ? 230 : 0, 120)) {
            case 0 -> {
                payOn = day + own.between(20, 160);
                isStopped = false;
            }
            case 1 -> interestOn = own.chance(400) ? day + own.between(15, 60) : NEVER;
            case 2 -> rescheduleOn = freeOfDues(day + own.between(45, 130));
            default -> writeOffOn = day + own.between(370, 540);
        }
    }

    /** New terms do not begin on a day on which an instalment is due. */
    private int freeOfDues(int day) {
        int free = day;
        var ahead = new SampleCourse(terms);
        for (int due = ahead.nextDueOn(); due <= free; due = ahead.nextDueOn()) {
            free += due == free ? 1 : 0;
            ahead.fallDue(0);
        }
        return free;
    }

    private void reschedule(int day) {
        rescheduleOn = NEVER;
        rescheduledOn = day;
        int begun = course.monthsBegun();
        terms = terms.rescheduled(terms.term() + 12 * own.between(1, 2), begun + own.between(2, 5));
        course = SampleCourse.from(terms, day);
        long interest = 0;
        for (Instalment old : owed) {
            balance += old.principal();
            interest += old.interest();
        }
        owed.clear();
        if (interest > 0) {
            owed.add(new Instalment(course.nextDueOn(), 0, interest));
        }
        isStopped = false;
        stopsAt = own.chance(200) ? fallen + own.between(3, 14) : NEVER;
    }

    private void pay(int day) {
        payOn = NEVER;
        long principal = 0;
        long interest = 0;
        for (Instalment one : owed) {
            principal += one.principal();
            interest += one.interest();
        }
        owed.clear();
        if (fallen > fullyPaidAfter) {
            principal += balance;
            balance = 0;
        }
        payments.add(new Payment(day, principal, interest, false));
        if (balance == 0 && trancheOn == NEVER) {
            close("REPAID", day);
        } else if (loan.habit() == Habit.AHEAD && !terms.isOwn() && trancheOn == NEVER && own.chance(60)) {
            aheadOn = day + own.between(2, 15);
        }
    }

    /** The interest of all that is due: less than that ends no delay. */
    private void payInterest(int day) {
        interestOn = NEVER;
        long interest = 0;
        for (int place = 0; place < owed.size(); place++) {
            Instalment one = owed.get(place);
            interest += one.interest();
            owed.set(place, new Instalment(one.dueOn(), one.principal(), 0));
        }
        if (interest > 0) {
            payments.add(new Payment(day, 0, interest, false));
        }
    }

    private void payAhead(int day) {
        aheadOn = NEVER;
        long amount = balance * own.between(8, 30) / 100 / 100_000 * 100_000;
        if (owed.isEmpty() && amount > 0) {
            balance -= amount;
            course.reckonAnew();
            payments.add(new Payment(day, amount, 0, false));
        }
    }

    private void close(String as, int day) {
        status = as;
        closedOn = day;
    }

    private void bookTwice() {
        if (payments.size() > 2 && own.chance(12)) {
            int place = own.below(payments.size() - 1);
            Payment twice = payments.get(place);
            payments.add(place + 1, new Payment(twice.on(), twice.principal(), twice.interest(), true));
        }
    }

    /** Terms as they stand: of a loan that was rescheduled the new ones. */
    SampleTerms terms() {
        return terms;
    }

    /** In order of time; the place is the reference. */
    List<Payment> payments() {
        return payments;
    }

    String status() {
        return status;
    }

    int closedOn() {
        return closedOn;
    }

    int rescheduledOn() {
        return rescheduledOn;
    }

    /** Principal that is not paid. */
    long outstanding() {
        return balance + owed.stream().mapToLong(Instalment::principal).sum();
    }

    /** Interest of instalments that are due and not paid; what was owed before a rescheduling is due at once. */
    long interest() {
        return owed.stream().mapToLong(Instalment::interest).sum();
    }

    long overduePrincipal() {
        return owed.stream()
                .filter(this::isOverdue)
                .mapToLong(Instalment::principal)
                .sum();
    }

    long overdueInterest() {
        return owed.stream()
                .filter(this::isOverdue)
                .mapToLong(Instalment::interest)
                .sum();
    }

    int daysPastDue() {
        return owed.isEmpty() || !isOverdue(owed.get(0))
                ? 0
                : REPORT - workingDays.move(owed.get(0).dueOn());
    }

    private boolean isOverdue(Instalment one) {
        return workingDays.move(one.dueOn()) < REPORT;
    }
}
