package kz.ruralincome.domain.credit;

import java.time.LocalDate;

/** What is left of an instalment that can be paid as due; from a day on it is owed, and overdue after another. */
final class Due {

    final LocalDate dueOn;
    final LocalDate owedFrom;
    final LocalDate movedTo;
    final long wholePrincipal;
    final long wholeInterest;

    private long principal;
    private long interest;
    private boolean isCounted;

    /** @param owedFrom null: never among what has fallen due, as the rest of a loan that was written off */
    Due(LocalDate dueOn, LocalDate owedFrom, LocalDate movedTo, long principal, long interest) {
        this.dueOn = dueOn;
        this.owedFrom = owedFrom;
        this.movedTo = movedTo;
        this.wholePrincipal = principal;
        this.wholeInterest = interest;
        this.principal = principal;
        this.interest = interest;
    }

    long principal() {
        return principal;
    }

    long interest() {
        return interest;
    }

    long left() {
        return principal + interest;
    }

    boolean isOwedOn(LocalDate day) {
        return owedFrom != null && !owedFrom.isAfter(day);
    }

    boolean isOverdueOn(LocalDate day) {
        return movedTo.isBefore(day);
    }

    /** Pays principal out of an amount and tells how much it took. */
    long payPrincipal(long amount) {
        long paid = Math.min(principal, amount);
        principal -= paid;
        return paid;
    }

    /** Pays interest out of an amount and tells how much it took. */
    long payInterest(long amount) {
        long paid = Math.min(interest, amount);
        interest -= paid;
        return paid;
    }

    /** True once: on the first day on which it is owed and asked. */
    boolean beginsToCountOn(LocalDate day) {
        boolean begins = !isCounted && isOwedOn(day);
        isCounted |= begins;
        return begins;
    }

    boolean isCounted() {
        return isCounted;
    }

    boolean isSettled() {
        return left() == 0 && isCounted;
    }
}
