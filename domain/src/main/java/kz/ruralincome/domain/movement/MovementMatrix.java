package kz.ruralincome.domain.movement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.ruralincome.domain.shared.SmallCells;

/**
 * The cells of a matrix with their sums; a count that is empty is withheld.
 *
 * @param persons the sum of the cells
 * @param rowSums by state on the first date, in the order of the states; who had none is left out
 * @param columnSums by state on the second date
 * @param cells every pair of states that somebody has
 */
public record MovementMatrix(
        Optional<Long> persons,
        Map<String, Optional<Long>> rowSums,
        Map<String, Optional<Long>> columnSums,
        List<MatrixCell> cells) {

    private static final List<String> OUT_OF_SIGHT = List.of("UNKNOWN", MatrixCell.ELSEWHERE, "AWAY", "DECEASED");

    /** All states in order, ELSEWHERE last. */
    public static List<String> states() {
        return Stream.concat(Arrays.stream(State.values()).map(State::name), Stream.of(MatrixCell.ELSEWHERE))
                .toList();
    }

    /** The states that somebody has, as a table shows them: those who are out of sight come last. */
    public static List<String> inTableOrder(Collection<String> present) {
        return Stream.concat(states().stream().filter(state -> !OUT_OF_SIGHT.contains(state)), OUT_OF_SIGHT.stream())
                .filter(present::contains)
                .toList();
    }

    /** The matrix of these cells, with every sum. */
    static MovementMatrix of(List<MatrixCell> cells) {
        return new MovementMatrix(
                Optional.of(cells.stream().mapToLong(MovementMatrix::count).sum()),
                sums(cells, MatrixCell::from),
                sums(cells, MatrixCell::to),
                cells);
    }

    private static long count(MatrixCell cell) {
        return cell.persons().orElseThrow();
    }

    private static Map<String, Optional<Long>> sums(List<MatrixCell> cells, Function<MatrixCell, String> side) {
        Map<String, Optional<Long>> sums = new LinkedHashMap<>();
        for (String state : states()) {
            cells.stream()
                    .filter(cell -> side.apply(cell).equals(state))
                    .map(MovementMatrix::count)
                    .reduce(Long::sum)
                    .ifPresent(sum -> sums.put(state, Optional.of(sum)));
        }
        return sums;
    }

    /** The same with small groups withheld, and what would give them away. */
    MovementMatrix withoutSmallCells() {
        var publication = new SmallCells();
        List<Integer> numbers =
                cells.stream().map(cell -> publication.cell(count(cell))).toList();
        Map<String, Integer> rows = numbered(publication, numbers, rowSums, MatrixCell::from);
        Map<String, Integer> columns = numbered(publication, numbers, columnSums, MatrixCell::to);
        int whole = publication.sumOf(List.copyOf(rows.values()));
        publication.alsoSumOf(whole, List.copyOf(columns.values()));
        NavigableSet<Integer> withheld = publication.withheld();

        List<MatrixCell> shown = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            shown.add(
                    withheld.contains(numbers.get(i))
                            ? new MatrixCell(cell.from(), cell.to(), Optional.empty(), Optional.empty())
                            : cell);
        }
        return new MovementMatrix(
                persons.filter(sum -> !withheld.contains(whole)),
                shown(rowSums, rows, withheld),
                shown(columnSums, columns, withheld),
                shown);
    }

    private Map<String, Integer> numbered(
            SmallCells publication,
            List<Integer> numbers,
            Map<String, Optional<Long>> sums,
            Function<MatrixCell, String> side) {
        Map<String, Integer> numbered = new LinkedHashMap<>();
        for (String state : sums.keySet()) {
            List<Integer> parts = new ArrayList<>();
            for (int i = 0; i < cells.size(); i++) {
                if (side.apply(cells.get(i)).equals(state)) {
                    parts.add(numbers.get(i));
                }
            }
            numbered.put(state, publication.sumOf(parts));
        }
        return numbered;
    }

    private static Map<String, Optional<Long>> shown(
            Map<String, Optional<Long>> sums, Map<String, Integer> numbers, NavigableSet<Integer> withheld) {
        Map<String, Optional<Long>> shown = new LinkedHashMap<>();
        sums.forEach((state, sum) -> shown.put(state, sum.filter(count -> !withheld.contains(numbers.get(state)))));
        return shown;
    }
}
