package kz.ruralincome.domain.outcome;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import kz.ruralincome.domain.shared.SmallCellLimit;
import kz.ruralincome.domain.shared.SmallCells;
import kz.ruralincome.domain.territory.TerritoryUnit;

/**
 * Withholds small groups from figures of a territory and of its parts, as one publication: the parts add up to the whole, and
 * some figures are parts of others.
 */
final class IndicatorProtection {

    private final Asked.Figures open;
    private final boolean isWholeProtected;
    private final Predicate<TerritoryUnit> isProtected;
    private final Side now;
    private final Side before;

    private IndicatorProtection(
            Asked.Figures open, boolean isWholeProtected, Predicate<TerritoryUnit> isProtected, SmallCellLimit limit) {
        this.open = open;
        this.isWholeProtected = isWholeProtected;
        this.isProtected = isProtected;
        now = new Side(line -> line.group(limit), limit);
        before = new Side(line -> line.groupBefore(limit), limit);
    }

    /**
     * The figures as those may see them who may see no persons.
     *
     * @param isWholeProtected whether small groups of the territory itself are
     * @param isProtected whether those of a part are
     */
    static Asked.Figures of(
            Asked.Figures open, boolean isWholeProtected, Predicate<TerritoryUnit> isProtected, SmallCellLimit limit) {
        return new IndicatorProtection(open, isWholeProtected, isProtected, limit).shown();
    }

    private boolean isProtected(String part) {
        return open.parts().values().stream()
                .flatMap(List::stream)
                .filter(line -> line.kato().equals(part))
                .findFirst()
                .flatMap(DistrictLine::unit)
                .filter(isProtected)
                .isPresent();
    }

    private Asked.Figures shown() {
        NavigableSet<Integer> hiddenNow = now.withheld();
        NavigableSet<Integer> hiddenBefore = before.withheld();
        Map<Indicator, List<DistrictLine>> parts = new EnumMap<>(Indicator.class);
        open.parts().forEach((indicator, lines) -> {
            List<DistrictLine> shown = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                DistrictLine part = lines.get(i);
                var line = part.line()
                        .without(
                                hiddenNow.contains(now.parts.get(indicator).get(i)),
                                hiddenBefore.contains(
                                        before.parts.get(indicator).get(i)));
                shown.add(new DistrictLine(part.kato(), part.unit(), line));
            }
            parts.put(indicator, shown);
        });
        return new Asked.Figures(
                open.lines().stream()
                        .map(line -> line.without(
                                hiddenNow.contains(now.wholeOf(line)), hiddenBefore.contains(before.wholeOf(line))))
                        .toList(),
                parts);
    }

    /** The figures of one of the two dates. */
    private final class Side {

        /** Of what is not counted, or counts nobody. */
        private static final int NO_CELL = -1;

        private final Function<IndicatorLine, Optional<IndicatorLine.Group>> group;
        private final SmallCells publication;
        private final Map<Indicator, Integer> whole = new EnumMap<>(Indicator.class);
        private final Map<Indicator, List<Integer>> parts = new EnumMap<>(Indicator.class);

        Side(Function<IndicatorLine, Optional<IndicatorLine.Group>> group, SmallCellLimit limit) {
            this.group = group;
            publication = new SmallCells(limit);
        }

        NavigableSet<Integer> withheld() {
            var sums = new FigureSums(publication);
            open.lines().forEach(line -> whole.put(line.indicator(), cell(line, isWholeProtected)));
            open.parts().forEach((indicator, lines) -> {
                List<Integer> cells = lines.stream()
                        .map(part -> cell(
                                part.line(), part.unit().filter(isProtected).isPresent()))
                        .toList();
                parts.put(indicator, cells);
                Integer sum = whole.get(indicator);
                if (indicator.addsUp() && sum != NO_CELL && !cells.contains(NO_CELL)) {
                    sums.addUp(sum, cells);
                }
            });
            sums.addParts(counted(whole), isWholeProtected);
            byPart().forEach((part, cells) -> sums.addParts(counted(cells), isProtected(part)));
            return publication.withheld();
        }

        private Map<String, Map<Indicator, Integer>> byPart() {
            Map<String, Map<Indicator, Integer>> byPart = new HashMap<>();
            open.parts().forEach((indicator, lines) -> IntStream.range(0, lines.size())
                    .forEach(i -> byPart.computeIfAbsent(lines.get(i).kato(), kato -> new EnumMap<>(Indicator.class))
                            .put(indicator, parts.get(indicator).get(i))));
            return byPart;
        }

        private static Map<Indicator, Integer> counted(Map<Indicator, Integer> cells) {
            Map<Indicator, Integer> counted = new EnumMap<>(Indicator.class);
            cells.forEach((indicator, cell) -> {
                if (cell != NO_CELL) {
                    counted.put(indicator, cell);
                }
            });
            return counted;
        }

        private int cell(IndicatorLine line, boolean isProtectedHere) {
            return group.apply(line)
                    .map(people -> publication.cell(people.count(), isProtectedHere && people.isSmall()))
                    .orElse(NO_CELL);
        }

        int wholeOf(IndicatorLine line) {
            return Objects.requireNonNull(whole.get(line.indicator()));
        }
    }
}
