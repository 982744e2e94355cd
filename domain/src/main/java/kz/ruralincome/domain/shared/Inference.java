package kz.ruralincome.domain.shared;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a reader who knows sums can say about the numbers that are withheld from them: linear programming by the simplex
 * method (Bland's rule), exact, since the tableau is kept in whole numbers over one denominator (Edmonds). Sums of tables have
 * coefficients of 1, so that the numbers stay small.
 */
final class Inference {

    /** Stands for 1 among the unknowns of an equation. */
    static final Integer CONSTANT = Integer.MAX_VALUE;

    private static final int ARTIFICIAL = -1;

    /** The unknowns by their column. */
    private final Map<Integer, Integer> columns = new TreeMap<>();

    private final long[] least;

    /** A row an equation, a column an unknown less its least, and last what they add up to. */
    private final List<long[]> rows = new ArrayList<>();

    /** The column that each row is solved for. */
    private final List<Integer> basis = new ArrayList<>();

    private long denominator = 1;

    /**
     * Knows some equations.
     *
     * @param least of each unknown, by its number: the reader knows that it is not less
     * @param equations coefficients by unknown, and of {@link #CONSTANT}: what they add up to is 0
     * @throws ArithmeticException when no numbers fit, or they grow too large to be counted with
     */
    Inference(Map<Integer, Long> least, List<Map<Integer, Long>> equations) {
        this.least = new long[least.size()];
        least.forEach((unknown, bound) -> {
            this.least[columns.size()] = bound;
            columns.put(unknown, columns.size());
        });
        equations.stream().map(this::row).forEach(row -> {
            rows.add(row);
            basis.add(ARTIFICIAL);
        });
        findSomeSolution();
    }

    /** The equation solved for its constant, which is not negative; with each unknown counted from its least. */
    private long[] row(Map<Integer, Long> equation) {
        long[] row = new long[columns.size() + 1];
        equation.forEach((unknown, factor) -> {
            if (unknown.equals(CONSTANT)) {
                row[columns.size()] -= factor;
            } else {
                int column = columns.get(unknown);
                row[column] += factor;
                row[columns.size()] -= Math.multiplyExact(factor, least[column]);
            }
        });
        return row[columns.size()] < 0 ? Arrays.stream(row).map(value -> -value).toArray() : row;
    }

    /** Solves every row for an unknown; a row that says nothing new is left out. */
    private void findSomeSolution() {
        long[] missing = new long[columns.size() + 1];
        for (long[] row : rows) {
            for (int column = 0; column < row.length; column++) {
                missing[column] = Math.subtractExact(missing[column], row[column]);
            }
        }
        rows.add(missing);
        while (missing[columns.size()] < 0 && improve(missing, rows.size() - 1)) {
            // one more unknown takes the place of an equation that did not hold
        }
        if (missing[columns.size()] != 0) {
            throw new ArithmeticException("no numbers fit these sums");
        }
        rows.remove(rows.size() - 1);
        for (int row = rows.size() - 1; row >= 0; row--) {
            if (basis.get(row) == ARTIFICIAL) {
                solveOrDrop(row);
            }
        }
    }

    private void solveOrDrop(int row) {
        long[] values = rows.get(row);
        for (int column = 0; column < columns.size(); column++) {
            if (values[column] != 0) {
                if (values[column] < 0) {
                    Arrays.setAll(values, i -> -values[i]);
                }
                pivot(row, column);
                return;
            }
        }
        rows.remove(row);
        basis.remove(row);
    }

    /** Whether the unknown can be so much, or more, as far as the reader knows. */
    boolean canBe(int unknown, long atLeast) {
        int column = columns.get(unknown);
        long wanted = atLeast - least[column];
        long[] objective = new long[columns.size() + 1];
        objective[column] = -denominator;
        int row = basis.indexOf(column);
        if (row >= 0) {
            Arrays.setAll(objective, i -> objective[i] + rows.get(row)[i]);
        }
        rows.add(objective);
        try {
            while (objective[columns.size()] < Math.multiplyExact(wanted, denominator)) {
                if (isUnbounded(objective)) {
                    return true;
                }
                if (!improve(objective, rows.size() - 1)) {
                    return false;
                }
            }
            return true;
        } finally {
            rows.remove(rows.size() - 1);
        }
    }

    private boolean isUnbounded(long[] objective) {
        int column = entering(objective);
        return column >= 0 && leaving(column, rows.size() - 1) < 0;
    }

    /** Takes one step towards more of the objective, which stands in the last row; false: there is no more. */
    private boolean improve(long[] objective, int equations) {
        int column = entering(objective);
        int row = column < 0 ? -1 : leaving(column, equations);
        if (row < 0) {
            return false;
        }
        pivot(row, column);
        return true;
    }

    private int entering(long[] objective) {
        for (int column = 0; column < columns.size(); column++) {
            if (objective[column] < 0) {
                return column;
            }
        }
        return -1;
    }

    /** The row that is the first to reach its end when the unknown of the column grows. */
    private int leaving(int column, int equations) {
        int best = -1;
        for (int row = 0; row < equations; row++) {
            long[] values = rows.get(row);
            if (values[column] > 0 && (best < 0 || isSooner(values, row, rows.get(best), best, column))) {
                best = row;
            }
        }
        return best;
    }

    private boolean isSooner(long[] one, int row, long[] other, int best, int column) {
        int last = columns.size();
        long left = Math.multiplyExact(one[last], other[column]);
        long right = Math.multiplyExact(other[last], one[column]);
        return left < right || left == right && basis.get(row) < basis.get(best);
    }

    /** Solves the row for the unknown of the column, and takes it out of the others. */
    private void pivot(int row, int column) {
        long[] chosen = rows.get(row);
        long pivot = chosen[column];
        for (long[] values : rows) {
            if (values != chosen) {
                long factor = values[column];
                if (factor == 0 && pivot == denominator) {
                    continue;
                }
                for (int i = 0; i < values.length; i++) {
                    if (values[i] != 0 || factor != 0 && chosen[i] != 0) {
                        values[i] = Math.subtractExact(
                                        Math.multiplyExact(values[i], pivot), Math.multiplyExact(factor, chosen[i]))
                                / denominator;
                    }
                }
            }
        }
        denominator = pivot;
        basis.set(row, column);
    }
}
