package kz.ruralincome.domain.shared;

import static kz.ruralincome.domain.shared.SolvedSums.NONE;

import java.util.BitSet;
import java.util.List;

/**
 * What a reader who knows sums can say about the numbers that are withheld from them: linear programming by the simplex
 * method, exact, in whole numbers.
 *
 * <p>It begins from the truth, which is one solution: only what numbers may differ by is counted with. Each question begins
 * there anew; for which of its numbers each sum is solved stays from one question to the next, and is near what that needs.
 * A number that is told may not differ, so to tell one, or to withhold it again, costs nothing.
 *
 * <p>The number of the largest factor changes next; after a step that led nowhere the first (Bland's rule), so it ends.
 */
final class Inference {

    /** By how much each number may be less than it is, as far as the reader knows. */
    private final long[] slack;

    private final BitSet withheld;
    private final SolvedSums sums;

    /** The row that ends the present step, and how long the step is: one number over another. */
    private int blocking;

    private long length;
    private long lengthOver;

    /**
     * Knows some sums.
     *
     * @param sums what adds up
     * @param slack by how much each number may be less than it is, as far as the reader knows; not below 0
     * @param variable the numbers that may be withheld at all
     * @param withheld those that are not told
     */
    Inference(List<Sum> sums, long[] slack, BitSet variable, BitSet withheld) {
        this.slack = slack;
        this.withheld = (BitSet) withheld.clone();
        this.sums = new SolvedSums(sums, variable, withheld);
    }

    void tell(int number) {
        withheld.clear(number);
    }

    void withhold(int number) {
        withheld.set(number);
    }

    /** Whether a withheld number can be so much more than it is, or still more, as far as the reader knows. */
    boolean canGrow(int number, long by) {
        sums.reset();
        boolean isStuck = false;
        while (!grew(number, by)) {
            int next = sums.rowOf(number) == NONE ? number : next(sums.rowOf(number), isStuck);
            if (next == NONE) {
                return false;
            }
            isStuck = !step(number, by, next);
        }
        return true;
    }

    /** Whether a number is so much more than it is in the solution that was found last. */
    boolean grew(int number, long by) {
        int row = sums.rowOf(number);
        return row == NONE
                ? sums.difference(number) >= by
                : sums.solution(row) >= Math.multiplyExact(by, sums.factor(row, number));
    }

    /** Which numbers are other than they are in the solution that was found last. */
    BitSet differing() {
        BitSet differing = new BitSet(slack.length);
        for (int number = withheld.nextSetBit(0); number >= 0; number = withheld.nextSetBit(number + 1)) {
            int row = sums.rowOf(number);
            if (row == NONE ? sums.difference(number) != 0 : sums.solution(row) != 0) {
                differing.set(number);
            }
        }
        return differing;
    }

    /** A number that lets the one grow for which the row is solved. */
    private int next(int row, boolean isFirst) {
        int best = NONE;
        long largest = 0;
        for (int number = withheld.nextSetBit(0); number >= 0; number = withheld.nextSetBit(number + 1)) {
            long factor = sums.factor(row, number);
            if (factor != 0
                    && number != sums.solvedFor(row)
                    && Math.abs(factor) > largest
                    && (factor < 0 || sums.difference(number) > -slack[number])) {
                best = number;
                largest = Math.abs(factor);
                if (isFirst) {
                    return best;
                }
            }
        }
        return best;
    }

    /** Changes one number as far as the others allow, or as is needed; false: they do not allow it at all. */
    private boolean step(int wanted, long by, int number) {
        int row = sums.rowOf(wanted);
        int sign = row == NONE || sums.factor(row, number) < 0 ? 1 : -1;
        findBlocking(number, sign);
        long needed = row == NONE
                ? by
                : ceiling(
                        Math.subtractExact(Math.multiplyExact(by, sums.factor(row, wanted)), sums.solution(row)),
                        Math.abs(sums.factor(row, number)));
        long own = sign > 0 ? needed : Math.min(needed, sums.difference(number) + slack[number]);
        if (blocking == NONE || Math.multiplyExact(own, lengthOver) <= length) {
            sums.move(number, sign * own);
            return true;
        }
        int leaving = sums.solvedFor(blocking);
        boolean isGrowing = sign * sums.factor(blocking, number) < 0;
        boolean moves = length != 0;
        sums.exchange(blocking, number, isGrowing ? 0 : least(leaving));
        return moves;
    }

    private long least(int number) {
        return withheld.get(number) ? -slack[number] : 0;
    }

    /** Which row is the first to forbid that a number grows, or shrinks; of several one whose number is told. */
    private void findBlocking(int number, int sign) {
        blocking = NONE;
        for (int row = 0; row < sums.size(); row++) {
            long pace = -sign * sums.factor(row, number);
            int solved = sums.solvedFor(row);
            if (pace != 0 && (pace < 0 || !withheld.get(solved))) {
                long room = pace > 0
                        ? 0
                        : Math.subtractExact(
                                sums.solution(row), Math.multiplyExact(sums.factor(row, solved), least(solved)));
                if (blocking == NONE || isSooner(room, Math.abs(pace), solved)) {
                    blocking = row;
                    length = room;
                    lengthOver = Math.abs(pace);
                }
            }
        }
    }

    private boolean isSooner(long room, long pace, int solved) {
        long left = Math.multiplyExact(room, lengthOver);
        long right = Math.multiplyExact(length, pace);
        if (left != right) {
            return left < right;
        }
        int best = sums.solvedFor(blocking);
        return withheld.get(solved) == withheld.get(best) ? solved < best : withheld.get(best);
    }

    private static long ceiling(long number, long over) {
        return -Math.floorDiv(-number, over);
    }
}
