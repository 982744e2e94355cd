package kz.ruralincome.domain.shared;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
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
    private final NavigableSet<Integer> unseen = new TreeSet<>();
    private final List<Sum> sums = new ArrayList<>();

    /** The cells at {@code parts} add up to the cell at {@code whole}. */
    private record Sum(List<Integer> parts, int whole) {

        boolean contains(int cell) {
            return whole == cell || parts.contains(cell);
        }
    }

    public SmallCells(SmallCellLimit limit) {
        this.limit = limit;
    }

    /** Adds a cell; returns its number, counted from 0. */
    public int cell(long count) {
        return cell(count, limit.isSmall(count));
    }

    /** Adds a cell of which the caller says whether it must be withheld; returns its number. */
    public int cell(long count, boolean isSmall) {
        counts.add(count);
        small.add(isSmall);
        wholes.add(false);
        return counts.size() - 1;
    }

    /** Adds a group of people who are counted nowhere, but in sums; they must not be computed either. */
    public int unseen(long count) {
        int cell = cell(count);
        unseen.add(cell);
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
        sums.add(new Sum(List.copyOf(parts), whole));
    }

    /** The numbers of the cells to withhold. */
    public NavigableSet<Integer> withheld() {
        NavigableSet<Integer> hidden = new TreeSet<>(unseen);
        IntStream.range(0, counts.size()).filter(small::get).forEach(hidden::add);
        for (Optional<Integer> further = further(hidden); further.isPresent(); further = further(hidden)) {
            hidden.add(further.get());
        }
        hidden.stream()
                .filter(cell -> !small.get(cell) && !unseen.contains(cell))
                .sorted(Comparator.<Integer, Boolean>comparing(wholes::get)
                        .thenComparing(counts::get)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList()
                .forEach(cell -> showAgain(cell, hidden));
        hidden.removeAll(unseen);
        return hidden;
    }

    private void showAgain(int cell, NavigableSet<Integer> hidden) {
        hidden.remove(cell);
        if (exposed(hidden).findFirst().isPresent()) {
            hidden.add(cell);
        }
    }

    /** The next cell to withhold because of one that is not safe: beside it in a sum if there is one. */
    private Optional<Integer> further(NavigableSet<Integer> hidden) {
        return exposed(hidden).findFirst().flatMap(cell -> smallestOpen(besides(cell), hidden)
                .or(() -> smallestOpen(IntStream.range(0, counts.size()).boxed(), hidden)));
    }

    private Stream<Integer> besides(int cell) {
        return sums.stream()
                .filter(sum -> sum.contains(cell))
                .flatMap(sum -> Stream.concat(sum.parts().stream(), Stream.of(sum.whole())));
    }

    private Optional<Integer> smallestOpen(Stream<Integer> cells, NavigableSet<Integer> hidden) {
        return cells.filter(cell -> !hidden.contains(cell) && counts.get(cell) > 0)
                .min(Comparator.<Integer, Boolean>comparing(wholes::get)
                        .thenComparing(counts::get)
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The small cells of which the reader can tell that they are small, or how many they are. */
    private Stream<Integer> exposed(NavigableSet<Integer> hidden) {
        Map<Integer, Long> least = new TreeMap<>();
        hidden.forEach(cell -> least.put(cell, unseen.contains(cell) ? 0L : 1L));
        var reader = new Inference(
                least, sums.stream().map(sum -> equation(sum, hidden)).toList());
        return hidden.stream()
                .filter(small::get)
                .filter(cell -> !reader.canBe(cell, Math.max(limit.largest(), counts.get(cell)) + 1));
    }

    private Map<Integer, Long> equation(Sum sum, NavigableSet<Integer> hidden) {
        Map<Integer, Long> equation = new TreeMap<>();
        sum.parts().forEach(part -> add(equation, part, 1, hidden));
        add(equation, sum.whole(), -1, hidden);
        return equation;
    }

    private void add(Map<Integer, Long> equation, int cell, long sign, NavigableSet<Integer> hidden) {
        if (hidden.contains(cell)) {
            equation.merge(cell, sign, Long::sum);
        } else {
            equation.merge(Inference.CONSTANT, sign * counts.get(cell), Long::sum);
        }
    }
}
