package kz.ruralincome.domain.shared;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

    /** The cells at {@code parts} add up to the cell at {@code whole}. */
    private record Sum(List<Integer> parts, int whole) {}

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

        /** Per withheld cell what is known of those that hang together with it; asked for once. */
        private final Map<Integer, Inference> readers = new HashMap<>();

        /** Of which the reader can tell whatever is withheld. */
        private final Set<Integer> lost = new TreeSet<>();

        NavigableSet<Integer> find() {
            List<Integer> toProtect =
                    IntStream.range(0, counts.size()).filter(small::get).boxed().toList();
            hidden.addAll(toProtect);
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
            while (isExposed(cell)) {
                Optional<Integer> further = further(cell);
                if (further.isEmpty()) {
                    lost.add(cell);
                    return;
                }
                hidden.add(further.get());
                readers.keySet().removeAll(together(further.get()));
            }
        }

        /** The next cell to withhold because of one that is not safe: beside it in a sum if there is one. */
        private Optional<Integer> further(int cell) {
            return smallestOpen(besides(cell))
                    .or(() -> smallestOpen(together(cell).stream().flatMap(SmallCells.this::besides)));
        }

        private Optional<Integer> smallestOpen(Stream<Integer> cells) {
            return cells.filter(cell -> !hidden.contains(cell) && counts.get(cell) > 0)
                    .min(Comparator.<Integer, Boolean>comparing(wholes::get)
                            .thenComparing(counts::get)
                            .thenComparing(Comparator.naturalOrder()));
        }

        private void showAgain(int cell) {
            Collection<Integer> touched = together(cell);
            hidden.remove(cell);
            readers.keySet().removeAll(touched);
            if (touched.stream().anyMatch(one -> small.get(one) && !lost.contains(one) && isExposed(one))) {
                hidden.add(cell);
                readers.keySet().removeAll(touched);
            }
        }

        /** Whether the reader can tell that a small cell is small, or how many it is. */
        private boolean isExposed(int cell) {
            Inference reader = readers.get(cell);
            if (reader == null) {
                Collection<Integer> cells = together(cell);
                reader = readerOf(cells);
                for (int one : cells) {
                    readers.put(one, reader);
                }
            }
            return !reader.canBe(cell, Math.max(limit.largest(), counts.get(cell)) + 1);
        }

        /** A withheld cell and all others of which sums tell something about it, the nearest first. */
        private Collection<Integer> together(int cell) {
            Set<Integer> found = new LinkedHashSet<>(List.of(cell));
            Deque<Integer> next = new ArrayDeque<>(found);
            while (!next.isEmpty()) {
                List<Integer> further =
                        besides(next.remove()).filter(hidden::contains).toList();
                for (int one : further) {
                    if (found.add(one)) {
                        next.add(one);
                    }
                }
            }
            return found;
        }

        private Inference readerOf(Collection<Integer> cells) {
            Map<Integer, Long> known = new TreeMap<>();
            cells.forEach(cell -> known.put(cell, least.get(cell)));
            return new Inference(
                    known,
                    cells.stream()
                            .flatMap(cell -> sumsOf.get(cell).stream())
                            .distinct()
                            .sorted()
                            .map(sum -> equation(sums.get(sum)))
                            .toList());
        }

        private Map<Integer, Long> equation(Sum sum) {
            Map<Integer, Long> equation = new TreeMap<>();
            sum.parts().forEach(part -> add(equation, part, 1));
            add(equation, sum.whole(), -1);
            return equation;
        }

        private void add(Map<Integer, Long> equation, int cell, long sign) {
            if (hidden.contains(cell)) {
                equation.merge(cell, sign, Long::sum);
            } else {
                equation.merge(Inference.CONSTANT, sign * counts.get(cell), Long::sum);
            }
        }
    }

    /** The cells of the sums of a cell. */
    private Stream<Integer> besides(int cell) {
        return sumsOf.get(cell).stream()
                .map(sums::get)
                .flatMap(sum -> Stream.concat(sum.parts().stream(), Stream.of(sum.whole())));
    }
}
