package kz.ruralincome.domain.intake;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import kz.ruralincome.domain.shared.PilotDataSource;

/**
 * Large loads of which it is told before they go in, first come, first served, one at a time in the whole cluster, beside the
 * queue of loads and without its turn. Each method is a transaction of its own; a claim is a lease with a fencing number, as
 * that of a load is.
 */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class TrialQueue {

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    /** The right to try one load, as long as the lease is kept. */
    public record Claim(Load load, long fence) implements LeasedLoad {
        @Override
        public Leases leases(Connection connection) {
            return new TrialClaims(connection);
        }
    }

    /** Takes the next one, unless one is under way. */
    public Optional<Claim> claim(String node) {
        return with(claims -> claims.next(node));
    }

    public void releaseTrialsOf(String node) {
        with(claims -> {
            claims.releaseOf(node);
            return null;
        });
    }

    /**
     * Finds what is to be told, by the facts as they stand when it begins: one snapshot of the database, which nothing is written
     * to and which locks nothing.
     */
    public LoadTrial.Finding find(
            LoadEngine engine,
            LoadOrder order,
            FileReading.Source file,
            LoadQueue.BackendNote backend,
            Runnable judging) {
        try (var connection = database.getConnection()) {
            Sql sql = new Sql(connection);
            sql.run("set transaction isolation level repeatable read");
            backend.runsOn((int) sql.number("select pg_backend_pid()"));
            return engine.rehearse(connection, order, file, judging);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the load cannot be tried", e);
        }
    }

    /** Notes it; false: nobody waits for it any more. */
    public boolean end(Claim claim, LoadTrial.Finding finding) {
        return with(claims -> claims.end(claim, finding));
    }

    @FunctionalInterface
    private interface Work<T> {
        T of(TrialClaims claims) throws SQLException;
    }

    private <T> T with(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.of(new TrialClaims(connection));
        } catch (SQLException e) {
            throw new IllegalStateException("the trials cannot be written", e);
        }
    }
}
