package kz.ruralincome.domain.credit;

import java.time.LocalDate;

/**
 * The instalments of one plan, one after the other, each made of the balance at hand when it falls due: the principal
 * that is not due yet. The last takes all that is left of it.
 */
final class InstalmentCourse {

    private static final long NOT_KNOWN = -1;

    /** What falls due with one instalment. */
    record Share(long principal, long interest) {}

    private final RepaymentPlan plan;
    private final YearlyRate rate;
    private final LocalDate disbursedOn;
    private final int last;

    /** Of a lender's own schedule the place of the next, else its number: the n-th is due n months after disbursement. */
    private int next;

    private LocalDate nextDueOn;
    private long level = NOT_KNOWN;
    private long ahead;

    InstalmentCourse(RepaymentPlan plan, LocalDate disbursedOn) {
        this.plan = plan;
        this.rate = new YearlyRate(plan.annualRate());
        this.disbursedOn = disbursedOn;
        this.last = isOwn() ? plan.instalments().size() - 1 : plan.termMonths();
        this.next = isOwn() ? 0 : 1;
        this.nextDueOn = dueOn(next);
        if (!isOwn()) {
            plan.from().ifPresent(this::skipTo);
        }
    }

    /** A plan that begins after its last due date leaves one instalment, due at once. */
    private void skipTo(LocalDate day) {
        while (next < last && !nextDueOn.isAfter(day)) {
            advance();
        }
        nextDueOn = nextDueOn.isBefore(day) ? day : nextDueOn;
    }

    boolean isOwn() {
        return plan.schedule() == ScheduleKind.OWN;
    }

    /** Always counted from the disbursement: 31 January, 28 February, 31 March. */
    private LocalDate dueOn(int number) {
        if (number > last) {
            return null;
        }
        return isOwn() ? plan.instalments().get(number).dueOn() : disbursedOn.plusMonths(number);
    }

    private void advance() {
        next++;
        nextDueOn = dueOn(next);
    }

    /** When the next instalment is due; null: there is none. */
    LocalDate nextDueOn() {
        return nextDueOn;
    }

    /** The sum of a lender's own instalments. */
    long ownPrincipal() {
        long sum = 0;
        for (Instalment one : plan.instalments()) {
            sum += Tiyn.of(one.principal());
        }
        return sum;
    }

    /** The interest that the next instalment will have. */
    long nextInterest(long balance) {
        if (!isOwn()) {
            return rate.monthOf(balance);
        }
        long interest = Tiyn.of(plan.instalments().get(next).interest());
        return ahead == 0 ? interest : Tiyn.proportion(interest, balance, balance + ahead);
    }

    /** The next instalment falls due. */
    Share fallDue(long balance) {
        long interest = nextInterest(balance);
        long principal =
                next == last ? balance : Math.min(balance, isOwn() ? ownPart() : computedPart(balance, interest));
        advance();
        return new Share(principal, interest);
    }

    private long ownPart() {
        long principal = Tiyn.of(plan.instalments().get(next).principal());
        long taken = Math.min(principal, ahead);
        ahead -= taken;
        return principal - taken;
    }

    private long computedPart(long balance, long interest) {
        if (next <= plan.graceMonths()) {
            return 0;
        }
        boolean isAnnuity = plan.schedule() == ScheduleKind.ANNUITY;
        if (level == NOT_KNOWN) {
            int left = last - next + 1;
            level = isAnnuity ? rate.annuity(balance, left) : YearlyRate.share(balance, left);
        }
        return isAnnuity ? level - interest : level;
    }

    /** The balance grew by a tranche: what follows is made anew of it. */
    void grow() {
        level = NOT_KNOWN;
    }

    /** The balance was lowered ahead of time: due dates stay, what follows is made anew of what is left. */
    void payAhead(long principal) {
        level = NOT_KNOWN;
        ahead += principal;
    }
}
