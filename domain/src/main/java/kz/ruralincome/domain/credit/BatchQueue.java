package kz.ruralincome.domain.credit;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.Sql;

/**
 * The batches that wait: those of one lender one after the other, in the order of receipt. A claim is a lease with a
 * fencing number. Each step of a batch, its progress and the new lease are one transaction, so a batch whose server was
 * killed goes on with the first line that is not done, here or on another node.
 */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class BatchQueue {

    static final int LEASE_SECONDS = 30;

    private static final String GIVE_UP_RECEIVING =
            "delete from loan_batch where state = 'RECEIVING' and lease_until < clock_timestamp()";

    private static final String END_ORPHANS = """
            select count(*) from (
                select pg_terminate_backend(a.pid)
                from loan_batch b join pg_stat_activity a on a.application_name = 'pilot batch ' || b.fence
                where b.state = 'RUNNING' and b.lease_until < clock_timestamp() and a.pid <> pg_backend_pid()) ended""";

    private static final String CLAIM = """
            update loan_batch
            set state = 'RUNNING', fence = nextval('loan_batch_fence'), node = ?, attempts = attempts + 1,
                resumed = resumed + case when started_at is null then 0 else 1 end,
                started_at = coalesce(started_at, clock_timestamp()),
                lease_until = clock_timestamp() + make_interval(secs => ?)
            where id = (
                select b.id from loan_batch b
                where (b.state = 'RECEIVED' or b.state = 'RUNNING' and b.lease_until < clock_timestamp())
                  and not exists (
                      select from loan_batch o
                      where o.lender_id = b.lender_id and o.seq < b.seq and o.state in ('RECEIVED', 'RUNNING'))
                order by b.seq limit 1 for update skip locked)
            returning id, fence, attempts, lender_id, account, dry_run, complete_on, done_bytes, done_lines""";

    private static final String HOLD = """
            select set_config('application_name', 'pilot batch ' || fence, true) from loan_batch
            where id = ? and fence = ? and state = 'RUNNING' for update""";

    private static final String PROGRESS = """
            update loan_batch
            set done_bytes = ?, done_lines = ?, lines = lines + ?, accepted = accepted + ?, unchanged = unchanged + ?,
                rejected = rejected + ?, attempts = 0, lease_until = clock_timestamp() + make_interval(secs => ?)
            where id = ?""";

    /** Open on the day: handed over or approved by then, and neither written off nor closed by then. */
    private static final String FINDINGS = """
            insert into loan_batch_finding (batch_id, contract_no, code)
            select b.id, l.contract_no, 'batch.not-listed'
            from loan_batch b
            join loan l on l.lender_id = b.lender_id
            join loan_version v on v.loan_id = l.id and v.superseded_rev is null
            where b.id = ? and coalesce(v.tranche_on[1], v.approved_on) <= b.complete_on
              and (v.status in ('APPROVED', 'ACTIVE')
                   or v.status <> 'CANCELLED' and least(v.written_off_on, (v.terms ->> 'closedOn')::date) > b.complete_on)
              and not exists (select from loan_batch_named n where n.batch_id = b.id and n.contract_no = l.contract_no)""";

    private static final String END = """
            update loan_batch
            set state = ?, error = ?, ended_at = clock_timestamp(), lease_until = null
            where id = ? and fence = ? and state = 'RUNNING'""";

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    /** The right to work on one batch, from where it stopped. */
    public record Claim(
            UUID batch,
            long fence,
            int attempt,
            int lender,
            String account,
            BatchOptions options,
            long doneBytes,
            int doneLines) {}

    /** Takes the next batch; first, what a dead node still does is ended. */
    public Optional<Claim> claim(String node) {
        return in(connection -> {
            Sql.update(connection, GIVE_UP_RECEIVING);
            Sql.first(connection, Long.class, END_ORPHANS);
            return Sql.list(
                            connection,
                            row -> new Claim(
                                    row.getObject(1, UUID.class),
                                    row.getLong(2),
                                    row.getInt(3),
                                    row.getInt(4),
                                    row.getString(5),
                                    new BatchOptions(
                                            row.getBoolean(6), Optional.ofNullable(row.getObject(7, LocalDate.class))),
                                    row.getLong(8),
                                    row.getInt(9)),
                            CLAIM,
                            node,
                            LEASE_SECONDS)
                    .stream()
                    .findFirst();
        });
    }

    /** What this node left running when it died can be taken up at once. */
    public void releaseBatchesOf(String node) {
        in(connection -> Sql.update(
                connection,
                "update loan_batch set lease_until = clock_timestamp() where state = 'RUNNING' and node = ?",
                node));
    }

    /** Takes some lines, as far as the reader has come; false when the claim is lost, and nothing was written. */
    public boolean step(Claim claim, BatchStep step, long doneBytes, int doneLines) {
        return in(connection -> step(connection, claim, step, doneBytes, doneLines));
    }

    static boolean step(Connection connection, Claim claim, BatchStep step, long doneBytes, int doneLines)
            throws SQLException {
        if (!holds(connection, claim)) {
            return false;
        }
        var counts = step.apply(connection, claim.batch(), claim.lender(), claim.account(), claim.options());
        Sql.update(
                connection,
                PROGRESS,
                doneBytes,
                doneLines,
                counts.lines(),
                counts.accepted(),
                counts.unchanged(),
                counts.rejected(),
                LEASE_SECONDS,
                claim.batch());
        return true;
    }

    private static boolean holds(Connection connection, Claim claim) throws SQLException {
        return Sql.first(connection, String.class, HOLD, claim.batch(), claim.fence())
                .isPresent();
    }

    /** All lines are done: what is not listed is found, and the body is no longer needed. */
    public void finish(Claim claim) {
        in(connection -> {
            finish(connection, claim);
            return null;
        });
    }

    static void finish(Connection connection, Claim claim) throws SQLException {
        if (holds(connection, claim)) {
            if (claim.options().complete().isPresent()) {
                Sql.update(connection, FINDINGS, claim.batch());
            }
            Sql.update(connection, "delete from loan_batch_named where batch_id = ?", claim.batch());
            Sql.update(connection, "delete from loan_batch_chunk where batch_id = ?", claim.batch());
            Sql.update(connection, END, "DONE", null, claim.batch(), claim.fence());
        }
    }

    /** Gives a batch up; what its lines did stays done. */
    public void fail(Claim claim, String code) {
        in(connection -> Sql.update(connection, END, "FAILED", code, claim.batch(), claim.fence()));
    }

    /** Puts a batch back that this node does not go on with. */
    public void giveBack(Claim claim) {
        in(connection -> Sql.update(
                connection,
                "update loan_batch set state = 'RECEIVED', lease_until = null where id = ? and fence = ? and state = 'RUNNING'",
                claim.batch(),
                claim.fence()));
    }

    private <T> T in(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the batch cannot be worked on", e);
        }
    }

    /** Something to do with a connection. */
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }
}
