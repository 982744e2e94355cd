package kz.ruralincome.domain.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Tells what a load that does not go in yet would do to what is computed from the facts. Lists do not know what that is:
 * whoever computes it does.
 */
public interface LoadTrial {

    /** As many rows may change at most, so that the queue is held up for some seconds at most; more are tried beside it. */
    long MOST_ROWS = 20_000;

    /** Of loads of which it is not to be told. */
    LoadTrial NONE = new LoadTrial() {
        @Override
        public boolean tells(String list) {
            return false;
        }

        @Override
        public Finding find(Connection connection, UUID load, boolean ofHouseholds, Overlay overlay) {
            throw new IllegalStateException("nothing is told of the load " + load);
        }
    };

    /**
     * Puts what would stand in the way of whoever reads the facts of the list, until the transaction ends or is rolled back to a
     * savepoint: a temporary table of that name, with revision 0 for what is new. No fact is written, no subject locked. A
     * statement that was planned before does not see it, so whoever reads must say something new.
     */
    @FunctionalInterface
    interface Overlay {
        void lay() throws SQLException;
    }

    /** What was found, which may be noted in another transaction. */
    @FunctionalInterface
    interface Finding {
        void note(Connection connection) throws SQLException;
    }

    /** Whether it tells something of loads of that list, which is of persons or of households. */
    default boolean tells(String list) {
        return true;
    }

    /**
     * Finds it in the transaction of the connection, and leaves nothing there.
     *
     * @param load whose touched persons or households stand in the temporary table {@code intake_touched (id)}
     */
    Finding find(Connection connection, UUID load, boolean ofHouseholds, Overlay overlay) throws SQLException;
}
