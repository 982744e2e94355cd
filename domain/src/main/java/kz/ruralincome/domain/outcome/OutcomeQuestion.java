package kz.ruralincome.domain.outcome;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import kz.ruralincome.domain.movement.Population;

/**
 * What is asked of the indicators.
 *
 * @param flowFrom another first day of the window than 1 January
 * @param territory a KATO code or {@code none}; empty: all that the caller may see
 * @param asKnownOn empty: as the last finished movement run has read the facts
 */
public record OutcomeQuestion(
        LocalDate asOf,
        Optional<LocalDate> flowFrom,
        Optional<String> territory,
        Population population,
        Optional<OffsetDateTime> asKnownOn) {

    public OutcomeQuestion {
        requireNonNull(asOf, "asOf");
        requireNonNull(flowFrom, "flowFrom");
        requireNonNull(territory, "territory");
        requireNonNull(population, "population");
        requireNonNull(asKnownOn, "asKnownOn");
    }

    /** The same, as known on another moment if there is one. */
    OutcomeQuestion knownOn(Optional<OffsetDateTime> moment) {
        return moment.isEmpty() ? this : new OutcomeQuestion(asOf, flowFrom, territory, population, moment);
    }

    Window window() {
        return Window.of(asOf, flowFrom);
    }

    Window windowBefore() {
        return Window.previous(asOf, flowFrom);
    }
}
