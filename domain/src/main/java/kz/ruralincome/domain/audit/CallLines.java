package kz.ruralincome.domain.audit;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import javax.sql.DataSource;
import kz.ruralincome.domain.shared.Sql;

/**
 * Writes the lines of calls that end together in one statement: while one thread writes, the lines of the others gather,
 * and whoever comes next writes them all. Each caller goes on only when its line is written.
 */
final class CallLines {

    /** The commit of these lines alone does not wait for the disk: they survive the program, and nearly always the database. */
    private static final String CALLS = """
            insert into audit (account, action, details, outcome, latency_ms)
            select account, 'call', details::jsonb, outcome, latency_ms
            from unnest(?::text[], ?::text[], ?::text[], ?::integer[]) as call (account, details, outcome, latency_ms),
                set_config('synchronous_commit', 'off', true)""";

    private final Queue<Line> waiting = new ArrayDeque<>();
    private final Object turn = new Object();

    /** @param latencyMillis 0 or more */
    void write(DataSource database, String account, String details, String outcome, int latencyMillis)
            throws SQLException {
        var line = new Line(account, details, outcome, latencyMillis);
        synchronized (waiting) {
            waiting.add(line);
        }
        synchronized (turn) {
            if (!line.isTried) {
                writeAll(database, gathered());
            }
        }
        if (line.failure != null) {
            throw new SQLException(line.failure);
        }
    }

    private List<Line> gathered() {
        synchronized (waiting) {
            var lines = new ArrayList<>(waiting);
            waiting.clear();
            return lines;
        }
    }

    private static void writeAll(DataSource database, List<Line> lines) {
        try (var connection = database.getConnection()) {
            Sql.update(
                    connection,
                    CALLS,
                    lines.stream().map(line -> line.account).toArray(String[]::new),
                    lines.stream().map(line -> line.details).toArray(String[]::new),
                    lines.stream().map(line -> line.outcome).toArray(String[]::new),
                    lines.stream().map(line -> line.latencyMillis).toArray(Integer[]::new));
        } catch (SQLException | RuntimeException failure) {
            if (lines.size() > 1) {
                // one of them may be at fault: the others must not be lost with it
                lines.forEach(line -> writeAll(database, List.of(line)));
            } else {
                lines.get(0).failure = failure;
            }
        } finally {
            lines.forEach(line -> line.isTried = true);
        }
    }

    private static final class Line {

        final String account;
        final String details;
        final String outcome;
        final int latencyMillis;
        boolean isTried;
        Exception failure;

        Line(String account, String details, String outcome, int latencyMillis) {
            this.account = account;
            this.details = details;
            this.outcome = outcome;
            this.latencyMillis = latencyMillis;
        }
    }
}
