package kz.ruralincome.domain.outcome;

import java.time.LocalDate;
import java.util.List;

/**
 * Groups side by side. It compares, and proves no cause: who takes part has been chosen, or has chosen.
 *
 * @param observedTo up to which day arrivals are followed
 * @param areas the units of the pilot in the territory, when it is they that are compared
 */
public record ComparisonAnswer(
        OutcomeAnswer<ComparedGroup> about, ComparisonQuestion question, LocalDate observedTo, List<PilotArea> areas) {

    /** Whether a count is hidden. */
    public boolean isWithheld() {
        return about.items().stream().anyMatch(group -> !group.withheld().isEmpty());
    }
}
