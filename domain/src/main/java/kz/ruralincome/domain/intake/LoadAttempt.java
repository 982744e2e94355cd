package kz.ruralincome.domain.intake;

import java.sql.SQLException;
import java.util.List;
import kz.ruralincome.domain.intake.ListFormat.Subject;
import kz.ruralincome.domain.register.Revision;

/** What happens to the staged rows of one load. */
final class LoadAttempt {

    private final Sql sql;
    private final LoadOrder order;
    private final Problems problems;
    private final FileReading.Summary summary;
    private final LoadTrial trial;
    private final ListFormat format;
    private final LoadOptions options;
    private final Judging judging;
    private final SnapshotJudging snapshot;

    private SnapshotJudging.Ending ending = new SnapshotJudging.Ending(0, 0);
    private long accepted;
    private long unchanged;
    private long refused;
    private long ended;

    LoadAttempt(Sql sql, LoadOrder order, Problems problems, FileReading.Summary summary, LoadTrial trial) {
        this.sql = sql;
        this.order = order;
        this.problems = problems;
        this.summary = summary;
        this.trial = trial;
        this.format = order.format();
        this.options = order.options();
        this.judging = new Judging(sql, format);
        this.snapshot = new SnapshotJudging(sql, format, options);
    }

    LoadResult finish() throws SQLException {
        judge(options.dryRun());
        problems.withClashes(sql.any("select from intake_judged where verdict = 'X' limit 1"));
        if (refused > 0) {
            problems.judged(format);
        }
        if (judging.leavesOut()) {
            problems.settled();
        }
        new LoadChanges(sql, order).note(summary.removals() > 0);
        if (!options.dryRun() && !order.confirmed()) {
            if (ending.isSuspicious()) {
                tryOut();
                return held("snapshot.ends-many", Long.toString(ending.unlisted()), Long.toString(ending.covering()));
            }
            if (accepted + ended > 0 && isOlder()) {
                tryOut();
                return held("load.older");
            }
        }
        if (options.dryRun() && format.name().equals("territories")) {
            TerritoryDifferences.note(sql, order.id());
        }
        if (options.dryRun()) {
            tryOut();
        }
        return result(LoadState.DONE, null, options.dryRun() ? null : write());
    }

    /** What is to be told of it, once more and by what stands now; nothing is noted but in temporary tables. */
    LoadTrial.Finding rehearse() throws SQLException {
        judge(true);
        return find();
    }

    private void judge(boolean onlyTried) throws SQLException {
        judging.numberNewcomers(onlyTried);
        judging.leaveOut(
                !order.ofForm() && new SettledRows(sql, format, judging).find(options.snapshot(), summary.columns()));
        if (options.isSnapshot()) {
            snapshot.judge(judging, summary.columns());
            refuseOtherTerritories();
            ending = snapshot.findUnlisted();
        } else {
            judging.judge(summary.removals() > 0);
            refuseOtherTerritories();
            new Clashes(sql, format, judging.leavesOut()).resolve();
        }
        ended = ending.unlisted();
        count();
    }

    /** Has it told what would follow; of many rows later, beside the queue. */
    private void tryOut() throws SQLException {
        if (accepted + ended == 0 || !trial.tells(format.name())) {
            return;
        }
        if (accepted + ended > LoadTrial.MOST_ROWS) {
            new TrialClaims(sql.connection()).want(order.id());
        } else {
            find().note(sql.connection());
        }
    }

    /** Rows in: those that would change; rows out: one a subject of them. */
    private LoadTrial.Finding find() throws SQLException {
        sql.run(
                "create temp table intake_touched on commit drop as select %1$s as id from intake_judged where verdict in ('n', 'c', 'r')%2$s"
                        .formatted(
                                format.subject().column(),
                                format.takesSnapshots()
                                        ? " union select f.%s from intake_cut k join %s f using (id)"
                                                .formatted(format.subject().column(), format.table())
                                        : " group by 1"));
        sql.run("analyze intake_touched");
        var writing = new Writing(sql, format, judging, order.ofForm());
        return trial.find(
                sql.connection(),
                order.id(),
                format.subject() == Subject.HOUSEHOLD,
                () -> writing.overlay(snapshot, options.isSnapshot(), deregisters()));
    }

    private boolean deregisters() {
        return ended > 0 && format.name().equals("registrations");
    }

    private void refuseOtherTerritories() throws SQLException {
        if (order.accountUnit() != null) {
            new Residence(sql, order.businessDate()).refuseOthers(format, order.accountUnit());
        }
    }

    private void count() throws SQLException {
        kz.ruralincome.domain.shared.Sql.list(
                sql.connection(),
                row -> {
                    switch (row.getString(1)) {
                        case Judging.NEW, Judging.CHANGED, Judging.REMOVED -> accepted += row.getLong(2);
                        case Judging.UNCHANGED, Judging.SETTLED -> unchanged += row.getLong(2);
                        default -> refused += row.getLong(2);
                    }
                    return null;
                },
                "select verdict::text, count(*) from intake_judged group by verdict");
    }

    private LoadResult held(String code, String... args) throws SQLException {
        problems.ofTheFile(false, null, code, List.of(args));
        return result(LoadState.HELD, code, null);
    }

    /** Whether an equal file was loaded before and a later load, not withdrawn, has superseded rows of it. */
    private boolean isOlder() throws SQLException {
        return sql.any("""
                select from load me
                join load earlier on earlier.list = me.list and earlier.file_hash = me.file_hash
                 and earlier.seq < me.seq and earlier.state = 'DONE' and earlier.rev is not null
                 and earlier.snapshot_on is not distinct from me.snapshot_on
                 and earlier.source is not distinct from me.source
                 and earlier.unit_id is not distinct from me.unit_id
                where me.id = ? and exists (
                    select from %s f join load later on later.rev = f.superseded_rev
                    where f.rev = earlier.rev and later.state <> 'WITHDRAWN')""".formatted(format.table()), order.id());
    }

    private Long write() throws SQLException {
        if (accepted + ended == 0 && options.coversTo() == null) {
            return null;
        }
        long revision = Revision.open(sql.connection(), order.account(), "LOAD").id();
        Writing writing = new Writing(sql, format, judging, order.ofForm());
        if (accepted + ended > 0) {
            writing.write(revision, options.isSnapshot());
            if (deregisters()) {
                snapshot.deregisterUnlisted(format.table(), revision);
            }
        }
        if (options.coversTo() != null) {
            writing.declare(options, revision);
        }
        return revision;
    }

    private LoadResult result(LoadState state, String heldBecause, Long revision) {
        return new LoadResult(
                state,
                heldBecause,
                summary.rows(),
                accepted,
                unchanged,
                summary.rejected() + refused,
                summary.skipped(),
                ended,
                summary.corrected(),
                revision,
                summary.mapping());
    }
}
