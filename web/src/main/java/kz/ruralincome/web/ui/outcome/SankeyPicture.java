package kz.ruralincome.web.ui.outcome;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.ruralincome.domain.movement.MatrixCell;
import kz.ruralincome.domain.movement.MovementMatrix;
import kz.ruralincome.domain.movement.State;
import kz.ruralincome.web.ui.participant.StateLook;

/**
 * The matrix as bands from the states on the first date (left) to those on the second (right), drawn by the server so that
 * it is printed as it is seen. A band is as wide as the number of its people; what is withheld has one width whatever it is,
 * and lies hatched, so that the picture tells nothing that the table hides. Who stayed lies pale behind those who moved.
 *
 * <p>All lengths are whole tenths of a unit of the picture.
 *
 * @param withheld whether a band is of a width that says nothing
 */
public record SankeyPicture(int height, List<Node> left, List<Node> right, List<Band> bands, boolean withheld) {

    /** The width of the picture. */
    public static final int WIDTH = 9600;

    private static final int LEFT = 2700;
    private static final int NODE = 140;
    private static final int RIGHT = WIDTH - LEFT;

    /** Wide enough for all people together. */
    private static final long ALL = 3800;

    private static final long THINNEST = 8;
    private static final long HIDDEN = 40;
    /** Room for the two lines that name a state. */
    private static final long SLOT = 360;

    private static final long GAP = 40;
    /** Bands from this width on carry their number. */
    private static final long NUMBERED = 150;

    /** So many letters of a name stand on one line. */
    private static final int LINE = 30;

    /**
     * A state on one of the dates.
     *
     * @param name as much of its name as stands on the first line
     * @param rest the rest of it, on the second line before the count
     * @param tone its colour and pattern
     */
    public record Node(String name, String rest, String count, long y, long height, long textY, String tone) {

        static Node of(String name, String count, long y, long height, String tone) {
            int cut = name.length() <= LINE ? name.length() : name.lastIndexOf(' ', LINE);
            return new Node(
                    name.substring(0, cut), name.substring(cut).strip(), count, y, height, y + height / 2, tone);
        }
    }

    /**
     * Those who went one way.
     *
     * @param tone its colour and pattern: by the state they came from
     * @param link opens the people behind it, for those who may
     * @param number written on the band; null: it is too narrow, or its people stayed
     */
    public record Band(
            String path,
            String tone,
            boolean stayed,
            String told,
            String link,
            String label,
            String number,
            long numberY) {}

    static SankeyPicture of(MovementMatrix matrix, boolean withStays, MovementWords words) {
        List<MatrixCell> cells = matrix.cells().stream()
                .filter(cell -> withStays || !cell.from().equals(cell.to()))
                .toList();
        long persons =
                cells.stream().mapToLong(cell -> cell.persons().orElse(0L)).sum();
        Map<MatrixCell, Long> widths = new HashMap<>();
        cells.forEach(cell -> widths.put(cell, width(cell, Math.max(1, persons))));
        var from = Side.of(cells, MatrixCell::from, MatrixCell::to, widths);
        var to = Side.of(cells, MatrixCell::to, MatrixCell::from, widths);
        List<Band> bands = cells.stream()
                .sorted(Comparator.<MatrixCell, Boolean>comparing(cell -> !isStay(cell))
                        .thenComparing(widths::get, Comparator.reverseOrder()))
                .map(cell -> band(cell, from.starts.get(cell), to.starts.get(cell), widths.get(cell), words))
                .toList();
        return new SankeyPicture(
                (int) Math.max(from.height, to.height),
                from.nodes(matrix.rowSums(), withStays, words),
                to.nodes(matrix.columnSums(), withStays, words),
                bands,
                cells.stream().anyMatch(cell -> cell.persons().isEmpty()));
    }

    private static long width(MatrixCell cell, long persons) {
        return cell.persons()
                .map(count -> Math.max(THINNEST, count * ALL / persons))
                .orElse(HIDDEN);
    }

    private static boolean isStay(MatrixCell cell) {
        return cell.from().equals(cell.to());
    }

    private static Band band(MatrixCell cell, long top, long end, long width, MovementWords words) {
        long first = LEFT + NODE;
        long last = RIGHT - NODE;
        long middle = (first + last) / 2;
        String path = "M%1$d,%2$dC%5$d,%2$d,%5$d,%4$d,%3$d,%4$dv%6$dC%5$d,%8$d,%5$d,%7$d,%1$d,%7$dz"
                .formatted(first, top, last, end, middle, width, top + width, end + width);
        boolean stayed = isStay(cell);
        String tone = cell.persons().isEmpty() ? "withheld" : stayed ? "stayed" : tone(cell.from());
        return new Band(
                path,
                tone,
                stayed,
                words.told(cell),
                words.link(cell),
                words.label(cell),
                width < NUMBERED || stayed ? null : words.count(cell.persons()),
                top + width / 2 + 45);
    }

    /** As in the timelines of persons: what somebody lives by. */
    private static String tone(String state) {
        return state.equals(MatrixCell.ELSEWHERE) ? "none" : StateLook.of(State.valueOf(state));
    }

    public int getWidth() {
        return WIDTH;
    }

    public int getLeft() {
        return LEFT;
    }

    public int getRight() {
        return RIGHT - NODE;
    }

    public int getNode() {
        return NODE;
    }

    /** The states of one date, from top to bottom, with the places where their bands begin. */
    private static final class Side {

        private final Map<String, Long> tops = new HashMap<>();
        private final Map<String, Long> heights = new HashMap<>();
        private final Map<MatrixCell, Long> starts = new HashMap<>();
        private List<String> states;
        private long height;

        static Side of(
                List<MatrixCell> cells,
                Function<MatrixCell, String> here,
                Function<MatrixCell, String> there,
                Map<MatrixCell, Long> widths) {
            var side = new Side();
            side.states = MovementMatrix.inTableOrder(
                    cells.stream().map(here).distinct().toList());
            List<String> order = MovementMatrix.inTableOrder(MovementMatrix.states());
            for (String state : side.states) {
                List<MatrixCell> bands = new ArrayList<>(cells.stream()
                        .filter(cell -> here.apply(cell).equals(state))
                        .sorted(Comparator.comparingInt(cell -> order.indexOf(there.apply(cell))))
                        .toList());
                long sum = bands.stream().mapToLong(widths::get).sum();
                long slot = Math.max(SLOT, sum);
                long y = side.height + (slot - sum) / 2;
                side.tops.put(state, y);
                side.heights.put(state, sum);
                for (MatrixCell cell : bands) {
                    side.starts.put(cell, y);
                    y += widths.get(cell);
                }
                side.height += slot + GAP;
            }
            return side;
        }

        /** Without those who stayed the sums of the table would not be what the picture shows. */
        List<Node> nodes(Map<String, Optional<Long>> sums, boolean withStays, MovementWords words) {
            return states.stream()
                    .map(state -> Node.of(
                            words.name(state),
                            withStays ? words.count(sums.get(state)) : "",
                            tops.get(state),
                            heights.get(state),
                            tone(state)))
                    .toList();
        }
    }
}
