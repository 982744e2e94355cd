package kz.ruralincome.domain.merge;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import kz.ruralincome.domain.merge.Merges.Row;
import kz.ruralincome.domain.register.Revision;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.domain.shared.Sql;

/** Takes a merge back, in the transaction of a connection that waits its turn among the loads. */
final class Undoing {

    private static final String LOANS = """
            select l.contract_no from loan_version v join loan l on l.id = v.loan_id
            where v.person_id = ? and v.superseded_rev is null and v.terms ->> 'iin' = ? order by l.id""";

    private final Connection connection;
    private final Merges merges;
    private final Row merge;
    private final Person kept;
    private final Person merged;

    Undoing(Connection connection, Row merge) throws SQLException {
        this.connection = connection;
        this.merges = new Merges(connection);
        this.merge = merge;
        this.kept = Person.get(connection, merge.keptNumber());
        this.merged = Person.get(connection, merge.mergedNumber());
    }

    UndoPlan plan() throws SQLException {
        var reading = new FactReading(connection, kept);
        return new UndoPlan(
                merge.rev(),
                reading.since(kept, Side.KEPT, merge.rev()),
                reading.since(merged, Side.MERGED, merge.rev()).stream()
                        .filter(one -> one.supersededRev() == merge.rev())
                        .toList(),
                merges.carries(merge),
                merges.named(merge));
    }

    List<String> loans() throws SQLException {
        return Sql.list(connection, row -> row.getString(1), LOANS, kept.number(), merged.iin());
    }

    /** Whether no later merge into the record stands. */
    boolean isLast() throws SQLException {
        return merges.into(kept.number()).stream()
                .filter(row -> row.merge().undone().isEmpty())
                .noneMatch(row -> row.number() > merge.number());
    }

    /**
     * @throws RuleViolation {@code merge.undone} if it does not stand, {@code merge.later} if a later one has to be undone
     *     first, {@code merge.undo-clash} if facts would overlap
     */
    void undo(String reason, String account) throws SQLException {
        LoanMoves.lock(connection, kept.number());
        Merging.lock(connection, kept, merged);
        if (!isLast()) {
            throw new RuleViolation("merge.later");
        }
        UndoPlan plan = plan();
        if (!plan.clashes().isEmpty()) {
            throw new RuleViolation("merge.undo-clash");
        }
        long revision = Revision.open(connection, account, "MERGE_UNDONE").id();
        if (!merges.undone(merge, revision, reason, account)) {
            throw new RuleViolation("merge.undone");
        }
        var writing = new FactWriting(connection, revision);
        writing.supersede(plan.superseded());
        for (Side side : Side.values()) {
            for (Fact fact : plan.written(side)) {
                writing.write(fact, FactWriting.whole(fact), side == Side.KEPT ? kept : merged);
            }
        }
        LoanMoves.moveNamed(connection, revision, kept, merged);
    }
}
