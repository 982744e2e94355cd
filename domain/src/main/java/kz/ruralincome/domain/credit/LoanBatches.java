package kz.ruralincome.domain.credit;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.domain.shared.Sql;

/** Where lenders hand in many loans at once, and ask what became of them. */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class LoanBatches {

    /** How many errors an answer holds at most; the rest stand in the list of errors. */
    public static final int SHOWN_ERRORS = 1_000;

    private static final int SHOWN_FINDINGS = 10_000;
    private static final int LONGEST_KEY = 200;

    /** What {@link #batch(ResultSet)} reads. */
    static final String COLUMNS = """
            id, state, dry_run, complete_on, received_at, started_at, ended_at,
            case when state = 'DONE' then 100 when body_size = 0 then 0 else 100 * done_bytes / body_size end,
            lines, accepted, unchanged, rejected, resumed, error""";

    private static final String BATCH = "select " + COLUMNS + " from loan_batch where id = ? and lender_id = ?";

    private static final String ERRORS = """
            select line, field, code, array(select jsonb_array_elements_text(args)) from loan_batch_error
            where batch_id = ? order by line, id limit ?""";

    private static final String FINDINGS =
            "select contract_no, code from loan_batch_finding where batch_id = ? order by contract_no limit ?";

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private BatchInbox inbox;

    @Inject
    private BatchRunner runner;

    /** A batch that came in, or the one that this key stood for already. */
    public record Receipt(LoanBatch batch, boolean isNew) {}

    /**
     * Takes a body, which is looked at later; it is never held in memory.
     *
     * @param key the header {@code Idempotency-Key}
     * @throws InvalidRequest {@code batch.key-required}, {@code batch.key-invalid}, or {@code batch.other-body} when the
     *     key stands for another body
     * @throws RuleViolation {@code batch.running} when the batch of this key is not done yet
     * @throws BatchTooLarge when it has too many lines or bytes
     * @throws SenderTooSlow when it comes in too slowly
     */
    public Receipt receive(Access access, Optional<String> key, BatchOptions options, InputStream body) {
        String checked = checked(key);
        LenderCall caller = in(connection -> LenderCall.of(connection, access));
        try {
            Optional<UUID> opened = inbox.open(caller.lender(), access.account(), checked, options);
            UUID id = opened.isPresent() ? keep(opened.get(), body) : known(caller.lender(), checked, options, body);
            return new Receipt(find(access, id), opened.isPresent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String checked(Optional<String> key) {
        String sent = key.orElseThrow(() -> new InvalidRequest("Idempotency-Key", "batch.key-required"));
        if (sent.isEmpty() || sent.length() > LONGEST_KEY || !sent.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
            throw new InvalidRequest("Idempotency-Key", "batch.key-invalid", LONGEST_KEY);
        }
        return sent;
    }

    private UUID keep(UUID batch, InputStream body) throws IOException {
        boolean isWhole = false;
        try {
            var incoming = new BatchBody(body);
            byte[] block = incoming.next();
            for (int number = 0; block.length > 0; number++) {
                if (!inbox.keep(batch, number, block)) {
                    throw new SenderTooSlow();
                }
                block = incoming.next();
            }
            isWhole = inbox.end(batch, incoming.hash());
            if (!isWhole) {
                throw new SenderTooSlow();
            }
            runner.wake();
            return batch;
        } finally {
            if (!isWhole) {
                inbox.drop(batch);
            }
        }
    }

    private UUID known(int lender, String key, BatchOptions options, InputStream body) throws IOException {
        var incoming = new BatchBody(body);
        while (incoming.next().length > 0) {
            // only its hash counts
        }
        var kept = inbox.kept(lender, key);
        if (!kept.isOf(incoming.hash(), options)) {
            throw new InvalidRequest("Idempotency-Key", "batch.other-body");
        }
        return kept.id();
    }

    /** @throws NotFoundException when the lender has no such batch */
    public LoanBatch find(Access access, UUID id) {
        return in(connection -> {
            var caller = LenderCall.of(connection, access);
            return Sql.list(connection, LoanBatches::batch, BATCH, id, caller.lender()).stream()
                    .findFirst()
                    .orElseThrow(() -> new NotFoundException("batch"));
        });
    }

    /** The first errors, in the order of the lines. */
    public List<LoanBatch.Error> errors(Access access, UUID id) {
        find(access, id);
        return in(connection -> Sql.list(connection, LoanBatches::error, ERRORS, id, SHOWN_ERRORS));
    }

    /** The open loans that a batch said to be complete does not name. */
    public List<LoanBatch.Finding> findings(Access access, UUID id) {
        find(access, id);
        return in(connection -> Sql.list(
                connection,
                row -> new LoanBatch.Finding(row.getString(1), row.getString(2)),
                FINDINGS,
                id,
                SHOWN_FINDINGS));
    }

    /** All errors, one after the other. */
    public void eachError(Access access, UUID id, Consumer<LoanBatch.Error> reader) {
        find(access, id);
        in(connection -> {
            eachError(connection, id, reader);
            return null;
        });
    }

    static void eachError(Connection connection, UUID id, Consumer<LoanBatch.Error> reader) throws SQLException {
        connection.setAutoCommit(false); // else the driver would hold all of them at once
        try (var statement = connection.prepareStatement(ERRORS)) {
            statement.setFetchSize(1_000);
            statement.setObject(1, id);
            statement.setInt(2, Integer.MAX_VALUE);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.accept(error(rows));
                }
            }
        }
        connection.commit();
    }

    static LoanBatch batch(ResultSet row) throws SQLException {
        return new LoanBatch(
                row.getObject(1, UUID.class),
                LoanBatch.State.valueOf(row.getString(2)),
                row.getBoolean(3),
                Optional.ofNullable(row.getObject(4, LocalDate.class)),
                row.getObject(5, OffsetDateTime.class),
                Optional.ofNullable(row.getObject(6, OffsetDateTime.class)),
                Optional.ofNullable(row.getObject(7, OffsetDateTime.class)),
                row.getInt(8),
                row.getInt(9),
                row.getInt(10),
                row.getInt(11),
                row.getInt(12),
                row.getInt(13),
                Optional.ofNullable(row.getString(14)));
    }

    static LoanBatch.Error error(ResultSet row) throws SQLException {
        return new LoanBatch.Error(row.getInt(1), row.getString(2), row.getString(3), List.of((Object[])
                row.getArray(4).getArray()));
    }

    private <T> T in(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the batches cannot be read", e);
        }
    }

    /** Something to do with a connection. */
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }
}
