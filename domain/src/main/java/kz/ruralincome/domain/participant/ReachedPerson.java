package kz.ruralincome.domain.participant;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import kz.ruralincome.domain.shared.NotFoundException;

/**
 * A person whom a caller may open, for features that write of them.
 *
 * @param number under which the facts know the person
 */
public record ReachedPerson(int number, ParticipantSummary summary) {

    /**
     * On the caller's connection; who looks is for the caller to note.
     *
     * @param units those that the caller reaches; null: all
     * @throws NotFoundException if there is no such person or they live elsewhere
     */
    public static ReachedPerson get(Connection connection, LocalDate today, UUID id, Integer[] units)
            throws SQLException {
        return PersonQueries.byId(connection, today, id, units)
                .map(row -> new ReachedPerson(row.number(), row.summary()))
                .orElseThrow(() -> new NotFoundException("participant"));
    }
}
