package kz.ruralincome.web.ui.outcome;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ruralincome.domain.movement.MatrixCell;
import kz.ruralincome.domain.movement.MovementMatrix;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Formats;

/**
 * The matrix as a table: states that somebody has, those who are out of sight last.
 *
 * @param withheld whether a count is hidden, which the page then explains
 */
public record MatrixTable(List<String> columns, List<Row> rows, List<String> sums, String persons, boolean withheld) {

    private static final String HIDDEN = "…";

    /** Everyone in one state on the first date. */
    public record Row(String name, List<Cell> cells, String sum) {}

    /**
     * A number, empty when nobody went that way.
     *
     * @param link opens the people behind it, for those who may
     * @param stayed whether the state is the same on both dates
     */
    public record Cell(String text, String link, String label, boolean stayed) {}

    static MatrixTable of(MovementMatrix matrix, Optional<Address> members, Formats format, CurrentLanguage language) {
        Map<String, MatrixCell> cells = new HashMap<>();
        matrix.cells().forEach(cell -> cells.put(cell.from() + ">" + cell.to(), cell));
        List<String> columns = MovementMatrix.inTableOrder(matrix.columnSums().keySet());
        List<Row> rows = new ArrayList<>();
        for (String from : MovementMatrix.inTableOrder(matrix.rowSums().keySet())) {
            rows.add(new Row(
                    name(from, language),
                    columns.stream()
                            .map(to -> cell(from, to, cells.get(from + ">" + to), members, format, language))
                            .toList(),
                    count(matrix.rowSums().get(from), format)));
        }
        return new MatrixTable(
                columns.stream().map(state -> name(state, language)).toList(),
                rows,
                columns.stream()
                        .map(state -> count(matrix.columnSums().get(state), format))
                        .toList(),
                count(matrix.persons(), format),
                matrix.cells().stream().anyMatch(cell -> cell.persons().isEmpty()));
    }

    private static Cell cell(
            String from,
            String to,
            MatrixCell cell,
            Optional<Address> members,
            Formats format,
            CurrentLanguage language) {
        if (cell == null) {
            return new Cell("", null, null, from.equals(to));
        }
        String text = count(cell.persons(), format);
        String link = members.map(address ->
                        address.with("fromState", from).with("toState", to).toString())
                .orElse(null);
        String label = language.say("movement.matrix.open", name(from, language), name(to, language), text);
        return new Cell(text, link, label, from.equals(to));
    }

    private static String name(String state, CurrentLanguage language) {
        return language.say("movement.state." + state);
    }

    private static String count(Optional<Long> persons, Formats format) {
        return persons.map(format::number).orElse(HIDDEN);
    }
}
