package kz.ruralincome.domain.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * How far it is to be told what a large load would do.
 *
 * @param progress percent, while it runs
 */
public record TrialStanding(State state, int progress) {

    /** Of a trial in the background. */
    public enum State {
        /** Another one is under way, or nobody has taken it up yet. */
        WAITING,
        RUNNING,
        /** It was found and noted. */
        DONE,
        /** It was begun three times and never ended. */
        FAILED,
        /** The load was confirmed or withdrawn before it was found. */
        ABANDONED;

        public boolean isUnderWay() {
            return this == WAITING || this == RUNNING;
        }
    }

    /** Empty: the load was not to be tried in the background. */
    public static Optional<TrialStanding> of(Connection connection, UUID load) throws SQLException {
        return kz.ruralincome.domain.shared.Sql.first(
                connection,
                row -> new TrialStanding(State.valueOf(row.getString(1)), row.getInt(2)),
                "select state, progress from load_trial where load_id = ?",
                load);
    }
}
