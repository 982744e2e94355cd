package kz.ruralincome.domain.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Loads that are tried beside the queue, and claims of them, in the transaction of the connection. */
final class TrialClaims extends Leases {

    private static final int MOST_ATTEMPTS = 3;

    TrialClaims(Connection connection) {
        super(connection, "load_trial", "load_id", "WAITING");
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
        if (!isFree(7204004)) {
            return Optional.empty();
        }
        sql.run(
                "update load_trial set state = 'FAILED', lease_until = null where state in ('WAITING', 'RUNNING') and attempts >= ?",
                MOST_ATTEMPTS);
        String next = """
                select t.load_id from load_trial t join load l on l.id = t.load_id
                where t.state in ('WAITING', 'RUNNING') order by l.seq limit 1""";
        return take(node, next).map(taken -> new TrialQueue.Claim(taken.load(), taken.fence()));
    }

    /** Nobody waits for it any more: the load goes in, or never will. Who tries it is interrupted. */
    void abandon(UUID load) throws SQLException {
        signal("pg_cancel_backend", "t.load_id = ? and t.state = 'RUNNING'", load);
        sql.run("""
                update load_trial set state = 'ABANDONED', lease_until = null
                where load_id = ? and state <> 'DONE'""", load);
    }

    /** Notes what was found, unless the claim was lost meanwhile; says whether it held. */
    boolean end(TrialQueue.Claim claim, LoadTrial.Finding finding) throws SQLException {
        // the load first, as whoever confirms or withdraws it does
        sql.any("select from load where id = ? for key share", claim.load().id());
        boolean held = change(claim, "state = 'DONE', lease_until = null, progress = 100");
        if (held) {
            finding.note(connection);
        }
        return held;
    }
}
