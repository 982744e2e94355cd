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
    }

    LoadResult finish() throws SQLException {
        Judging judging = new Judging(sql, format);
        judging.numberNewcomers(options.dryRun());
        judging.leaveOut(
                !order.ofForm() && new SettledRows(sql, format, judging).find(options.snapshot(), summary.columns()));
        SnapshotJudging snapshot = new SnapshotJudging(sql, format, options);
        SnapshotJudging.Ending ending = new SnapshotJudging.Ending(0, 0);
        if (options.isSnapshot()) {
            snapshot.judge(judging, summary.columns());
            refuseOtherTerritories();
            ending = snapshot.findUnlisted();
        } else {
            judging.judge(summary.removals() > 0);
            refuseOtherTerritories();
            new Clashes(sql, format, judging.leavesOut()).resolve();
        }
        problems.withClashes(sql.any("select from intake_judged where verdict = 'X' limit 1"));
        count();
        ended = ending.unlisted();
        if (refused > 0) {
            problems.judged(format);
        }
        if (judging.leavesOut()) {
            problems.settled();
        }
        new LoadChanges(sql, order).note(summary.removals() > 0);
        if (!options.dryRun() && !order.confirmed()) {
            if (ending.isSuspicious()) {
                tryOut(judging, snapshot);
                return held("snapshot.ends-many", Long.toString(ending.unlisted()), Long.toString(ending.covering()));
            }
            if (accepted + ended > 0 && isOlder()) {
                tryOut(judging, snapshot);
                return held("load.older");
            }
        }
        if (options.dryRun() && format.name().equals("territories")) {
            TerritoryDifferences.note(sql, order.id());
        }
        if (options.dryRun()) {
            tryOut(judging, snapshot);
        }
        return result(LoadState.DONE, null, options.dryRun() ? null : write(judging, snapshot));
    }

    /** Has it told what would follow; rows in: those that would change, with a limit. */
    private void tryOut(Judging judging, SnapshotJudging snapshot) throws SQLException {
        boolean ofHouseholds = format.subject() == Subject.HOUSEHOLD;
        boolean isTold = ofHouseholds || format.subject() == Subject.PERSON;
        if (!isTold || accepted + ended == 0 || accepted + ended > LoadTrial.MOST_ROWS) {
            return;
        }
        String subject = format.subject().column();
        List<Integer> subjects = kz.ruralincome.domain.shared.Sql.list(
                sql.connection(),
                row -> row.getInt(1),
                "select %1$s from intake_judged where verdict in ('n', 'c', 'r')%2$s"
                        .formatted(
                                subject,
                                format.takesSnapshots()
                                        ? " union select f.%s from intake_cut k join %s f using (id)"
                                                .formatted(subject, format.table())
                                        : " group by 1"));
        trial.note(
                sql.connection(),
                order.id(),
                format.name(),
                subjects.toArray(Integer[]::new),
                ofHouseholds,
                () -> write(judging, snapshot));
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

    private Long write(Judging judging, SnapshotJudging snapshot) throws SQLException {
        if (accepted + ended == 0 && options.coversTo() == null) {
            return null;
        }
        long revision = Revision.open(sql.connection(), order.account(), "LOAD").id();
        Writing writing = new Writing(sql, format, judging, order.ofForm());
        if (accepted + ended > 0) {
            writing.write(revision, options.isSnapshot());
            if (ended > 0 && format.name().equals("registrations")) {
                snapshot.deregisterUnlisted(revision);
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
