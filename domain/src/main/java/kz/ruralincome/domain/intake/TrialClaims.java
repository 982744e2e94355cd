package kz.ruralincome.domain.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Loads that are tried beside the queue, and claims of them, in the transaction of the connection. */
final class TrialClaims {

    private static final int MOST_ATTEMPTS = 3;

    /** Of a trial {@code t} under a claim that holds. */
    private static final String CLAIMED = "load_id = ? and fence = ? and state = 'RUNNING'";

    private final Connection connection;
    private final Sql sql;

    TrialClaims(Connection connection) {
        this.connection = connection;
        this.sql = new Sql(connection);
    }

    /** Wants a load to be tried; whoever still tries it begins anew. */
    void want(UUID load) throws SQLException {
        sql.run("""
                insert into load_trial (load_id, state) values (?, 'WAITING')
                on conflict (load_id) do update
                set state = 'WAITING', attempts = 0, progress = 0, fence = null, lease_until = null""", load);
    }

    /** Claims the next one; none while one is under way whose lease is not over. What was begun too often is given up. */
    Optional<TrialQueue.Claim> next(String node) throws SQLException {
        sql.run("select pg_advisory_xact_lock(7204004)"); // two nodes must not both find that none is under way
        if (sql.any("select from load_trial where state = 'RUNNING' and lease_until > clock_timestamp()")) {
            return Optional.empty();
        }
        endOrphans();
        sql.run(
                "update load_trial set state = 'FAILED', lease_until = null where state in ('WAITING', 'RUNNING') and attempts >= ?",
                MOST_ATTEMPTS);
        try (var statement = connection.prepareStatement("""
                update load_trial
                set state = 'RUNNING', fence = nextval('load_fence'), node = ?, attempts = attempts + 1, backend_pid = null,
                    lease_until = clock_timestamp() + make_interval(secs => ?), started_at = clock_timestamp(), progress = 0
                where load_id = (select t.load_id from load_trial t join load l on l.id = t.load_id
                                 where t.state in ('WAITING', 'RUNNING') order by l.seq limit 1)
                returning load_id, fence""")) {
            statement.setString(1, node);
            statement.setInt(2, LoadQueue.LEASE_SECONDS);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                Load load = new Loads(connection)
                        .find(rows.getObject(1, UUID.class))
                        .orElseThrow();
                return Optional.of(new TrialQueue.Claim(load, rows.getLong(2)));
            }
        }
    }

    /** The server process of a trial whose node is gone works for nobody. */
    private void endOrphans() throws SQLException {
        sql.run("""
                select pg_terminate_backend(a.pid)
                from load_trial t join pg_stat_activity a on a.pid = t.backend_pid and a.xact_start >= t.started_at
                where t.state = 'RUNNING' and a.datname = current_database() and a.pid <> pg_backend_pid()""");
    }

    /** Nobody waits for it any more: the load goes in, or never will. Who tries it is interrupted. */
    void abandon(UUID load) throws SQLException {
        sql.run("""
                select pg_cancel_backend(a.pid)
                from load_trial t join pg_stat_activity a on a.pid = t.backend_pid and a.xact_start >= t.started_at
                where t.load_id = ? and t.state = 'RUNNING' and a.datname = current_database()""", load);
        sql.run("""
                update load_trial set state = 'ABANDONED', lease_until = null
                where load_id = ? and state <> 'DONE'""", load);
    }

    /** Prolongs the lease and says how far it is; false: the claim is lost. */
    boolean keep(TrialQueue.Claim claim, int progress) throws SQLException {
        return sql.run(
                        "update load_trial set lease_until = clock_timestamp() + make_interval(secs => ?), progress = ? where "
                                + CLAIMED,
                        LoadQueue.LEASE_SECONDS,
                        progress,
                        claim.load().id(),
                        claim.fence())
                == 1;
    }

    void noteBackend(TrialQueue.Claim claim, int pid) throws SQLException {
        sql.run(
                "update load_trial set backend_pid = ? where " + CLAIMED,
                pid,
                claim.load().id(),
                claim.fence());
    }

    void cancel(TrialQueue.Claim claim) throws SQLException {
        sql.run("""
                select pg_cancel_backend(a.pid)
                from load_trial t join pg_stat_activity a on a.pid = t.backend_pid and a.xact_start >= t.started_at
                where t.load_id = ? and t.fence = ? and a.datname = current_database()""", claim.load().id(), claim.fence());
    }

    /** Lets another attempt be made; false: nobody waits for it any more. */
    boolean giveBack(TrialQueue.Claim claim) throws SQLException {
        return sql.run(
                        "update load_trial set state = 'WAITING', lease_until = null where " + CLAIMED,
                        claim.load().id(),
                        claim.fence())
                == 1;
    }

    /** Notes what was found, unless the claim was lost meanwhile; says whether it held. */
    boolean end(TrialQueue.Claim claim, LoadTrial.Finding finding) throws SQLException {
        // the load first, as whoever confirms or withdraws it does
        sql.any("select from load where id = ? for key share", claim.load().id());
        long ended = sql.run(
                "update load_trial set state = 'DONE', lease_until = null, progress = 100 where " + CLAIMED,
                claim.load().id(),
                claim.fence());
        if (ended == 1) {
            finding.note(connection);
        }
        return ended == 1;
    }

    /** What the node left when it died can be taken up at once. */
    void releaseTrialsOf(String node) throws SQLException {
        sql.run("update load_trial set lease_until = clock_timestamp() where state = 'RUNNING' and node = ?", node);
    }
}
