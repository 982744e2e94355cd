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
 * Which cells of one publication are withheld so that no count of 1 to 4 persons can be read from it or computed.
 *
 * <p>A publication is a list of counts and the sums among them that its reader knows ({@link Sum}: the parts and the
 * cell that is their whole, itself a cell or known to nobody). A reader can compute a withheld cell when the sums, as
 * linear equations in the withheld cells, have no second solution for it in positive whole numbers: a cell that is shown
 * as withheld is known not to be empty. So cells are withheld until none is determined.
 * It takes the smallest cell beside one that is determined, a whole only when no part is left: that hides the fewest people.
 */
public final class SmallCells {

    /** The reason that stands where a cell is withheld. */
    public static final String REASON = "SMALL_CELL";

    private static final int LARGEST_SMALL = 4;

    private final List<Long> counts = new ArrayList<>();
    private final List<Boolean> wholes = new ArrayList<>();
    private final List<Boolean> small = new ArrayList<>();
    private final List<Sum> sums = new ArrayList<>();

    /** The cells at {@code parts} add up to the cell at {@code whole}. */
    private record Sum(List<Integer> parts, int whole) {

        boolean contains(int cell) {
            return whole == cell || parts.contains(cell);
        }
    }

    /** Whether a count alone must be withheld. */
    public static boolean isSmall(long count) {
        return count >= 1 && count <= LARGEST_SMALL;
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
        return counts.size() - 1;
    }

    /** Adds a cell that the reader knows to be the sum of others; returns its number. */
    public int sumOf(List<Integer> parts) {
        int whole = cell(parts.stream().mapToLong(counts::get).sum());
        wholes.set(whole, true);
        sums.add(new Sum(List.copyOf(parts), whole));
        return whole;
    }

    /** A further way in which the reader sees that cell: as the sum of these, too. */
    public void alsoSumOf(int whole, List<Integer> parts) {
        wholes.set(whole, true);
        sums.add(new Sum(List.copyOf(parts), whole));
    }

    /** The numbers of the cells to withhold. */
    public NavigableSet<Integer> withheld() {
        NavigableSet<Integer> hidden = new TreeSet<>();
        for (int cell = 0; cell < counts.size(); cell++) {
            if (small.get(cell)) {
                hidden.add(cell);
            }
        }
        Optional<Integer> further = further(hidden);
        while (further.isPresent()) {
            hidden.add(further.get());
            further = further(hidden);
        }
        return hidden;
    }

    /** The next cell to withhold because of one that could be computed: beside it in a sum if there is one. */
    private Optional<Integer> further(NavigableSet<Integer> hidden) {
        List<Integer> determined = determined(hidden);
        if (determined.isEmpty()) {
            return Optional.empty();
        }
        return determined.stream()
                .flatMap(cell -> smallestOpen(besides(cell), hidden).stream())
                .findFirst()
                .or(() -> smallestOpen(IntStream.range(0, counts.size()).boxed(), hidden));
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

    /** The withheld cells for which the sums, and what follows from several of them together, leave one value only. */
    private List<Integer> determined(NavigableSet<Integer> hidden) {
        var equations = new Equations();
        for (Sum sum : sums) {
            Map<Integer, Long> row = new TreeMap<>();
            sum.parts().forEach(part -> add(row, part, 1, hidden));
            add(row, sum.whole(), -1, hidden);
            equations.add(row);
        }
        return Bounds.of(hidden, equations.all()).pinned();
    }

    private void add(Map<Integer, Long> row, int cell, long sign, NavigableSet<Integer> hidden) {
        if (hidden.contains(cell)) {
            row.merge(cell, sign, Long::sum);
        } else {
            row.merge(Equations.CONSTANT, sign * counts.get(cell), Long::sum);
        }
    }
}
