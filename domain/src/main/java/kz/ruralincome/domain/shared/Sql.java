package kz.ruralincome.domain.shared;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs one SQL text with its parameters; the caller owns the connection and its transaction. */
public final class Sql {

    /**
     * For the rest of a transaction that looks through a whole register for some hundred rows while somebody waits: what a
     * worker hands over costs next to nothing. One beside the process that leads is enough for two cores; with more of them
     * hashes no longer fit into their share of memory.
     */
    public static final String BOTH_CORES = "set local parallel_setup_cost = 0; set local parallel_tuple_cost = 0.001;"
            + " set local max_parallel_workers_per_gather = 1";

    /** For a transaction that asks a few large questions: each is planned for what is asked; compiling takes longer than it spares. */
    public static final String LARGE_QUESTIONS = "set local jit = off; set local plan_cache_mode = force_custom_plan";

    private Sql() {}

    /** Makes a transaction that has not read anything yet one snapshot, for {@link #LARGE_QUESTIONS}. */
    public static void beginSnapshot(Connection connection) throws SQLException {
        update(connection, "set transaction isolation level repeatable read; " + LARGE_QUESTIONS);
    }

    /** Runs a statement that gives no rows back; the number of rows that it wrote. */
    public static long update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** The first column of the first row; empty when there is no row or it is null. */
    public static <T> Optional<T> first(Connection connection, Class<T> type, String sql, Object... parameters)
            throws SQLException {
        try (var statement = prepare(connection, sql, parameters);
                var rows = statement.executeQuery()) {
            return rows.next() ? Optional.ofNullable(rows.getObject(1, type)) : Optional.empty();
        }
    }

    /** The first row, read by the reader; empty when there is none. */
    public static <T> Optional<T> first(Connection connection, RowReader<T> reader, String sql, Object... parameters)
            throws SQLException {
        try (var statement = prepare(connection, sql, parameters);
                var rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
        }
    }

    /** Every row, read by the reader. */
    public static <T> List<T> list(Connection connection, RowReader<T> reader, String sql, Object... parameters)
            throws SQLException {
        try (var statement = prepare(connection, sql, parameters);
                var rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.length; i++) {
                if (parameters[i] instanceof Object[] elements) {
                    statement.setArray(i + 1, connection.createArrayOf(typeOf(elements), elements));
                } else {
                    statement.setObject(i + 1, parameters[i]);
                }
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static String typeOf(Object[] elements) {
        if (elements instanceof Integer[]) {
            return "integer";
        }
        return elements instanceof Long[] ? "bigint" : "text";
    }

    /** Makes one thing of the current row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
