package kz.ruralincome.domain.outcome;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import kz.ruralincome.domain.shared.InvalidRequest;

/** Where a list of loans goes on: after a loan, and as known on the moment of its first page, though a run has ended since. */
record LoanMemberCursor(long after, OffsetDateTime asKnownOn) {

    private static final String SEPARATOR = "_";

    static LoanMemberCursor of(String text) {
        String[] parts = text.split(SEPARATOR);
        try {
            if (parts.length == 2) {
                Instant moment = Instant.EPOCH.plus(Long.parseLong(parts[1]), ChronoUnit.MICROS);
                return new LoanMemberCursor(Long.parseLong(parts[0]), moment.atOffset(ZoneOffset.UTC));
            }
        } catch (NumberFormatException | ArithmeticException | DateTimeException foreign) {
            throw new InvalidRequest("cursor", "movement.cursor.unknown");
        }
        throw new InvalidRequest("cursor", "movement.cursor.unknown");
    }

    @Override
    public String toString() {
        return after + SEPARATOR + ChronoUnit.MICROS.between(Instant.EPOCH, asKnownOn.toInstant());
    }
}
