package kz.ruralincome.domain.movement;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import kz.ruralincome.domain.shared.InvalidRequest;

/**
 * Between which two dates, of whom, and as known on which moment movement is asked.
 *
 * @param territory a KATO code or {@code none}; empty: all that the caller may see
 * @param asKnownOn empty: as the last finished run has read the facts
 */
public record MatrixQuestion(
        LocalDate from,
        LocalDate to,
        Optional<String> territory,
        Population population,
        Optional<OffsetDateTime> asKnownOn) {

    public MatrixQuestion {
        requireNonNull(territory, "territory");
        requireNonNull(population, "population");
        requireNonNull(asKnownOn, "asKnownOn");
        if (!from.isBefore(to)) {
            throw new InvalidRequest("to", "movement.dates.order");
        }
    }

    /** The same as known on a moment, unless the question itself names one. */
    MatrixQuestion knownOn(Optional<OffsetDateTime> moment) {
        return new MatrixQuestion(from, to, territory, population, asKnownOn.or(() -> moment));
    }
}
