package kz.ruralincome.domain.assignment;

import java.util.List;
import java.util.Optional;

/**
 * Some of the assignments: overdue ones first, then the open ones, each by the day they are due; closed ones last.
 *
 * @param next where the next page begins; empty on the last one
 */
public record AssignmentPage(List<Assignment> items, Optional<String> next) {

    public AssignmentPage {
        items = List.copyOf(items);
    }
}
