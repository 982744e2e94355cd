package kz.ruralincome.domain.kept;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import java.sql.SQLException;
import javax.sql.DataSource;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.Sql;

/** Lets one node at a time make answers ahead; the lock goes with the connection, so a node that dies gives it up. */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class KeptTurn {

    private static final String TAKE = "select pg_try_advisory_xact_lock(hashtext('pilot kept answers'))";

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    /** Does the work if no other node does; false if one does. The work runs in transactions of its own. */
    public boolean during(Runnable work) {
        try (var connection = database.getConnection()) {
            boolean isMine = Sql.first(connection, Boolean.class, TAKE).orElse(false);
            if (isMine) {
                work.run();
            }
            return isMine;
        } catch (SQLException e) {
            throw new IllegalStateException("the turn cannot be taken", e);
        }
    }
}
