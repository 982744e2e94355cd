package kz.ruralincome.domain.outcome;

import static java.lang.System.Logger.Level.DEBUG;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import kz.ruralincome.domain.shared.PilotDataSource;

/** Helps a reading on another connection that sees the same snapshot of the database. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SameSnapshot {

    private static final System.Logger LOG = System.getLogger(SameSnapshot.class.getName());

    /** Makes a transaction that has not read anything yet see what another has exported. */
    static final String SEES = "set transaction isolation level repeatable read; set transaction snapshot '%s'";

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    /** What is done on the connection; whoever is helped learns of its failures from the work itself. */
    @FunctionalInterface
    public interface Work {
        void on(Connection connection) throws SQLException;
    }

    /**
     * Does the work, unless the reading ended before it came to that.
     *
     * @param snapshot as exported by the reading, whose transaction must still be open
     */
    public void help(String snapshot, Work work) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(SEES.formatted(snapshot));
            work.on(connection);
        } catch (SQLException e) {
            LOG.log(DEBUG, "no help with a reading", e);
        }
    }
}
