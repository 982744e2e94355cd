package kz.ruralincome.domain.intake;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.ruralincome.domain.register.RegisterChanged;
import kz.ruralincome.domain.shared.PilotDataSource;

/**
 * The loads that wait, first come, first served, one at a time in the whole cluster. Each method is a transaction of its
 * own. A claim is a lease with a fencing number: whoever was paused past it finds at the end that its number is no longer
 * that of the load, and what it wrote is rolled back.
 */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class LoadQueue {

    /** Taken by whoever writes lists into the register, so that loads and withdrawals follow each other. */
    static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(7204002)";

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private Event<RegisterChanged> changed;

    @Inject
    private Event<LoadWithdrawn> withdrawn;

    /** The right to run one load, as long as the lease is kept. */
    public record Claim(Load load, long fence, boolean confirmed, int attempt) implements LeasedLoad {
        @Override
        public Leases leases(Connection connection) {
            return new LoadClaims(connection);
        }
    }

    /** Keeps a file and puts it into the queue. */
    public UUID add(NewLoad load) {
        try (var connection = database.getConnection()) {
            return load.insert(connection);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the file cannot be kept", e);
        }
    }

    /** Takes the next load, unless one is running; ends what still runs of one whose lease is over. */
    public Optional<Claim> claim(String node) {
        try (var connection = database.getConnection()) {
            return new LoadClaims(connection).next(node);
        } catch (SQLException e) {
            throw new IllegalStateException("the queue cannot be read", e);
        }
    }

    /** What this node left running when it died can be taken up at once. */
    public void releaseLoadsOf(String node) {
        try (var connection = database.getConnection()) {
            new LoadClaims(connection).releaseOf(node);
        } catch (SQLException e) {
            throw new IllegalStateException("the queue cannot be written", e);
        }
    }

    /** Marks a load as failed by no fault of its file. */
    public void fail(Claim claim, String code) {
        try (var connection = database.getConnection()) {
            Sql sql = new Sql(connection);
            Problems problems = new Problems(sql, claim.load().id());
            problems.clear();
            problems.ofTheFile(true, null, code, List.of());
            new LoadClaims(connection).end(claim, LoadResult.failed());
        } catch (SQLException e) {
            throw new IllegalStateException("the load cannot be marked", e);
        }
    }

    /** Runs a load; what it writes and its end are one transaction. */
    public LoadResult run(
            Claim claim, LoadEngine engine, LoadOrder order, FileReading.Source file, BackendNote backend) {
        try (var connection = database.getConnection()) {
            Sql sql = new Sql(connection);
            backend.runsOn((int) sql.number("select pg_backend_pid()"));
            sql.run(ONE_AT_A_TIME);
            LoadResult result = engine.apply(connection, order, file);
            if (claim.attempt() > 1) {
                new Problems(sql, claim.load().id()).ofTheFile(false, null, "load.resumed", List.of());
            }
            new LoadClaims(connection).end(claim, result);
            if (result.revision() != null) {
                changed.fire(new RegisterChanged("load"));
            }
            return result;
        } catch (SQLException | IOException e) { // a checked exception would let the container commit half a load
            throw new IllegalStateException("the load cannot be applied", e);
        }
    }

    /** Is told which server process works for a load, so that it can be ended when the lease is over. */
    @FunctionalInterface
    public interface BackendNote {
        void runsOn(int pid);
    }

    /** One block of a file; null after the last. In a transaction of its own: the reader is not the writer. */
    public byte[] block(UUID load, int number) {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement("select bytes from load_chunk where load_id = ? and seq = ?")) {
            statement.setObject(1, load);
            statement.setInt(2, number);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getBytes(1) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the file cannot be read", e);
        }
    }

    /** The file as it came, block by block. */
    public InputStream file(UUID load) {
        return new BlockStream(number -> block(load, number));
    }

    /** Takes back what a load did. */
    public void withdraw(UUID id, String account) {
        try (var connection = database.getConnection()) {
            Sql sql = new Sql(connection);
            sql.run(ONE_AT_A_TIME);
            Load load = new Loads(connection).findForUpdate(id).orElseThrow();
            Long undoing = LoadMoves.withdrawn(sql, load, account);
            if (undoing != null) {
                withdrawn.fire(new LoadWithdrawn(connection, load, account));
                changed.fire(new RegisterChanged("withdrawal"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the load cannot be withdrawn", e);
        }
    }

    /** Lets a held load run although it was held. */
    public void confirm(UUID id) {
        try (var connection = database.getConnection()) {
            Load load = new Loads(connection).findForUpdate(id).orElseThrow();
            LoadMoves.confirmed(new Sql(connection), load);
        } catch (SQLException e) {
            throw new IllegalStateException("the load cannot be confirmed", e);
        }
    }
}
