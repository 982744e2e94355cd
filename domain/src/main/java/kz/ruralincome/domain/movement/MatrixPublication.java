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
    private final List<Integer> cells;
    private final Map<String, Integer> rows;
    private final Map<String, Integer> columns;
    private final int whole;

    /** Adds the cells of the matrix, none of which is withheld yet, and what they add up to. */
    public MatrixPublication(SmallCells publication, MovementMatrix matrix) {
        this.matrix = matrix;
        cells = matrix.cells().stream()
                .map(cell -> publication.cell(cell.persons().orElseThrow()))
                .toList();
        rows = numbered(publication, matrix.rowSums(), MatrixCell::from);
        columns = numbered(publication, matrix.columnSums(), MatrixCell::to);
        whole = publication.sumOf(List.copyOf(rows.values()));
        publication.alsoSumOf(whole, List.copyOf(columns.values()));
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
            numbered.put(state, publication.sumOf(parts));
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
