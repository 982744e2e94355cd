package kz.ruralincome.domain.outcome;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import kz.ruralincome.domain.movement.Population;

/**
 * Between which two dates groups are put side by side.
 *
 * @param territory a KATO code or {@code none}; empty: all that the caller may see
 * @param asKnownOn empty: as the last finished movement run has read the facts
 */
public record ComparisonQuestion(
        LocalDate from,
        LocalDate to,
        Optional<String> territory,
        ComparisonGrouping grouping,
        Optional<OffsetDateTime> asKnownOn) {

    public ComparisonQuestion {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(grouping, "grouping");
    }

    OutcomeQuestion about(Optional<OffsetDateTime> moment) {
        return new OutcomeQuestion(to, Optional.of(from), territory, Population.ALL, asKnownOn.or(() -> moment));
    }
}
