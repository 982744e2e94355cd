package kz.ruralincome.domain.shared;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What numbers of which the sums are known may differ by, so that the differences in each sum make up for each other: an
 * equation a row, in whole numbers, solved for a number that is in no other row.
 */
final class SolvedSums {

    static final int NONE = -1;

    /** Per row the factor of each number; that of the number for which it is solved is above 0. */
    private final long[][] rows;

    private final int[] solvedFor;

    /** Per number the row that is solved for it, or {@link #NONE}. */
    private final int[] rowOf;

    /** Of each number for which no row is solved. */
    private final long[] difference;

    /** Per row the difference of the number for which it is solved, times its factor. */
    private final long[] solution;

    /** Per row the numbers whose factor is not 0. */
    private final BitSet[] filled;

    /**
     * Solves the sums.
     *
     * @param sums what adds up
     * @param variable the numbers that may differ at all
     * @param preferred for which to solve wherever one can choose
     */
    SolvedSums(List<Sum> sums, BitSet variable, BitSet preferred) {
        int numbers = variable.length();
        rows = new long[sums.size()][numbers];
        filled = new BitSet[sums.size()];
        int[] frequency = new int[numbers];
        for (int row = 0; row < rows.length; row++) {
            filled[row] = new BitSet(numbers);
            for (int part : sums.get(row).parts()) {
                add(row, part, 1, variable);
            }
            add(row, sums.get(row).whole(), -1, variable);
            filled[row].stream().forEach(number -> frequency[number]++);
        }
        solvedFor = new int[rows.length];
        rowOf = new int[numbers];
        difference = new long[numbers];
        solution = new long[rows.length];
        Arrays.fill(solvedFor, NONE);
        Arrays.fill(rowOf, NONE);
        var best = Comparator.<Integer, Boolean>comparing(number -> !preferred.get(number))
                .thenComparing(number -> frequency[number]);
        for (int row = 0; row < rows.length; row++) {
            Optional<Integer> number = filled[row].stream().boxed().min(best);
            if (number.isPresent()) {
                solve(row, number.get());
            }
        }
    }

    int size() {
        return rows.length;
    }

    /** The number for which a row is solved; {@link #NONE}: it says nothing that others do not say. */
    int solvedFor(int row) {
        return solvedFor[row];
    }

    /** The row that is solved for a number, or {@link #NONE}. */
    int rowOf(int number) {
        return rowOf[number];
    }

    long factor(int row, int number) {
        return rows[row][number];
    }

    long solution(int row) {
        return solution[row];
    }

    /** Of a number for which no row is solved. */
    long difference(int number) {
        return difference[number];
    }

    /** No number differs. */
    void reset() {
        Arrays.fill(difference, 0);
        Arrays.fill(solution, 0);
    }

    /** Lets a number for which no row is solved differ by so much more. */
    void move(int number, long by) {
        difference[number] += by;
        for (int row = 0; row < rows.length; row++) {
            if (rows[row][number] != 0) {
                solution[row] = Math.subtractExact(solution[row], Math.multiplyExact(rows[row][number], by));
            }
        }
    }

    /** Solves a row for another number; that for which it was solved differs by so much from then on. */
    void exchange(int row, int number, long left) {
        int leaving = solvedFor[row];
        solution[row] = Math.subtractExact(solution[row], Math.multiplyExact(rows[row][leaving], left));
        difference[leaving] = left;
        rowOf[leaving] = NONE;
        move(number, -difference[number]);
        solve(row, number);
    }

    private void solve(int row, int number) {
        long[] chosen = rows[row];
        if (chosen[number] < 0) {
            filled[row].stream().forEach(i -> chosen[i] = -chosen[i]);
            solution[row] = -solution[row];
        }
        for (int other = 0; other < rows.length; other++) {
            if (other != row && rows[other][number] != 0) {
                takeOut(number, row, other);
            }
        }
        solvedFor[row] = number;
        rowOf[number] = row;
    }

    /** Takes a number, for which one row is being solved, out of another. */
    private void takeOut(int number, int row, int other) {
        long[] chosen = rows[row];
        long[] values = rows[other];
        long common = gcd(chosen[number], Math.abs(values[number]));
        long times = chosen[number] / common;
        long less = values[number] / common;
        if (times != 1) {
            for (int i = filled[other].nextSetBit(0); i >= 0; i = filled[other].nextSetBit(i + 1)) {
                values[i] = Math.multiplyExact(values[i], times);
            }
        }
        for (int i = filled[row].nextSetBit(0); i >= 0; i = filled[row].nextSetBit(i + 1)) {
            values[i] = Math.subtractExact(values[i], Math.multiplyExact(less, chosen[i]));
            filled[other].set(i, values[i] != 0);
        }
        solution[other] =
                Math.subtractExact(Math.multiplyExact(solution[other], times), Math.multiplyExact(less, solution[row]));
        if (solvedFor[other] != NONE && values[solvedFor[other]] != 1) {
            shorten(other);
        }
    }

    private void shorten(int row) {
        long[] values = rows[row];
        BitSet all = filled[row];
        long common = values[solvedFor[row]];
        for (int i = all.nextSetBit(0); i >= 0 && common != 1; i = all.nextSetBit(i + 1)) {
            common = gcd(common, Math.abs(values[i]));
        }
        if (common != 1) {
            for (int i = all.nextSetBit(0); i >= 0; i = all.nextSetBit(i + 1)) {
                values[i] /= common;
            }
            solution[row] /= common;
        }
    }

    private void add(int row, int number, long factor, BitSet variable) {
        if (variable.get(number)) {
            rows[row][number] += factor;
            filled[row].set(number, rows[row][number] != 0);
        }
    }

    private static long gcd(long one, long other) {
        while (other != 0) {
            long rest = one % other;
            one = other;
            other = rest;
        }
        return one;
    }
}
