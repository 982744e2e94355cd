package kz.ruralincome.domain.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.UUID;
import kz.ruralincome.domain.shared.Sql;

/** The rejected rows of one load, and what has been mended of them, on the caller's connection. */
final class MendedRows {

    /** Rows out: the numbers of the rejected rows that no load which stands has sent once more, ascending. */
    private static final String OPEN = """
            select distinct p.row_no from load_problem p
            where p.load_id = ? and p.severity = 'ERROR' and p.row_no > ?
              and not exists (
                  select from mended_row r join load m on m.id = r.sent_in
                  where r.load_id = p.load_id and r.row_no = p.row_no
                    and m.state in ('RECEIVED', 'RUNNING', 'HELD', 'DONE'))
            order by p.row_no
            limit ?""";

    private static final String COUNT = "select count(*) from (" + OPEN + ") o";

    /** Rows in: some numbers; out: what was found in those of them that were rejected, errors before warnings. */
    private static final String FINDINGS = """
            select p.row_no, p.column_name, p.code, array(select jsonb_array_elements_text(p.args)), p.value,
                p.severity = 'ERROR' as error
            from load_problem p
            where p.load_id = ? and p.row_no = any (?)
              and exists (select from load_problem e
                          where e.load_id = p.load_id and e.row_no = p.row_no and e.severity = 'ERROR')
            order by p.row_no, not p.severity = 'ERROR', p.seq""";

    private static final String WAITING = """
            from mended_row r left join load m on m.id = r.sent_in
            where r.load_id = ? and (m.id is null or m.state = 'FAILED')""";

    /** Saved rows that wait to be sent, or were sent in a load that failed. What was withdrawn is not sent again unseen. */
    private static final String SAVED = "select r.row_no, r.cells " + WAITING + " order by r.row_no";

    private static final String COUNT_SAVED = "select count(*) " + WAITING;

    private static final String KEPT = """
            select r.row_no, r.cells, m.id is null or m.state = 'FAILED' as saved,
                   m.id is null or m.state in ('FAILED', 'WITHDRAWN') as open
            from mended_row r left join load m on m.id = r.sent_in
            where r.load_id = ? and r.row_no = any (?)""";

    /** That no load which stands has sent the row. */
    private static final String NOT_SENT = """
            (mended_row.sent_in is null or exists (
                select from load m where m.id = mended_row.sent_in and m.state in ('FAILED', 'WITHDRAWN')))""";

    private static final String SAVE = """
            insert into mended_row (load_id, row_no, cells, account) values (?, ?, ?::jsonb, ?)
            on conflict (load_id, row_no) do update
            set cells = excluded.cells, account = excluded.account, saved_at = clock_timestamp(), sent_in = null
            where\s""" + NOT_SENT;

    private static final String DROP = "delete from mended_row where load_id = ? and row_no = ? and " + NOT_SENT;

    private static final String SENT = "update mended_row set sent_in = ? where load_id = ? and row_no = any (?)";

    private static final String PERSONS = "select id from person where iin = any (?)";

    private final Connection connection;
    private final UUID load;

    MendedRows(Connection connection, UUID load) {
        this.connection = connection;
        this.load = load;
    }

    /** The first open ones after a row. */
    List<Long> open(long after, int limit) throws SQLException {
        return Sql.list(connection, row -> row.getLong(1), OPEN, load, after, limit);
    }

    long countOpen() throws SQLException {
        return Sql.first(connection, Long.class, COUNT, load, 0L, Integer.MAX_VALUE)
                .orElse(0L);
    }

    /** All open ones, one after the other, without holding them all; in a transaction. */
    OpenRows eachOpen() throws SQLException {
        var statement = connection.prepareStatement(OPEN);
        statement.setFetchSize(10_000);
        statement.setObject(1, load);
        statement.setLong(2, 0);
        statement.setInt(3, Integer.MAX_VALUE);
        return new OpenRows(statement, statement.executeQuery());
    }

    /** Numbers of rows as the database hands them out. */
    static final class OpenRows implements PrimitiveIterator.OfLong, AutoCloseable {

        private final PreparedStatement statement;
        private final ResultSet rows;
        private boolean more;

        private OpenRows(PreparedStatement statement, ResultSet rows) throws SQLException {
            this.statement = statement;
            this.rows = rows;
            this.more = rows.next();
        }

        @Override
        public boolean hasNext() {
            return more;
        }

        @Override
        public long nextLong() {
            try {
                long row = rows.getLong(1);
                more = rows.next();
                return row;
            } catch (SQLException e) {
                throw new IllegalStateException("the rejected rows cannot be read", e);
            }
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }

    /** Of each of the rows that was rejected: why, and what else was said of it. */
    Map<Long, List<LoadProblem>> findings(List<Long> rows) throws SQLException {
        Map<Long, List<LoadProblem>> findings = new LinkedHashMap<>();
        for (LoadProblem problem : Sql.list(
                connection,
                row -> Loads.problem(row.getBoolean("error"), row),
                FINDINGS,
                load,
                rows.toArray(Long[]::new))) {
            findings.computeIfAbsent(problem.row(), none -> new ArrayList<>()).add(problem);
        }
        return findings;
    }

    Map<Long, Map<String, String>> saved() throws SQLException {
        Map<Long, Map<String, String>> saved = new LinkedHashMap<>();
        Sql.list(connection, row -> saved.put(row.getLong(1), JsonTexts.read(row.getString(2))), SAVED, load);
        return saved;
    }

    long countSaved() throws SQLException {
        return Sql.first(connection, Long.class, COUNT_SAVED, load).orElse(0L);
    }

    /**
     * What is kept of a row.
     *
     * @param saved whether it waits to be sent; else it was sent
     * @param open whether no load that stands has sent it
     */
    record Kept(Map<String, String> cells, boolean saved, boolean open) {}

    Map<Long, Kept> kept(List<Long> rows) throws SQLException {
        Map<Long, Kept> kept = new LinkedHashMap<>();
        Sql.list(
                connection,
                row -> kept.put(
                        row.getLong(1),
                        new Kept(JsonTexts.read(row.getString(2)), row.getBoolean("saved"), row.getBoolean("open"))),
                KEPT,
                load,
                rows.toArray(Long[]::new));
        return kept;
    }

    /** Whether it could be saved: one that a load which stands has sent stays as it is. */
    boolean save(long row, Map<String, String> cells, String account) throws SQLException {
        return Sql.update(connection, SAVE, load, row, JsonTexts.write(cells), account) == 1;
    }

    void drop(long row) throws SQLException {
        Sql.update(connection, DROP, load, row);
    }

    void sent(UUID in, Long[] rows) throws SQLException {
        Sql.update(connection, SENT, in, load, rows);
    }

    /** The persons of some IINs, as far as they are known. */
    List<Integer> persons(List<String> iins) throws SQLException {
        return Sql.list(connection, row -> row.getInt(1), PERSONS, (Object) iins.toArray(String[]::new));
    }
}
