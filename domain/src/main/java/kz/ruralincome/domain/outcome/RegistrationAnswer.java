package kz.ruralincome.domain.outcome;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Registrations that began and ended in a window, by month, by reason, and by the parts of the territory: each adds up to
 * the whole, which is the indicators of that window.
 *
 * @param endings by reason; those that nobody had are left out
 * @param reason why nothing is known; see {@link Reason}
 */
public record RegistrationAnswer(
        OutcomeAnswer<RegistrationPart> about,
        RegistrationCounts whole,
        List<RegistrationMonth> months,
        Map<RegistrationEnding, Optional<Long>> endings,
        Optional<String> reason) {

    /** Whether a count is hidden. */
    public boolean isWithheld() {
        return Stream.of(
                        Stream.of(whole),
                        months.stream().map(RegistrationMonth::counts),
                        about.items().stream().map(RegistrationPart::counts))
                .flatMap(counts -> counts)
                .flatMap(counts -> Stream.of(counts.begun(), counts.ended(), counts.byLaw(), counts.otherwise()))
                .anyMatch(Optional::isEmpty);
    }
}
