package kz.ruralincome.domain.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Claims of loads, in the transaction of the connection. */
final class LoadClaims {

    private final Connection connection;
    private final Sql sql;

    LoadClaims(Connection connection) {
        this.connection = connection;
        this.sql = new Sql(connection);
    }

    /** Claims the next load; none while one runs whose lease is not over. */
    Optional<LoadQueue.Claim> next(String node) throws SQLException {
        sql.run("select pg_advisory_xact_lock(7204003)"); // two nodes must not both find that none runs
        if (sql.any("select from load where state = 'RUNNING' and lease_until > clock_timestamp()")) {
            return Optional.empty();
        }
        endOrphans();
        try (var statement = connection.prepareStatement("""
                update load
                set state = 'RUNNING', fence = nextval('load_fence'), node = ?, attempts = attempts + 1,
                    lease_until = clock_timestamp() + make_interval(secs => ?),
                    started_at = clock_timestamp(), progress = 0
                where id = (select id from load where state in ('RECEIVED', 'RUNNING') order by seq limit 1)
                returning id, fence, confirmed, attempts""")) {
            statement.setString(1, node);
            statement.setInt(2, LoadQueue.LEASE_SECONDS);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                Load load = new Loads(connection)
                        .find(rows.getObject(1, UUID.class))
                        .orElseThrow();
                return Optional.of(new LoadQueue.Claim(load, rows.getLong(2), rows.getBoolean(3), rows.getInt(4)));
            }
        }
    }

    /** The server process of a load whose node is gone still holds its locks: it is ended, if it is still that one. */
    private void endOrphans() throws SQLException {
        sql.run("""
                select pg_terminate_backend(a.pid)
                from load l join pg_stat_activity a on a.pid = l.backend_pid and a.xact_start >= l.started_at
                where l.state = 'RUNNING' and a.datname = current_database() and a.pid <> pg_backend_pid()""");
    }

    /** Writes how a load ended, if the claim still holds; else everything is undone. */
    void end(LoadQueue.Claim claim, LoadResult result) throws SQLException {
        long ended = sql.run(
                """
                update load
                set state = ?, held_because = ?, rows = ?, accepted = ?, unchanged = ?, rejected = ?, skipped = ?,
                    ended = ?, corrected = ?, rev = ?, mapping_id = coalesce(?, mapping_id), ended_at = clock_timestamp(), lease_until = null, progress = 100
                where id = ? and fence = ? and state = 'RUNNING'""",
                result.state().name(),
                result.heldBecause(),
                result.rows(),
                result.accepted(),
                result.unchanged(),
                result.rejected(),
                result.skipped(),
                result.ended(),
                result.corrected(),
                result.revision(),
                result.mapping(),
                claim.load().id(),
                claim.fence());
        if (ended != 1) {
            throw new ClaimLost(claim.load().id());
        }
    }

    /** Another has taken up the load meanwhile. */
    static final class ClaimLost extends RuntimeException {

        private static final long serialVersionUID = 1;

        ClaimLost(UUID load) {
            super("the load " + load + " is no longer ours");
        }
    }
}
