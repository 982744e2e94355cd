package kz.ruralincome.domain.outcome;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Groups side by side. It compares, and proves no cause: who takes part has been chosen, or has chosen.
 *
 * @param observedTo up to which day arrivals are followed
 * @param areas the units of the pilot in the territory, when it is they that are compared
 * @param reason why nothing is known; see {@link Reason}
 */
public record ComparisonAnswer(
        OutcomeAnswer<ComparedGroup> about,
        ComparisonQuestion question,
        LocalDate observedTo,
        List<PilotArea> areas,
        Optional<String> reason) {

    /** Whether a count is hidden. */
    public boolean isWithheld() {
        return about.items().stream().anyMatch(group -> !group.withheld().isEmpty());
    }
}
