package kz.ruralincome.domain.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Tells what a load that does not go in yet would do to what is computed from the facts. Lists do not know what that is:
 * whoever computes it does.
 */
public interface LoadTrial {

    /** As many rows may change at most, so that the queue is held up for some seconds at most. */
    long MOST_ROWS = 20_000;

    /** Of loads of which it is not to be told. */
    LoadTrial NONE = (connection, load, list, subjects, ofHouseholds, writing) -> {};

    /** Writes what the load would write. */
    @FunctionalInterface
    interface Written {
        void write() throws SQLException;
    }

    /**
     * Notes it, in the transaction of the connection; nothing of what is written stays.
     *
     * @param subjects persons or households whose facts would change
     */
    void note(Connection connection, UUID load, String list, Integer[] subjects, boolean ofHouseholds, Written writing)
            throws SQLException;
}
