package kz.ruralincome.domain.outcome;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * What is counted for some windows, statement by statement. One or two readers work at it, each on a connection of its own that
 * sees the same snapshot, and take the next statement until none is left.
 */
final class LedgerCounts {

    private final Queue<String> statements;
    private final List<Window> windows;
    private final List<OfWindow> counted;
    private int underWay;
    private SQLException failure;

    /** @param statements longest first, so that two readers are done at about the same time */
    LedgerCounts(List<String> statements, List<Window> windows) {
        this.statements = new ArrayDeque<>(statements);
        this.windows = windows;
        this.counted = windows.stream().map(window -> new OfWindow()).toList();
    }

    /** What is counted in one window. */
    static final class OfWindow {
        final Map<Quantity, Map<Integer, BigDecimal>> byUnit = new EnumMap<>(Quantity.class);
        final Map<Quantity, BigDecimal> nowhere = new EnumMap<>(Quantity.class);

        private void add(LedgerQueries.Count count) {
            if (count.unit() == null) {
                nowhere.put(count.quantity(), count.value());
            } else {
                byUnit.computeIfAbsent(count.quantity(), quantity -> new HashMap<>())
                        .put(count.unit(), count.value());
            }
        }
    }

    /** Takes statements until none is left. */
    void workAt(LedgerQueries queries) throws SQLException {
        for (String sql = next(); sql != null; sql = next()) {
            try {
                List<LedgerQueries.Count> counts = queries.counts(sql, windows);
                end(counts, null);
            } catch (SQLException e) {
                end(List.of(), e);
                throw e;
            }
        }
    }

    private synchronized String next() {
        String sql = failure == null ? statements.poll() : null;
        underWay += sql == null ? 0 : 1;
        return sql;
    }

    private synchronized void end(List<LedgerQueries.Count> counts, SQLException thrown) {
        counts.forEach(count -> counted.get(count.window() - 1).add(count));
        failure = thrown == null ? failure : thrown;
        underWay--;
        notifyAll();
    }

    /** All that is counted, once what another reader has taken is done, too. */
    synchronized List<OfWindow> whole() throws SQLException {
        try {
            while (underWay > 0) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the server stops", e);
        }
        if (failure != null) {
            throw failure;
        }
        return counted;
    }
}
