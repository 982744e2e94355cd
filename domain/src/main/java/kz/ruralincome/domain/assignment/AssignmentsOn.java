package kz.ruralincome.domain.assignment;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ruralincome.domain.territory.TerritoryUnit;

/**
 * How the assignments of a territory stood at a moment, which later steps do not change.
 *
 * @param day the business date then: what is overdue is overdue on it
 * @param items in the order of {@link AssignmentPage}
 * @param units the units that they are about
 */
public record AssignmentsOn(
        OffsetDateTime moment, LocalDate day, List<Assignment> items, Map<Integer, TerritoryUnit> units) {

    public AssignmentsOn {
        items = List.copyOf(items);
        units = Map.copyOf(units);
    }

    /** Where it is to be done; empty: the tree does not know the unit any more. */
    public Optional<TerritoryUnit> unitOf(Assignment one) {
        return Optional.ofNullable(units.get(one.unit()));
    }
}
