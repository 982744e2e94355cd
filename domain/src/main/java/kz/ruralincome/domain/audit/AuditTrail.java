package kz.ruralincome.domain.audit;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static jakarta.ejb.TransactionAttributeType.REQUIRED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.Sql;

/** Takes the lines of the audit trail; a line stands or falls with the caller's transaction. */
@Stateless
@TransactionAttribute(REQUIRED)
public class AuditTrail {

    private static final String LINES = """
            insert into audit (account, action, person_id, details)
            select ?, ?, person_id, ?::jsonb from unnest(?::integer[]) as seen (person_id)""";

    private static final String REFUSED = """
            insert into audit (account, action, details, outcome, latency_ms)
            select a.name, 'call', ?::jsonb, ?, 0
            from account a, set_config('synchronous_commit', 'off', true)
            where a.name = ? and a.role in ('REGISTRY', 'LENDER')""";

    private static final String LINE =
            "insert into audit (account, action, person_id, details) values (?, ?, ?::integer, ?::jsonb)";

    /** One for all instances of this bean. */
    private static final CallLines CALLS = new CallLines();

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    /**
     * The account did something that shows no person.
     *
     * @param action such as {@code load.received}
     * @param details JSON with the circumstances, never an IIN or a name; may be null
     */
    public void note(String account, String action, String details) {
        try (var connection = database.getConnection()) {
            note(connection, account, action, details);
        } catch (SQLException e) {
            throw new IllegalStateException("the audit trail cannot be written", e);
        }
    }

    /**
     * A machine called. Taken when the answer is known, in no transaction, so that it stands whatever became of the call.
     *
     * @param details JSON: the method, the path, from where
     */
    @TransactionAttribute(NOT_SUPPORTED)
    public void called(String account, String details, String outcome, int latencyMillis) {
        try {
            CALLS.write(database, account, details, outcome, latencyMillis);
        } catch (SQLException e) {
            throw new IllegalStateException("the audit trail cannot be written", e);
        }
    }

    /**
     * Somebody called in the name of a machine and was turned away at the door. Of a name that no machine has, nothing is
     * noted.
     *
     * @param details as for {@link #called}
     */
    @TransactionAttribute(NOT_SUPPORTED)
    public void refused(String name, String details, String outcome) {
        try (var connection = database.getConnection()) {
            Sql.update(connection, REFUSED, details, outcome, name);
        } catch (SQLException e) {
            throw new IllegalStateException("the audit trail cannot be written", e);
        }
    }

    /** The same in the transaction of a connection. */
    public static void note(Connection connection, String account, String action, String details) throws SQLException {
        Sql.update(connection, LINE, account, action, null, details);
    }

    /** The account saw one person; in the transaction of a connection. */
    public static void saw(Connection connection, String account, String action, int person, String details)
            throws SQLException {
        Sql.update(connection, LINE, account, action, person, details);
    }

    /** The account saw one person. */
    public void saw(String account, String action, int person, String details) {
        saw(account, action, List.of(person), details);
    }

    /** The same of several persons: one line each. */
    public static void saw(
            Connection connection, String account, String action, Collection<Integer> persons, String details)
            throws SQLException {
        Sql.update(connection, LINES, account, action, details, persons.toArray(Integer[]::new));
    }

    /** The account saw these persons: one line each. */
    public void saw(String account, String action, Collection<Integer> persons, String details) {
        try (var connection = database.getConnection()) {
            saw(connection, account, action, persons, details);
        } catch (SQLException e) {
            throw new IllegalStateException("the audit trail cannot be written", e);
        }
    }
}
