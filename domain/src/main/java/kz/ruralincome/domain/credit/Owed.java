package kz.ruralincome.domain.credit;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** The figures of a loan at the end of a day, in tiyn. */
record Owed(
        long principal,
        long interest,
        long penalty,
        long overduePrincipal,
        long overdueInterest,
        LocalDate overdueSince,
        long due,
        long paid,
        long writtenOff) {

    /** Written out, since a passage asks it on every border: the generated {@code equals} took half of its time. */
    boolean isAs(Owed other) {
        return principal == other.principal
                && interest == other.interest
                && penalty == other.penalty
                && overduePrincipal == other.overduePrincipal
                && overdueInterest == other.overdueInterest
                && due == other.due
                && paid == other.paid
                && writtenOff == other.writtenOff
                && Objects.equals(overdueSince, other.overdueSince);
    }

    AgeingStep from(LocalDate day) {
        return new AgeingStep(
                day,
                parts(principal, interest, penalty),
                parts(overduePrincipal, overdueInterest, penalty),
                Optional.ofNullable(overdueSince),
                Tiyn.tenge(due),
                Tiyn.tenge(paid),
                Tiyn.tenge(writtenOff));
    }

    private static Parts parts(long principal, long interest, long penalty) {
        return new Parts(Tiyn.tenge(principal), Tiyn.tenge(interest), Tiyn.tenge(penalty));
    }
}
