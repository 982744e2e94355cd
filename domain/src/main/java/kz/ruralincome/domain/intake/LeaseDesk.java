package kz.ruralincome.domain.intake;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import java.sql.SQLException;
import javax.sql.DataSource;
import kz.ruralincome.domain.shared.PilotDataSource;

/** Holds what a node works on. Each method is a transaction of its own, beside that of the work. */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class LeaseDesk {

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    /** Prolongs the lease and says how far it is, in percent; false: the claim is lost. */
    public boolean keep(LeasedLoad claim, int progress) {
        return with(claim, leases -> leases.keep(claim, progress));
    }

    /** Notes the server process that works for it, so that it can be ended when the lease is over. */
    public void noteBackend(LeasedLoad claim, int pid) {
        with(claim, leases -> leases.noteBackend(claim, pid));
    }

    /** Ends the statement that works for it. */
    public void cancel(LeasedLoad claim) {
        with(claim, leases -> {
            leases.cancel(claim);
            return true;
        });
    }

    /** Lets another attempt be made; false: the claim is lost. */
    public boolean giveBack(LeasedLoad claim) {
        return with(claim, leases -> leases.giveBack(claim));
    }

    @FunctionalInterface
    private interface Work {
        boolean of(Leases leases) throws SQLException;
    }

    private boolean with(LeasedLoad claim, Work work) {
        try (var connection = database.getConnection()) {
            return work.of(claim.leases(connection));
        } catch (SQLException e) {
            throw new IllegalStateException("the lease cannot be written", e);
        }
    }
}
