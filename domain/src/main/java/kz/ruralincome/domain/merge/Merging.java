package kz.ruralincome.domain.merge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import kz.ruralincome.domain.merge.MergePlan.Written;
import kz.ruralincome.domain.movement.PersonMovement.Period;
import kz.ruralincome.domain.movement.TimelineTrial;
import kz.ruralincome.domain.register.Revision;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.domain.shared.Sql;

/** Merges one record into another, in the transaction of a connection that waits its turn among the loads. */
final class Merging {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final String LOANS = """
            select 'LOAN ' || id from loan_version where person_id in (?, ?) and superseded_rev is null order by id""";

    private final Connection connection;
    private final Person kept;
    private final Person merged;
    private final Merges merges;

    Merging(Connection connection, Person kept, Person merged) {
        this.connection = connection;
        this.kept = kept;
        this.merged = merged;
        this.merges = new Merges(connection);
    }

    /** Nobody writes of either until the transaction ends; lenders lock loans first, too. */
    void lock() throws SQLException {
        LoanMoves.lock(connection, merged.number());
        lock(connection, kept, merged);
    }

    static void lock(Connection connection, Person one, Person other) throws SQLException {
        Sql.list(
                connection,
                row -> row.getInt(1),
                "select id from person where id in (?, ?) order by id for update",
                one.number(),
                other.number());
    }

    /**
     * @throws RuleViolation {@code merge.same}, {@code merge.already} if one of the two is merged into another,
     *     {@code merge.chain} if another was merged into the one that is not to be kept
     */
    void demandPossible() throws SQLException {
        if (kept.number() == merged.number()) {
            throw new RuleViolation("merge.same");
        }
        if (merges.standingOf(kept.number()).isPresent()
                || merges.standingOf(merged.number()).isPresent()) {
            throw new RuleViolation("merge.already");
        }
        if (merges.into(merged.number()).stream()
                .anyMatch(row -> row.merge().undone().isEmpty())) {
            throw new RuleViolation("merge.chain");
        }
    }

    MergePlan plan() throws SQLException {
        var reading = new FactReading(connection, kept);
        return MergePlan.of(reading.standing(kept, Side.KEPT), reading.standing(merged, Side.MERGED));
    }

    /** Of all that stands on both: whoever chooses has seen these facts and no others. */
    String mark(MergePlan plan) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (MergeLine line : plan.lines()) {
            line.kept().forEach(fact -> text.append(fact).append('\n'));
            line.merged().forEach(fact -> text.append(fact).append('\n'));
        }
        Sql.list(connection, row -> text.append(row.getString(1)).append('\n'), LOANS, kept.number(), merged.number());
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What movement would be; nothing of it stays.
     *
     * @throws RuleViolation {@code form.busy} while a load writes of one of the two
     */
    MovementEffect effect(MergePlan plan, Map<String, Side> choices) throws SQLException {
        List<Integer> both = List.of(kept.number(), merged.number());
        Sql.update(connection, "savepoint merge_trial; set local lock_timeout = '2s'");
        Map<Integer, List<Period>> before = TimelineTrial.of(connection, both);
        try {
            lock(connection, kept, merged);
            write(plan, choices, "trial", "trial", "trial");
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw new RuleViolation("form.busy");
            }
            throw e;
        }
        Map<Integer, List<Period>> after = TimelineTrial.of(connection, both);
        Sql.update(connection, "rollback to savepoint merge_trial");
        return MovementEffect.of(
                before.getOrDefault(kept.number(), List.of()),
                before.getOrDefault(merged.number(), List.of()),
                after.getOrDefault(kept.number(), List.of()));
    }

    /** See {@link MergeDesk#merge}; both are locked. */
    Merge merge(MergeRequest request, String reason, String document, String account) throws SQLException {
        demandPossible();
        MergePlan plan = plan();
        if (!mark(plan).equals(request.mark())) {
            throw new RuleViolation("merge.changed");
        }
        if (plan.isOpen(request.choices())) {
            throw new RuleViolation("merge.open");
        }
        Merges.Row merge = write(plan, request.choices(), reason, document, account);
        LoanMoves.move(connection, merge.rev(), merged, kept);
        return merge.merge();
    }

    /** @param choices whose facts hold, by the id of the line; one for each that asks */
    private Merges.Row write(MergePlan plan, Map<String, Side> choices, String reason, String document, String account)
            throws SQLException {
        long revision = Revision.open(connection, account, "MERGE").id();
        var outcome = plan.outcome(choices);
        var writing = new FactWriting(connection, revision);
        var merge = merges.add(kept, merged, revision, reason, document, account);
        writing.supersede(outcome.superseded());
        for (Written one : outcome.written()) {
            merges.carried(merge, one.fact().kind(), one.fact().id(), writing.write(one.fact(), one.days(), kept));
        }
        for (var one : outcome.carried()) {
            merges.carried(
                    merge, one.before().kind(), one.before().id(), one.by().id());
        }
        for (Fact fact : outcome.superseded()) {
            boolean isCarried = outcome.written().stream()
                            .anyMatch(one -> one.fact().equals(fact))
                    || outcome.carried().stream().anyMatch(one -> one.before().equals(fact));
            if (!isCarried) {
                merges.carried(merge, fact.kind(), fact.id(), null);
            }
        }
        return merge;
    }
}
