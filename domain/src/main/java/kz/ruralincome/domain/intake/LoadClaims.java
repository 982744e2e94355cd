package kz.ruralincome.domain.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Claims of loads, in the transaction of the connection. */
final class LoadClaims extends Leases {

    LoadClaims(Connection connection) {
        super(connection, "load", "id", "RECEIVED");
    }

    /** Claims the next load; none while one runs whose lease is not over. */
    Optional<LoadQueue.Claim> next(String node) throws SQLException {
        if (!isFree(7204003)) {
            return Optional.empty();
        }
        Optional<Taken> taken =
                take(node, "select id from load where state in ('RECEIVED', 'RUNNING') order by seq limit 1");
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        Load load = taken.get().load();
        boolean confirmed = sql.any("select from load where id = ? and confirmed", load.id());
        return Optional.of(new LoadQueue.Claim(
                load, taken.get().fence(), confirmed, taken.get().attempt()));
    }

    /** Writes how a load ended, if the claim still holds; else everything is undone. */
    void end(LoadQueue.Claim claim, LoadResult result) throws SQLException {
        boolean ours = change(
                claim,
                """
                state = ?, held_because = ?, rows = ?, accepted = ?, unchanged = ?, rejected = ?, skipped = ?, ended = ?,
                corrected = ?, rev = ?, mapping_id = coalesce(?, mapping_id), ended_at = clock_timestamp(), lease_until = null,
                progress = 100""",
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
                result.mapping());
        if (!ours) {
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
