package kz.ruralincome.domain.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import kz.ruralincome.domain.movement.MatrixPublication;
import kz.ruralincome.domain.outcome.FigureSums;
import kz.ruralincome.domain.outcome.Indicator;
import kz.ruralincome.domain.outcome.IndicatorLine;
import kz.ruralincome.domain.report.CollegiumReport.Part;
import kz.ruralincome.domain.shared.SmallCells;
import kz.ruralincome.domain.territory.TerritoryUnit;

/**
 * Withholds small groups below the region in a report, as one publication: its reader adds up the parts to the whole, and
 * holds the figures against each other and against the sums of the state table, which they are.
 */
final class CollegiumProtection {

    private final SmallCells publication;
    private final FigureSums sums;
    private final CollegiumReport open;
    private final Predicate<TerritoryUnit> isProtected;
    private final MatrixPublication matrix;
    private final Side now;
    private final Side before;

    private CollegiumProtection(CollegiumReport open, Predicate<TerritoryUnit> isProtected) {
        this.open = open;
        this.isProtected = isProtected;
        publication = new SmallCells(open.smallCells());
        now = new Side(line -> line.group(open.smallCells()));
        before = new Side(line -> line.groupBefore(open.smallCells()));
        sums = new FigureSums(publication);
        matrix = new MatrixPublication(publication, open.movement(), isProtected(open.unit()));
        now.add();
        before.add();
        sums.addStates(now.whole, matrix::column);
        if (open.flowFrom().equals(open.asOf().minusYears(1))) {
            sums.addStates(before.whole, matrix::row);
        }
        sums.addMoved(now.whole, matrix, isProtected(open.unit()));
    }

    /**
     * The report as those may see it who may see no persons.
     *
     * @param isProtected whether small groups of a unit are withheld: below the region
     */
    static CollegiumReport of(CollegiumReport open, Predicate<TerritoryUnit> isProtected) {
        return new CollegiumProtection(open, isProtected).shown();
    }

    private boolean isProtected(Optional<TerritoryUnit> unit) {
        return unit.filter(isProtected).isPresent();
    }

    /** The figures of one of the two dates. */
    private final class Side {

        private final Function<IndicatorLine, Optional<IndicatorLine.Group>> group;
        private final Map<Indicator, Integer> whole = new EnumMap<>(Indicator.class);
        private final List<Map<Indicator, Integer>> parts = new ArrayList<>();

        Side(Function<IndicatorLine, Optional<IndicatorLine.Group>> group) {
            this.group = group;
        }

        void add() {
            open.figures().forEach(line -> add(line, whole, isProtected(open.unit())));
            for (Part part : open.parts()) {
                Map<Indicator, Integer> cells = new EnumMap<>(Indicator.class);
                part.lines().values().forEach(line -> add(line, cells, isProtected(part.unit())));
                parts.add(cells);
            }
            whole.forEach((indicator, cell) -> {
                List<Integer> found = parts.stream()
                        .map(cells -> cells.get(indicator))
                        .filter(part -> part != null)
                        .toList();
                if (found.size() == parts.size()) {
                    sums.addUp(cell, found);
                }
            });
            sums.addParts(whole, isProtected(open.unit()));
            for (int i = 0; i < parts.size(); i++) {
                sums.addParts(parts.get(i), isProtected(open.parts().get(i).unit()));
            }
        }

        private void add(IndicatorLine line, Map<Indicator, Integer> cells, boolean isProtectedHere) {
            group.apply(line)
                    .ifPresent(people -> cells.put(
                            line.indicator(), publication.cell(people.count(), isProtectedHere && people.isSmall())));
        }

        boolean hides(NavigableSet<Integer> withheld, Map<Indicator, Integer> cells, Indicator indicator) {
            return cells.containsKey(indicator) && withheld.contains(cells.get(indicator));
        }
    }

    private CollegiumReport shown() {
        NavigableSet<Integer> withheld = publication.withheld();
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < open.parts().size(); i++) {
            Part part = open.parts().get(i);
            Map<Indicator, IndicatorLine> lines = new EnumMap<>(Indicator.class);
            int number = i;
            part.lines()
                    .forEach((indicator, line) -> lines.put(
                            indicator,
                            line.without(
                                    now.hides(withheld, now.parts.get(number), indicator),
                                    before.hides(withheld, before.parts.get(number), indicator))));
            parts.add(new Part(part.kato(), part.unit(), lines));
        }
        return new CollegiumReport(
                open.asOf(),
                open.flowFrom(),
                open.territory(),
                open.unit(),
                open.asKnownOn(),
                open.freshAsOf(),
                open.coversTo(),
                open.figures().stream()
                        .map(line -> line.without(
                                now.hides(withheld, now.whole, line.indicator()),
                                before.hides(withheld, before.whole, line.indicator())))
                        .toList(),
                parts,
                matrix.shown(withheld),
                open.assignments(),
                open.smallCells());
    }
}
