package kz.ruralincome.domain.outcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Function;
import kz.ruralincome.domain.movement.MatrixPublication;
import kz.ruralincome.domain.movement.MovementMatrix;
import kz.ruralincome.domain.shared.SmallCellLimit;
import kz.ruralincome.domain.shared.SmallCells;

/**
 * Withholds small groups from a kept month of a territory below the region, as one publication: figures of the day are sums
 * of the matrix beside them. Nor may a figure tell by how few it differs from what is known now. Of loans it is kept how many
 * they are and not whose, so what is said of few loans is withheld, and all other figures of loans with it.
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
        kept = cells(SnapshotLine::value);
        now = cells(SnapshotLine::now);
        matrix = movement.map(cells -> new MatrixPublication(publication, cells));
        var sums = new FigureSums(publication);
        sums.addParts(kept, true);
        sums.addParts(now, true);
        matrix.ifPresent(cells -> sums.addStates(kept, cells::column));
        if (Window.of(month, Optional.empty()).start().equals(month.minusMonths(1))) {
            matrix.ifPresent(cells -> sums.addMoved(kept, cells, true));
        }
    }

    private Map<Indicator, Integer> cells(Function<SnapshotLine, Optional<BigDecimal>> figure) {
        Map<Indicator, Integer> cells = new EnumMap<>(Indicator.class);
        for (SnapshotLine line : open) {
            if (line.indicator().unit().isProtected() || line.indicator() == Indicator.CREDIT_LOANS) {
                figure.apply(line)
                        .ifPresent(count -> cells.put(line.indicator(), publication.cell(count.longValueExact())));
            }
        }
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
        Indicator counted = line.indicator().isOfLoans() ? Indicator.CREDIT_LOANS : line.indicator();
        Integer value = kept.get(counted);
        Integer known = now.get(counted);
        boolean differsByFew = value != null
                && known != null
                && limit.isSmall(Math.abs(publication.count(value) - publication.count(known)));
        return line.without(
                value != null && withheld.contains(value), differsByFew || known != null && withheld.contains(known));
    }
}
