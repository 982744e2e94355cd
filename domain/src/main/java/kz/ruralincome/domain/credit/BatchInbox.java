package kz.ruralincome.domain.credit;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.domain.shared.Sql;

/**
 * Where the body of a batch is kept while it comes in, block by block: each call is a short transaction, so that a slow
 * sender holds neither memory nor a connection. The idempotency key is taken by the first call, before the body is read.
 */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class BatchInbox {

    /** A body of which no block came for so long is given up. */
    private static final int LEASE_SECONDS = 120;

    private static final int DAYS_A_KEY_IS_KEPT = 30;

    private static final String FREE_OLD_KEY = """
            update loan_batch set idempotency_key = null
            where lender_id = ? and idempotency_key = ? and state in ('DONE', 'FAILED')
              and received_at < clock_timestamp() - make_interval(days => ?)""";

    private static final String GIVE_UP = """
            delete from loan_batch
            where lender_id = ? and idempotency_key = ? and state = 'RECEIVING' and lease_until < clock_timestamp()""";

    private static final String TAKE_KEY = """
            insert into loan_batch (lender_id, account, idempotency_key, dry_run, complete_on, state, lease_until)
            values (?, ?, ?, ?, ?, 'RECEIVING', clock_timestamp() + make_interval(secs => ?))
            on conflict (lender_id, idempotency_key) do nothing
            returning id""";

    private static final String KEEP_LEASE = """
            update loan_batch
            set lease_until = clock_timestamp() + make_interval(secs => ?), body_size = body_size + ?
            where id = ? and state = 'RECEIVING'""";

    private static final String END = """
            update loan_batch set state = 'RECEIVED', body_hash = ?, lease_until = null
            where id = ? and state = 'RECEIVING'""";

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    /** What a key stands for already. */
    public record Kept(UUID id, LoanBatch.State state, byte[] hash, boolean dryRun, Optional<LocalDate> complete) {

        public boolean isOf(byte[] otherHash, BatchOptions options) {
            return Arrays.equals(hash, otherHash) && dryRun == options.dryRun() && complete.equals(options.complete());
        }
    }

    /**
     * Takes the key for a new batch; empty when it stands for one that is at rest.
     *
     * @throws RuleViolation {@code batch.running} while the batch of this key comes in, waits or runs
     */
    public Optional<UUID> open(int lender, String account, String key, BatchOptions options) {
        return in(connection -> {
            Sql.update(connection, FREE_OLD_KEY, lender, key, DAYS_A_KEY_IS_KEPT);
            Sql.update(connection, GIVE_UP, lender, key);
            Optional<UUID> taken = take(connection, lender, account, key, options);
            Optional<Kept> kept = find(connection, lender, key);
            while (taken.isEmpty() && kept.isEmpty()) { // whoever had it hung up at this very moment
                taken = take(connection, lender, account, key, options);
                kept = find(connection, lender, key);
            }
            if (taken.isEmpty() && !kept.get().state().isAtRest()) {
                throw new RuleViolation("batch.running");
            }
            return taken;
        });
    }

    private static Optional<UUID> take(
            Connection connection, int lender, String account, String key, BatchOptions options) throws SQLException {
        return Sql.list(
                        connection,
                        row -> row.getObject(1, UUID.class),
                        TAKE_KEY,
                        lender,
                        account,
                        key,
                        options.dryRun(),
                        options.complete().orElse(null),
                        LEASE_SECONDS)
                .stream()
                .findFirst();
    }

    /** The batch that a key stands for. */
    public Kept kept(int lender, String key) {
        return in(connection -> find(connection, lender, key)).orElseThrow();
    }

    private static Optional<Kept> find(Connection connection, int lender, String key) throws SQLException {
        return Sql.list(
                        connection,
                        row -> new Kept(
                                row.getObject(1, UUID.class),
                                LoanBatch.State.valueOf(row.getString(2)),
                                row.getBytes(3),
                                row.getBoolean(4),
                                Optional.ofNullable(row.getObject(5, LocalDate.class))),
                        """
                        select id, state, body_hash, dry_run, complete_on from loan_batch
                        where lender_id = ? and idempotency_key = ?""",
                        lender,
                        key)
                .stream()
                .findFirst();
    }

    /** Keeps one block; false when the batch was given up meanwhile. */
    public boolean keep(UUID batch, int number, byte[] block) {
        return in(connection -> {
            if (Sql.update(connection, KEEP_LEASE, LEASE_SECONDS, block.length, batch) == 0) {
                return false;
            }
            Sql.update(
                    connection,
                    "insert into loan_batch_chunk (batch_id, seq, bytes) values (?, ?, ?)",
                    batch,
                    number,
                    block);
            return true;
        });
    }

    /** The body is whole: it waits for its turn. False when it was given up meanwhile. */
    public boolean end(UUID batch, byte[] hash) {
        return in(connection -> Sql.update(connection, END, hash, batch) == 1);
    }

    /** Forgets a batch whose body did not come in whole; its key is free again. */
    public void drop(UUID batch) {
        in(connection -> Sql.update(connection, "delete from loan_batch where id = ? and state = 'RECEIVING'", batch));
    }

    /** One block of a body; null after the last. */
    public byte[] block(UUID batch, int number) {
        return in(connection -> Sql.first(
                        connection,
                        byte[].class,
                        "select bytes from loan_batch_chunk where batch_id = ? and seq = ?",
                        batch,
                        number)
                .orElse(null));
    }

    private <T> T in(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the batch cannot be kept", e);
        }
    }

    /** Something to do with a connection. */
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }
}
