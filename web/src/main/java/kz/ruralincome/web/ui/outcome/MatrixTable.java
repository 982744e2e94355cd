package kz.ruralincome.web.ui.outcome;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.ruralincome.domain.movement.MatrixCell;
import kz.ruralincome.domain.movement.MovementMatrix;

/**
 * The matrix as a table: states that somebody has, those who are out of sight last.
 *
 * @param withheld whether a count is hidden, which the page then explains
 */
public record MatrixTable(List<String> columns, List<Row> rows, List<String> sums, String persons, boolean withheld) {

    /** Everyone in one state on the first date. */
    public record Row(String name, List<Cell> cells, String sum) {}

    /**
     * A number, empty when nobody went that way.
     *
     * @param link opens the people behind it, for those who may
     * @param stayed whether the state is the same on both dates
     */
    public record Cell(String text, String link, String label, boolean stayed) {}

    static MatrixTable of(MovementMatrix matrix, MovementWords words) {
        Map<String, MatrixCell> cells = new HashMap<>();
        matrix.cells().forEach(cell -> cells.put(cell.from() + ">" + cell.to(), cell));
        List<String> columns = MovementMatrix.inTableOrder(matrix.columnSums().keySet());
        List<Row> rows = new ArrayList<>();
        for (String from : MovementMatrix.inTableOrder(matrix.rowSums().keySet())) {
            rows.add(new Row(
                    words.name(from),
                    columns.stream()
                            .map(to -> cell(from.equals(to), cells.get(from + ">" + to), words))
                            .toList(),
                    words.count(matrix.rowSums().get(from))));
        }
        return new MatrixTable(
                columns.stream().map(words::name).toList(),
                rows,
                columns.stream()
                        .map(state -> words.count(matrix.columnSums().get(state)))
                        .toList(),
                words.count(matrix.persons()),
                matrix.cells().stream().anyMatch(cell -> cell.persons().isEmpty()));
    }

    private static Cell cell(boolean stayed, MatrixCell cell, MovementWords words) {
        return cell == null
                ? new Cell("", null, null, stayed)
                : new Cell(words.count(cell.persons()), words.link(cell), words.label(cell), stayed);
    }
}
