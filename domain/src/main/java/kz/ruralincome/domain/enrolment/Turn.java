package kz.ruralincome.domain.enrolment;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.intake.FormIntake;
import kz.ruralincome.domain.participant.ReachedPerson;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.RuleViolation;

/** A person of whom nothing changes until the transaction ends, and who writes of them. */
record Turn(FormIntake intake, ReachedPerson person) {

    /**
     * Waits first and looks who it is then: a merge that was waited for may have led the number to another record.
     *
     * @param units those that the caller reaches; null: all
     * @throws RuleViolation {@code form.busy} if a load takes too long
     * @throws NotFoundException if there is no such person or they live elsewhere
     */
    static Turn of(Connection connection, Access access, LocalDate today, UUID id, Integer[] units)
            throws SQLException {
        FormIntake intake = new FormIntake(connection, access, today).begin();
        return new Turn(intake, ReachedPerson.get(connection, today, id, units));
    }
}
