package kz.ruralincome.domain.credit;

import java.time.LocalDate;
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
