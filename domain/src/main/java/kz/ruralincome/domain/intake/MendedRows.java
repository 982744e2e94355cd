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

    private static final String ERRORS = """
            select row_no, column_name, code, array(select jsonb_array_elements_text(args)), value
            from load_problem
            where load_id = ? and severity = 'ERROR' and row_no = any (?)
            order by row_no, seq""";

    /** Saved rows that wait to be sent, or were sent in a load that did not come to stand. */
    private static final String SAVED = """
            select r.row_no, r.cells from mended_row r left join load m on m.id = r.sent_in
            where r.load_id = ? and (m.id is null or m.state in ('FAILED', 'WITHDRAWN'))
            order by r.row_no""";

    private static final String SAVE = """
            insert into mended_row (load_id, row_no, cells, account) values (?, ?, ?::jsonb, ?)
            on conflict (load_id, row_no) do update
            set cells = excluded.cells, account = excluded.account, saved_at = clock_timestamp(), sent_in = null""";

    private static final String DROP = "delete from mended_row where load_id = ? and row_no = ? and sent_in is null";

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

    Map<Long, List<LoadProblem>> errors(List<Long> rows) throws SQLException {
        Map<Long, List<LoadProblem>> errors = new LinkedHashMap<>();
        for (LoadProblem problem :
                Sql.list(connection, row -> Loads.problem(true, row), ERRORS, load, rows.toArray(Long[]::new))) {
            errors.computeIfAbsent(problem.row(), none -> new ArrayList<>()).add(problem);
        }
        return errors;
    }

    Map<Long, Map<String, String>> saved() throws SQLException {
        Map<Long, Map<String, String>> saved = new LinkedHashMap<>();
        Sql.list(connection, row -> saved.put(row.getLong(1), JsonTexts.read(row.getString(2))), SAVED, load);
        return saved;
    }

    void save(long row, Map<String, String> cells, String account) throws SQLException {
        Sql.update(connection, SAVE, load, row, JsonTexts.write(cells), account);
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
