package kz.ruralincome.domain.account;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.FailedAttempts.Closed;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.Sql;

/**
 * What {@link FailedAttempts} of all nodes have closed, in the database: a row is put before the wrong answer is given, and
 * a node that finds no row any more to what it has in memory lifts its hold. Names without an account have none.
 */
@ApplicationScoped
public class SignInHolds {

    private static final String PUT = """
            insert into sign_in_hold (account_id, address, failures, closed_until)
            select id, ?, ?, clock_timestamp() + ? * interval '1 millisecond' from account where name = ?
            on conflict (account_id, address) do update
            set failures = excluded.failures, last_at = excluded.last_at, closed_until = excluded.closed_until""";

    private static final String FORGET =
            "delete from sign_in_hold where last_at < clock_timestamp() - ? * interval '1 second'";

    private static final String REMOVE = """
            delete from sign_in_hold h using account a where a.id = h.account_id and a.name = ? and h.address = ?""";

    private static final String REMOVE_ALL =
            "delete from sign_in_hold h using account a where a.id = h.account_id and a.name = ?";

    /** One row, true or false, for a name that has an account. */
    private static final String LIFTED = """
            select not exists (select from sign_in_hold h where h.account_id = a.id and h.address in (?, '*'))
            from account a where a.name = ? and a.active""";

    private static final String ALL = """
            select a.name, h.address, h.failures, h.last_at, h.closed_until
            from sign_in_hold h join account a on a.id = h.account_id
            where h.last_at > clock_timestamp() - ? * interval '1 second' and (?::text is null or a.name = ?)
            order by a.name, h.address""";

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    void put(String account, List<Closed> closed) {
        if (closed.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection()) {
            put(connection, account, closed);
        } catch (SQLException e) {
            throw new IllegalStateException("a hold cannot be written", e);
        }
    }

    void remove(String account, String address) {
        try (var connection = database.getConnection()) {
            Sql.update(connection, REMOVE, account, address);
        } catch (SQLException e) {
            throw new IllegalStateException("a hold cannot be removed", e);
        }
    }

    /** Whether there is no hold on the account from there, whatever this node remembers; false for a name without account. */
    boolean isLifted(String account, String address) {
        if (account.isEmpty() || account.indexOf('\0') >= 0) {
            return false;
        }
        try (var connection = database.getConnection()) {
            return isLifted(connection, account, address);
        } catch (SQLException e) {
            throw new IllegalStateException("the holds cannot be read", e);
        }
    }

    static void put(Connection connection, String account, List<Closed> closed) throws SQLException {
        Sql.update(connection, FORGET, FailedAttempts.MEMORY.toSeconds());
        for (Closed one : closed) {
            Sql.update(
                    connection, PUT, one.address(), one.failures(), one.left().toMillis(), account);
        }
    }

    static boolean isLifted(Connection connection, String account, String address) throws SQLException {
        return Sql.first(connection, Boolean.class, LIFTED, address, account).orElse(false);
    }

    /** The holds that are remembered; of one account, or of all. */
    static List<SignInHold> all(Connection connection, Optional<String> account) throws SQLException {
        String name = account.orElse(null);
        return Sql.list(connection, SignInHolds::hold, ALL, FailedAttempts.MEMORY.toSeconds(), name, name);
    }

    /** Lifts all holds of an account, on every node. */
    static void lift(Connection connection, String account) throws SQLException {
        Sql.update(connection, REMOVE_ALL, account);
    }

    private static SignInHold hold(ResultSet row) throws SQLException {
        return new SignInHold(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                row.getObject(4, OffsetDateTime.class),
                row.getObject(5, OffsetDateTime.class));
    }
}
