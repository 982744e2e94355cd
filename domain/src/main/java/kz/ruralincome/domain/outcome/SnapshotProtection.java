package kz.ruralincome.domain.outcome;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Function;
import kz.ruralincome.domain.movement.MatrixPublication;
import kz.ruralincome.domain.movement.MovementMatrix;
import kz.ruralincome.domain.outcome.IndicatorLine.Group;
import kz.ruralincome.domain.shared.SmallCellLimit;
import kz.ruralincome.domain.shared.SmallCells;

/**
 * Withholds small groups from a kept month of a territory below the region, as one publication: figures of the day are sums
 * of the matrix beside them. Nor may a figure tell by how few it differs from what is known now.
 */
final class SnapshotProtection {

    private final SmallCellLimit limit;
    private final SmallCells publication;
    private final List<SnapshotLine> open;
    private final Optional<MatrixPublication> matrix;
    private final Map<Indicator, Integer> kept;
    private final Map<Indicator, Integer> now;

    /** @param movement who moved in the month before; empty: not told */
    SnapshotProtection(
            LocalDate month, List<SnapshotLine> open, Optional<MovementMatrix> movement, SmallCellLimit limit) {
        this.limit = limit;
        publication = new SmallCells(limit);
        this.open = open;
        kept = cells(line -> line.group(limit));
        now = cells(line -> line.groupNow(limit));
        matrix = movement.map(cells -> new MatrixPublication(publication, cells));
        var sums = new FigureSums(publication);
        sums.addParts(kept, true);
        sums.addParts(now, true);
        matrix.ifPresent(cells -> sums.addStates(kept, cells::column));
        if (Window.of(month, Optional.empty()).start().equals(month.minusMonths(1))) {
            matrix.ifPresent(cells -> sums.addMoved(kept, cells, true));
        }
    }

    private Map<Indicator, Integer> cells(Function<SnapshotLine, Optional<Group>> group) {
        Map<Indicator, Integer> cells = new EnumMap<>(Indicator.class);
        open.forEach(line -> group.apply(line)
                .ifPresent(people -> cells.put(line.indicator(), publication.cell(people.count(), people.isSmall()))));
        return cells;
    }

    /** What is shown of a month. */
    record Shown(List<SnapshotLine> items, Optional<MovementMatrix> movement) {}

    Shown shown() {
        NavigableSet<Integer> withheld = publication.withheld();
        return new Shown(
                open.stream().map(line -> shown(line, withheld)).toList(), matrix.map(cells -> cells.shown(withheld)));
    }

    private SnapshotLine shown(SnapshotLine line, NavigableSet<Integer> withheld) {
        Integer value = kept.get(line.indicator());
        Integer known = now.get(line.indicator());
        return line.without(
                value != null && withheld.contains(value),
                line.differsByFew(limit) || known != null && withheld.contains(known));
    }
}
