package kz.ruralincome.domain.trail;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import kz.ruralincome.domain.shared.InvalidRequest;

/** The place of a line; the next page begins behind it. Written as microseconds and number: {@code 1669852800000000.17}. */
record TrailPlace(OffsetDateTime at, long id) {

    static TrailPlace read(String cursor) {
        try {
            int dot = cursor.indexOf('.');
            var at = Instant.EPOCH.plus(Long.parseLong(cursor.substring(0, Math.max(0, dot))), ChronoUnit.MICROS);
            return new TrailPlace(at.atOffset(ZoneOffset.UTC), Long.parseLong(cursor.substring(dot + 1)));
        } catch (NumberFormatException foreign) {
            throw new InvalidRequest("cursor", "trail.cursor");
        }
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at.toInstant()) + "." + id;
    }
}
