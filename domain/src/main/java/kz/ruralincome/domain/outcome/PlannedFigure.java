package kz.ruralincome.domain.outcome;

import java.util.List;

/**
 * An indicator for which something was planned.
 *
 * @param planned of which the plan is
 * @param fact of which the fact is: of what was allocated, what was paid; of all others the same
 * @param parts the units right below the territory
 */
public record PlannedFigure(Indicator planned, Indicator fact, PlanLine whole, List<PlanLine> parts) {

    static Indicator factOf(Indicator planned) {
        return planned == Indicator.ASP_ALLOCATED ? Indicator.ASP_PAID : planned;
    }
}
