package kz.ruralincome.domain.movement;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.ruralincome.domain.shared.SmallCellLimit;
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
    public static MovementMatrix of(List<MatrixCell> cells) {
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
    MovementMatrix withoutSmallCells(SmallCellLimit limit) {
        var cells = new SmallCells(limit);
        var publication = new MatrixPublication(cells, this);
        return publication.shown(cells.withheld());
    }

    /** Whether something in it is withheld. */
    public boolean isWithheld() {
        return persons.isEmpty()
                || Stream.of(
                                rowSums.values().stream(),
                                columnSums.values().stream(),
                                cells.stream().map(MatrixCell::persons))
                        .flatMap(all -> all)
                        .anyMatch(Optional::isEmpty);
    }
}
