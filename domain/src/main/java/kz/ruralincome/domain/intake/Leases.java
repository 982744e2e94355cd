package kz.ruralincome.domain.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** Leases on loads that wait in one table, one at a time in the whole cluster, in the transaction of the connection. */
public abstract class Leases {

    /** After which what nobody keeps alive may be taken up by another. */
    private static final int SECONDS = 30;

    final Connection connection;
    final Sql sql;
    private final String table;
    private final String id;
    private final String waiting;

    /**
     * Those of a table.
     *
     * @param id the column with the load
     * @param waiting the state of what may be taken
     */
    Leases(Connection connection, String table, String id, String waiting) {
        this.connection = connection;
        this.sql = new Sql(connection);
        this.table = table;
        this.id = id;
        this.waiting = waiting;
    }

    /** What was taken; the first attempt is 1. */
    record Taken(Load load, long fence, int attempt) {}

    /**
     * Whether none is under way whose lease is not over. The server process of one whose node is gone may still hold its locks: it
     * is ended, if it is still that one.
     *
     * @param turn the advisory lock that is held to the end of the transaction: two nodes must not both find that none is under way
     */
    boolean isFree(int turn) throws SQLException {
        sql.run("select pg_advisory_xact_lock(" + turn + ")");
        if (sql.any(of("select from {table} where state = 'RUNNING' and lease_until > clock_timestamp()"))) {
            return false;
        }
        signal("pg_terminate_backend", "t.state = 'RUNNING' and a.pid <> pg_backend_pid()");
        return true;
    }

    /**
     * Takes one, if there is one.
     *
     * @param next selects the load that it is
     */
    Optional<Taken> take(String node, String next) throws SQLException {
        try (var statement = connection.prepareStatement(of("""
                update {table}
                set state = 'RUNNING', fence = nextval('load_fence'), node = ?, attempts = attempts + 1, backend_pid = null,
                    lease_until = clock_timestamp() + make_interval(secs => ?), started_at = clock_timestamp(), progress = 0
                where {id} = (""" + next + ") returning {id}, fence, attempts"))) {
            statement.setString(1, node);
            statement.setInt(2, SECONDS);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                Load load = new Loads(connection)
                        .find(rows.getObject(1, UUID.class))
                        .orElseThrow();
                return Optional.of(new Taken(load, rows.getLong(2), rows.getInt(3)));
            }
        }
    }

    /** What the node left when it died can be taken up at once. */
    void releaseOf(String node) throws SQLException {
        sql.run(of("update {table} set lease_until = clock_timestamp() where state = 'RUNNING' and node = ?"), node);
    }

    /** Prolongs the lease and says how far it is, in percent; false: the claim is lost. */
    boolean keep(LeasedLoad claim, int progress) throws SQLException {
        return change(
                claim, "lease_until = clock_timestamp() + make_interval(secs => ?), progress = ?", SECONDS, progress);
    }

    /** Notes the server process that works for it, so that it can be ended when the lease is over; false: the claim is lost. */
    boolean noteBackend(LeasedLoad claim, int pid) throws SQLException {
        return change(claim, "backend_pid = ?", pid);
    }

    /** Lets another attempt be made; false: the claim is lost. */
    boolean giveBack(LeasedLoad claim) throws SQLException {
        return change(claim, "state = ?, lease_until = null", waiting);
    }

    /** Ends the statement that works for it. */
    void cancel(LeasedLoad claim) throws SQLException {
        signal("pg_cancel_backend", "t.{id} = ? and t.fence = ?", claim.load().id(), claim.fence());
    }

    /** Sets something of what is under way by a claim that holds; false: it does not. */
    boolean change(LeasedLoad claim, String assignments, Object... values) throws SQLException {
        Object[] parameters = Arrays.copyOf(values, values.length + 2);
        parameters[values.length] = claim.load().id();
        parameters[values.length + 1] = claim.fence();
        return sql.run(
                        of("update {table} set " + assignments + " where {id} = ? and fence = ? and state = 'RUNNING'"),
                        parameters)
                == 1;
    }

    /** Reaches the server processes that still work for those that a condition holds for. */
    void signal(String function, String condition, Object... parameters) throws SQLException {
        sql.run(of("""
                        select %s(a.pid)
                        from {table} t join pg_stat_activity a on a.pid = t.backend_pid and a.xact_start >= t.started_at
                        where a.datname = current_database() and %s""".formatted(function, condition)), parameters);
    }

    private String of(String statement) {
        return statement.replace("{table}", table).replace("{id}", id);
    }
}
