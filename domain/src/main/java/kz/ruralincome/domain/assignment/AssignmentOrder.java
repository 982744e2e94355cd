package kz.ruralincome.domain.assignment;

import java.time.LocalDate;
import java.util.Optional;
import kz.ruralincome.domain.assignment.Assignment.Source;

/**
 * What somebody wants done.
 *
 * @param owner an account; left out where there is an office
 * @param office that nobody signs in for; left out where there is an account
 * @param territory a KATO code within the caller's
 * @param dueOn empty: it was not said, which is refused
 */
public record AssignmentOrder(
        String text,
        Optional<String> owner,
        Optional<String> office,
        Optional<String> territory,
        Optional<LocalDate> dueOn,
        Source source) {}
