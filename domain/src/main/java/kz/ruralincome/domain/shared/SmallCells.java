package kz.ruralincome.domain.shared;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which cells of one publication are withheld so that no small count of persons ({@link SmallCellLimit}) can be read from it or computed.
 *
 * <p>A publication is a list of counts and the sums among them that its reader knows ({@link Sum}: the parts and the
 * cell that is their whole). A cell that is shown as withheld is known not to be empty; one that is not shown at all
 * ({@link #unseen}) may be. A small cell is safe when, as far as its reader can compute from all sums together
 * ({@link Inference}), it may as well be one that is not small.
 *
 * <p>Until every small cell is safe the smallest cell beside one that is not is withheld, a whole only when no part is left:
 * that hides the fewest people. In the end each cell that need not be withheld any more is shown again, wholes and the largest first, so
 * no cell could be shown of those that are not.
 */
public final class SmallCells {

    /** The reason that stands where a cell is withheld. */
    public static final String REASON = "SMALL_CELL";

    private final SmallCellLimit limit;
    private final List<Long> counts = new ArrayList<>();
    private final List<Boolean> wholes = new ArrayList<>();
    private final List<Boolean> small = new ArrayList<>();
    /** What the reader knows a withheld cell to be at least. */
    private final List<Long> least = new ArrayList<>();

    private final NavigableSet<Integer> unseen = new TreeSet<>();
    private final List<Sum> sums = new ArrayList<>();
    /** Per cell the numbers of its sums. */
    private final List<List<Integer>> sumsOf = new ArrayList<>();

    public SmallCells(SmallCellLimit limit) {
        this.limit = limit;
    }

    /** Whether a count alone must be withheld. */
    public boolean isSmall(long count) {
        return limit.isSmall(count);
    }

    /** Adds a cell; returns its number, counted from 0. */
    public int cell(long count) {
        return cell(count, isSmall(count));
    }

    /** Adds a cell of which the caller says whether it must be withheld; returns its number. */
    public int cell(long count, boolean isSmall) {
        counts.add(count);
        small.add(isSmall);
        wholes.add(false);
        least.add(1L);
        sumsOf.add(new ArrayList<>());
        return counts.size() - 1;
    }

    /** Adds a group of people who are counted nowhere, but in sums; they must not be computed either. */
    public int unseen(long count) {
        return hide(cell(count));
    }

    /** The same of a place where small groups may be told, unless it is protected. */
    public int unseen(long count, boolean isProtected) {
        return isProtected ? unseen(count) : untold(count);
    }

    /** Adds a number that is told nowhere and is nobody's secret; what is known of it tells something of others. */
    public int untold(long count) {
        return hide(cell(count, false));
    }

    private int hide(int cell) {
        unseen.add(cell);
        least.set(cell, 0L);
        return cell;
    }

    /** How many are in a cell. */
    public long count(int cell) {
        return counts.get(cell);
    }

    /** Adds a cell that the reader knows to be the sum of others; returns its number. */
    public int sumOf(List<Integer> parts) {
        int whole = cell(parts.stream().mapToLong(counts::get).sum());
        alsoSumOf(whole, parts);
        return whole;
    }

    /** A further way in which the reader sees that cell: as the sum of these, too. */
    public void alsoSumOf(int whole, List<Integer> parts) {
        wholes.set(whole, true);
        Stream.concat(parts.stream(), Stream.of(whole)).distinct().forEach(cell -> sumsOf.get(cell)
                .add(sums.size()));
        sums.add(new Sum(List.copyOf(parts), whole));
    }

    /** The numbers of the cells to withhold. */
    public NavigableSet<Integer> withheld() {
        return new Withholding().find();
    }

    /** The cells that are withheld so far, and what their reader can say of them. */
    private final class Withholding {

        private final NavigableSet<Integer> hidden = new TreeSet<>(unseen);
        private final Inference reader;

        /** Per small cell that is safe the cells that are other than they are in a solution in which it is not small. */
        private final Map<Integer, BitSet> proofs = new HashMap<>();

        private final List<Integer> toProtect =
                IntStream.range(0, counts.size()).filter(small::get).boxed().toList();

        Withholding() {
            hidden.addAll(toProtect);
            reader = new Inference(
                    sums,
                    IntStream.range(0, counts.size())
                            .mapToLong(cell -> Math.max(0, counts.get(cell) - least.get(cell)))
                            .toArray(),
                    those(cell -> counts.get(cell) > 0 || hidden.contains(cell)),
                    those(hidden::contains));
        }

        private BitSet those(IntPredicate are) {
            return IntStream.range(0, counts.size()).filter(are).collect(BitSet::new, BitSet::set, BitSet::or);
        }

        NavigableSet<Integer> find() {
            toProtect.forEach(this::protect);
            hidden.stream()
                    .filter(cell -> !small.get(cell) && !unseen.contains(cell))
                    .sorted(Comparator.<Integer, Boolean>comparing(wholes::get)
                            .thenComparing(counts::get)
                            .reversed()
                            .thenComparing(Comparator.naturalOrder()))
                    .toList()
                    .forEach(this::showAgain);
            hidden.removeAll(unseen);
            return hidden;
        }

        /** Withholds more until the cell is safe; it stays so when still more is withheld. */
        private void protect(int cell) {
            while (!proofs.containsKey(cell) && !isSafe(cell)) {
                Optional<Integer> further = further(cell);
                if (further.isEmpty()) {
                    return;
                }
                hidden.add(further.get());
                reader.withhold(further.get());
            }
        }

        /** The next cell to withhold because of one that is not safe: beside it in a sum if there is one. */
        private Optional<Integer> further(int cell) {
            return smallestOpen(besides(cell)).or(() -> smallestOpen(around(cell)));
        }

        private Optional<Integer> smallestOpen(Stream<Integer> cells) {
            return cells.filter(cell -> !hidden.contains(cell) && counts.get(cell) > 0)
                    .min(Comparator.<Integer, Boolean>comparing(wholes::get)
                            .thenComparing(counts::get)
                            .thenComparing(Comparator.naturalOrder()));
        }

        /** Only what was proved by that cell must be proved anew. */
        private void showAgain(int cell) {
            reader.tell(cell);
            for (int one : toProtect) {
                if (isProvedBy(cell, one) && !isSafe(one)) {
                    reader.withhold(cell);
                    return;
                }
            }
            hidden.remove(cell);
        }

        private boolean isProvedBy(int cell, int one) {
            return proofs.containsKey(one) && proofs.get(one).get(cell);
        }

        /** Whether the reader cannot tell that a small cell is small, nor how many it is. What proves it is kept. */
        private boolean isSafe(int cell) {
            if (!reader.canGrow(cell, needed(cell))) {
                return false;
            }
            BitSet proof = reader.differing();
            toProtect.stream().filter(one -> reader.grew(one, needed(one))).forEach(one -> proofs.put(one, proof));
            return true;
        }

        private long needed(int cell) {
            return Math.max(limit.largest(), counts.get(cell)) + 1 - counts.get(cell);
        }

        /** The cells of all sums that tell something about a withheld one, be it by way of others. */
        private Stream<Integer> around(int cell) {
            BitSet found = new BitSet(counts.size());
            BitSet used = new BitSet(sums.size());
            Deque<Integer> next = new ArrayDeque<>(List.of(cell));
            while (!next.isEmpty()) {
                for (int sum : sumsOf.get(next.remove())) {
                    if (!used.get(sum)) {
                        used.set(sum);
                        cells(sums.get(sum)).filter(one -> !found.get(one)).forEach(one -> {
                            found.set(one);
                            if (hidden.contains(one)) {
                                next.add(one);
                            }
                        });
                    }
                }
            }
            return found.stream().boxed();
        }
    }

    /** The cells of the sums of a cell. */
    private Stream<Integer> besides(int cell) {
        return sumsOf.get(cell).stream().map(sums::get).flatMap(SmallCells::cells);
    }

    private static Stream<Integer> cells(Sum sum) {
        return Stream.concat(sum.parts().stream(), Stream.of(sum.whole()));
    }
}
