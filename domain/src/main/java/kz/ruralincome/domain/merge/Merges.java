package kz.ruralincome.domain.merge;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.merge.Merge.Undoing;
import kz.ruralincome.domain.shared.Iin;
import kz.ruralincome.domain.shared.Sql;

/** The merges that were made, on the caller's connection. */
final class Merges {

    private static final String SELECT = """
            select a.id as number, a.public_id, a.rev, a.kept_id, a.merged_id, k.public_id as kept, k.iin as kept_iin,
                m.iin as merged_iin, a.reason, a.document, a.account, a.merged_at, a.undo_reason, a.undone_by, a.undone_at
            from person_merge a join person k on k.id = a.kept_id join person m on m.id = a.merged_id
            """;

    private static final String INSERT = """
            insert into person_merge (merged_id, kept_id, rev, reason, document, account)
            values (?, ?, ?, ?, ?, ?) returning id""";

    private static final String UNDO = """
            update person_merge
            set undone_rev = ?, undo_reason = ?, undone_by = ?, undone_at = clock_timestamp()
            where id = ? and undone_rev is null""";

    private static final String CARRIED = """
            insert into person_merge_fact (merge_id, fact, before_id, after_id) values (?, ?, ?, ?::bigint)""";

    private final Connection connection;

    Merges(Connection connection) {
        this.connection = connection;
    }

    /** A merge with the numbers that the tables know it by. */
    record Row(long number, long rev, int keptNumber, int mergedNumber, Merge merge) {}

    /** What became of a fact; {@code after} 0: nothing stands for it. */
    record Carry(FactKind kind, long before, long after) {}

    /** What a list said of a fact after the merge. */
    record Named(FactKind kind, long fact, Side side, boolean removed) {}

    Optional<Row> find(UUID id) throws SQLException {
        return Sql.first(connection, Merges::row, SELECT + "where a.public_id = ?", id);
    }

    /** Those into a record, the last first. */
    List<Row> into(int kept) throws SQLException {
        return Sql.list(connection, Merges::row, SELECT + "where a.kept_id = ? order by a.id desc", kept);
    }

    Optional<Row> standingOf(int merged) throws SQLException {
        return Sql.first(connection, Merges::row, SELECT + "where a.merged_id = ? and a.undone_rev is null", merged);
    }

    Row add(Person kept, Person merged, long rev, String reason, String document, String account) throws SQLException {
        long number = Sql.first(
                        connection, Long.class, INSERT, merged.number(), kept.number(), rev, reason, document, account)
                .orElseThrow();
        return Sql.list(connection, Merges::row, SELECT + "where a.id = ?", number)
                .get(0);
    }

    void carried(Row merge, FactKind kind, long before, Long after) throws SQLException {
        Sql.update(connection, CARRIED, merge.number(), kind.table(), before, after);
    }

    List<Carry> carries(Row merge) throws SQLException {
        return new ArrayList<>(Sql.list(
                connection,
                row -> new Carry(FactKind.ofTable(row.getString(1)), row.getLong(2), row.getLong(3)),
                "select fact, before_id, after_id from person_merge_fact where merge_id = ?",
                merge.number()));
    }

    List<Named> named(Row merge) throws SQLException {
        return new ArrayList<>(Sql.list(
                connection,
                row -> new Named(
                        FactKind.ofTable(row.getString(1)),
                        row.getLong(2),
                        row.getBoolean(3) ? Side.MERGED : Side.KEPT,
                        row.getBoolean(4)),
                "select fact, fact_id, merged, removed from person_merge_named where merge_id = ?",
                merge.number()));
    }

    /** @return false: somebody else has undone it */
    boolean undone(Row merge, long rev, String reason, String account) throws SQLException {
        return Sql.update(connection, UNDO, rev, reason, account, merge.number()) == 1;
    }

    private static Row row(ResultSet row) throws SQLException {
        OffsetDateTime undoneAt = row.getObject("undone_at", OffsetDateTime.class);
        return new Row(
                row.getLong("number"),
                row.getLong("rev"),
                row.getInt("kept_id"),
                row.getInt("merged_id"),
                new Merge(
                        row.getObject("public_id", UUID.class),
                        row.getObject("kept", UUID.class),
                        new Iin(row.getString("kept_iin")),
                        new Iin(row.getString("merged_iin")),
                        row.getString("reason"),
                        row.getString("document"),
                        row.getString("account"),
                        row.getObject("merged_at", OffsetDateTime.class),
                        undoneAt == null
                                ? Optional.empty()
                                : Optional.of(new Undoing(
                                        row.getString("undo_reason"), row.getString("undone_by"), undoneAt))));
    }
}
