package kz.ruralincome.domain.assignment;

import java.sql.SQLException;
import java.util.Optional;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.shared.RuleViolation;

/** Takes a step with an assignment, in the transaction of the caller, if it may be taken. */
final class Stepping {

    private Stepping() {}

    /** As {@link AssignmentDesk#step}. */
    static void step(AssignmentSql assignments, int number, int nth, AssignmentState next, String words, Access access)
            throws SQLException {
        assignments.lock();
        Assignment found = assignments.get(number);
        Access.demand(found.isUpTo(access, next));
        if (found.last().nth() != nth) {
            throw new RuleViolation("assignment.changed");
        }
        if (!found.state().mayBecome(next)) {
            throw new RuleViolation("assignment.step");
        }
        Optional<String> said = Words.of("words", words, next.demandsWords(found.state()));
        assignments.step(number, nth + 1, next, access.account(), said);
    }
}
