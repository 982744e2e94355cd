package kz.ruralincome.domain.movement;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import kz.ruralincome.domain.shared.InvalidRequest;

/**
 * Where a list of members goes on: after a person, and as known on the moment of its first page, though a run has ended
 * since. It stands in URLs, so it names the person by an id and not by the IIN.
 */
public record MemberCursor(UUID after, OffsetDateTime asKnownOn) {

    private static final String SEPARATOR = "_";

    public static MemberCursor of(String text) {
        String[] parts = text.split(SEPARATOR);
        try {
            if (parts.length == 2) {
                Instant moment = Instant.EPOCH.plus(Long.parseLong(parts[1]), ChronoUnit.MICROS);
                return new MemberCursor(UUID.fromString(parts[0]), moment.atOffset(ZoneOffset.UTC));
            }
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException foreign) {
            throw new InvalidRequest("cursor", "movement.cursor.unknown");
        }
        throw new InvalidRequest("cursor", "movement.cursor.unknown");
    }

    @Override
    public String toString() {
        return after + SEPARATOR + ChronoUnit.MICROS.between(Instant.EPOCH, asKnownOn.toInstant());
    }
}
