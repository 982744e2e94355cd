package kz.ruralincome.domain.participant;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.Sql;

/**
 * A person whom a caller may open, for features that write of them.
 *
 * @param number under which the facts know the person
 */
public record ReachedPerson(int number, ParticipantSummary summary) {

    private static final String AMONG = PersonQueries.PERSONS + """
            where p.id = any (?) and (?::integer[] is null or l.unit_id = any (?::integer[]))""";

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

    /**
     * Those of these people whom a caller may open, by the numbers under which the facts know them.
     *
     * @param units those that the caller reaches; null: all
     */
    static Map<Integer, ParticipantSummary> named(
            Connection connection, LocalDate today, Collection<Integer> numbers, Integer[] units) throws SQLException {
        Map<Integer, ParticipantSummary> named = new HashMap<>();
        for (PersonQueries.Row row : Sql.list(
                connection, PersonQueries.Row::of, AMONG, today, numbers.toArray(Integer[]::new), units, units)) {
            named.put(row.number(), row.summary());
        }
        return named;
    }

    /**
     * Which of these people a caller may open, by the numbers under which the facts know them.
     *
     * @param units those that the caller reaches; null: all
     */
    public static Set<Integer> among(
            Connection connection, LocalDate today, Collection<Integer> numbers, Integer[] units) throws SQLException {
        return new HashSet<>(Sql.list(
                connection, row -> row.getInt("id"), AMONG, today, numbers.toArray(Integer[]::new), units, units));
    }
}
