package kz.ruralincome.domain.credit;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.shared.AccessRefused;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.Slice;
import kz.ruralincome.domain.shared.Sql;

/**
 * Where people see what became of the lenders' batches. A batch holds loans of the whole register, so it is shown to those
 * alone who may see persons and are not bound to a territory.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class BatchShelf {

    /** How many batches, errors or findings a page holds. */
    public static final int PAGE = 50;

    private static final String FINDINGS = """
            select contract_no, code from loan_batch_finding
            where batch_id = ? and contract_no > ? order by contract_no limit ?""";

    private static final String BATCHES = "select " + LoanBatches.COLUMNS + """
            , (select code from lender l where l.id = b.lender_id), account,
                (select count(*)::integer from loan_batch_error e where e.batch_id = b.id),
                (select count(*)::integer from loan_batch_finding f where f.batch_id = b.id)
            from loan_batch b
            """;

    /** Rows in: a page, of the newest from the place on. */
    private static final String LIST = BATCHES + """
            where state <> 'RECEIVING' and (?::text is null or lender_id = (select id from lender where code = ?))
              and seq < coalesce((select seq from loan_batch where id = ?::uuid), 9223372036854775807)
            order by seq desc limit ?""";

    /** Errors have no order of their own beyond that of writing, in which lines come one after the other. */
    private static final String ERRORS = """
            select line, field, code, array(select jsonb_array_elements_text(args)) from loan_batch_error
            where batch_id = ? order by line, id limit ? offset ?""";

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    /**
     * The batches of a lender, or of all, the newest first.
     *
     * @param after the last one of the page before
     */
    public Slice<BatchEntry> batches(Optional<String> lender, Optional<UUID> after, Access access) {
        demand(access);
        String code = lender.orElse(null);
        return Slice.of(
                in(connection ->
                        Sql.list(connection, BatchShelf::entry, LIST, code, code, after.orElse(null), PAGE + 1)),
                PAGE);
    }

    /** @throws NotFoundException if there is no such batch */
    public BatchEntry find(UUID id, Access access) {
        demand(access);
        return in(connection -> Sql.list(connection, BatchShelf::entry, BATCHES + "where id = ?", id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("batch"));
    }

    /** The errors of a page, in the order of the lines; pages are counted from 0. */
    public List<LoanBatch.Error> errors(UUID id, int page, Access access) {
        demand(access);
        return in(connection -> Sql.list(connection, LoanBatches::error, ERRORS, id, PAGE, (long) page * PAGE));
    }

    /** All errors, one after the other. */
    public void eachError(UUID id, Access access, Consumer<LoanBatch.Error> reader) {
        demand(access);
        in(connection -> {
            LoanBatches.eachError(connection, id, reader);
            return null;
        });
    }

    /** The open loans that the batch did not name, by number from there on. */
    public Slice<LoanBatch.Finding> findings(UUID id, Optional<String> after, Access access) {
        demand(access);
        return Slice.of(
                in(connection -> Sql.list(
                        connection,
                        row -> new LoanBatch.Finding(row.getString(1), row.getString(2)),
                        FINDINGS,
                        id,
                        after.orElse(""),
                        PAGE + 1)),
                PAGE);
    }

    private static void demand(Access access) {
        Access.demand(access.seesPersons());
        if (access.territory().isPresent()) {
            throw new AccessRefused("access.territory");
        }
    }

    private static BatchEntry entry(ResultSet row) throws SQLException {
        return new BatchEntry(
                row.getString(15), row.getString(16), LoanBatches.batch(row), row.getInt(17), row.getInt(18));
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
