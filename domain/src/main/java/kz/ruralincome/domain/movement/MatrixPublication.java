package kz.ruralincome.domain.movement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Function;
import kz.ruralincome.domain.shared.SmallCells;

/** A matrix as a part of a publication: which of its cells and sums are which of the cells there. */
public final class MatrixPublication {

    private final MovementMatrix matrix;
    private final boolean isProtected;
    private final List<Integer> cells;
    private final Map<String, Integer> rows;
    private final Map<String, Integer> columns;
    private final int whole;

    /** Adds the cells of the matrix of a territory below the region, and what they add up to; none is withheld yet. */
    public MatrixPublication(SmallCells publication, MovementMatrix matrix) {
        this(publication, matrix, true);
    }

    /** @param isProtected false: small groups of it may be told, but it may hide those of others */
    public MatrixPublication(SmallCells publication, MovementMatrix matrix, boolean isProtected) {
        this.matrix = matrix;
        this.isProtected = isProtected;
        cells = matrix.cells().stream()
                .map(cell -> cell(publication, cell.persons().orElseThrow()))
                .toList();
        rows = numbered(publication, matrix.rowSums(), MatrixCell::from);
        columns = numbered(publication, matrix.columnSums(), MatrixCell::to);
        whole = sumOf(publication, List.copyOf(rows.values()));
        publication.alsoSumOf(whole, List.copyOf(columns.values()));
    }

    private int cell(SmallCells publication, long count) {
        return publication.cell(count, isProtected && publication.isSmall(count));
    }

    private int sumOf(SmallCells publication, List<Integer> parts) {
        int sum = cell(publication, parts.stream().mapToLong(publication::count).sum());
        publication.alsoSumOf(sum, parts);
        return sum;
    }

    private Map<String, Integer> numbered(
            SmallCells publication, Map<String, Optional<Long>> sums, Function<MatrixCell, String> side) {
        Map<String, Integer> numbered = new LinkedHashMap<>();
        for (String state : sums.keySet()) {
            List<Integer> parts = new ArrayList<>();
            for (int i = 0; i < cells.size(); i++) {
                if (side.apply(matrix.cells().get(i)).equals(state)) {
                    parts.add(cells.get(i));
                }
            }
            numbered.put(state, sumOf(publication, parts));
        }
        return numbered;
    }

    /** The number of the sum of a state on the first date; empty: nobody has it. */
    public Optional<Integer> row(State state) {
        return Optional.ofNullable(rows.get(state.name()));
    }

    /** The number of the sum of a state on the second date; empty: nobody has it. */
    public Optional<Integer> column(State state) {
        return Optional.ofNullable(columns.get(state.name()));
    }

    /**
     * The number of a cell; empty: nobody is in it.
     *
     * @param from a state, or {@link MatrixCell#ELSEWHERE}
     */
    public Optional<Integer> cell(String from, State to) {
        for (int i = 0; i < cells.size(); i++) {
            MatrixCell cell = matrix.cells().get(i);
            if (cell.from().equals(from) && cell.to().equals(to.name())) {
                return Optional.of(cells.get(i));
            }
        }
        return Optional.empty();
    }

    /** The matrix as it is shown; nobody opens a cell of it. */
    public MovementMatrix shown(NavigableSet<Integer> withheld) {
        List<MatrixCell> shown = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            MatrixCell cell = matrix.cells().get(i);
            boolean isWithheld = withheld.contains(cells.get(i));
            shown.add(new MatrixCell(
                    cell.from(), cell.to(), cell.persons().filter(count -> !isWithheld), Optional.empty()));
        }
        return new MovementMatrix(
                matrix.persons().filter(sum -> !withheld.contains(whole)),
                shown(matrix.rowSums(), rows, withheld),
                shown(matrix.columnSums(), columns, withheld),
                shown);
    }

    private static Map<String, Optional<Long>> shown(
            Map<String, Optional<Long>> sums, Map<String, Integer> numbers, NavigableSet<Integer> withheld) {
        Map<String, Optional<Long>> shown = new LinkedHashMap<>();
        sums.forEach((state, sum) -> shown.put(state, sum.filter(count -> !withheld.contains(numbers.get(state)))));
        return shown;
    }
}
