package kz.ruralincome.domain.outcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.outcome.Places.Part;
import kz.ruralincome.domain.shared.SmallCellLimit;
import kz.ruralincome.domain.shared.SmallCells;
import kz.ruralincome.domain.territory.TerritoryUnit;

/**
 * The answer to one question: the lines for the territory asked and for its parts, as this caller may see them.
 *
 * @param territory a KATO code or {@code none}; empty: everyone
 * @param seesPersons whether small groups need no protection from the caller
 * @param limit up to how many a group is small
 */
record Asked(Ledgers ledgers, Places places, Optional<String> territory, boolean seesPersons, SmallCellLimit limit) {

    /** All indicators of the territory, as one publication. */
    List<IndicatorLine> lines() {
        if (seesPersons || unit().filter(places::isBelowRegion).isEmpty()) {
            return Stream.of(Indicator.values()).map(this::line).toList();
        }
        List<IndicatorLine> open = new Asked(ledgers, places, territory, true, limit).lines();
        Set<Indicator> hiddenNow = withheld(open, IndicatorLine::value);
        Set<Indicator> hiddenBefore = withheld(open, IndicatorLine::previous);
        return open.stream()
                .map(line ->
                        line.without(hiddenNow.contains(line.indicator()), hiddenBefore.contains(line.indicator())))
                .toList();
    }

    private Set<Indicator> withheld(List<IndicatorLine> open, Function<IndicatorLine, Optional<BigDecimal>> figure) {
        var publication = new SmallCells(limit);
        Map<Indicator, Integer> cells = new EnumMap<>(Indicator.class);
        open.stream().filter(IndicatorLine::isProtected).forEach(line -> figure.apply(line)
                .ifPresent(count -> cells.put(line.indicator(), publication.cell(count.longValueExact()))));
        new FigureSums(publication).addEnded(cells);
        cells.values().retainAll(publication.withheld());
        return cells.keySet();
    }

    /** The indicator of the territory, with its rank where that is the region served. */
    IndicatorLine line(Indicator indicator) {
        Optional<Integer> unit = unit();
        boolean protectedHere = unit.filter(places::isBelowRegion).isPresent();
        var line = seen(ledgers.line(indicator, places.place(territory), coversTo(List.of(indicator))), protectedHere);
        return places.isServedRegion(territory) ? ledgers.ranked(line, places.peers()) : line;
    }

    /** The indicator of each part of the territory; of everyone: the districts, the outside, and not known where. */
    List<DistrictLine> parts(Indicator indicator) {
        List<DistrictLine> lines = new ArrayList<>();
        for (Part part : places.parts(territory)) {
            var line = new DistrictLine(
                    part.key(), part.unit(), ledgers.line(indicator, part.place(), coversTo(indicator, part)));
            if (part.isAlwaysTold() || isAny(line)) {
                lines.add(seen(line));
            }
        }
        return lines;
    }

    private Optional<LocalDate> coversTo(Indicator indicator, Part part) {
        return part.key().equals(DistrictLine.OUTSIDE)
                ? Optional.empty()
                : places.coversTo(ledgers.coverage(), Optional.of(part.key()), indicator.restsOn());
    }

    /**
     * The parts for a report that also shows the whole: a reader who takes the other parts from it must not arrive at a
     * small group either.
     */
    List<DistrictLine> partsBesideTheWhole(Indicator indicator) {
        List<DistrictLine> parts = parts(indicator);
        if (seesPersons || parts.stream().noneMatch(part -> part.line().isProtected())) {
            return parts;
        }
        List<DistrictLine> open = new Asked(ledgers, places, territory, true, limit).parts(indicator);
        var hiddenNow = withheld(open, parts, IndicatorLine::value);
        var hiddenBefore = withheld(open, parts, IndicatorLine::previous);
        List<DistrictLine> shown = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            DistrictLine part = open.get(i);
            shown.add(new DistrictLine(
                    part.kato(), part.unit(), part.line().without(hiddenNow.contains(i), hiddenBefore.contains(i))));
        }
        return shown;
    }

    /** The numbers of the parts to withhold; those in regions and of nowhere are no small cells, but may hide one. */
    private Set<Integer> withheld(
            List<DistrictLine> open, List<DistrictLine> seen, Function<IndicatorLine, Optional<BigDecimal>> figure) {
        var cells = new SmallCells(limit);
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            Optional<BigDecimal> count = figure.apply(open.get(i).line());
            boolean small =
                    count.isPresent() && figure.apply(seen.get(i).line()).isEmpty();
            all.add(cells.cell(count.map(BigDecimal::longValue).orElse(0L), small));
        }
        cells.sumOf(all);
        return cells.withheld();
    }

    /** The earliest day up to which the lists behind all of these are complete in the territory. */
    Optional<LocalDate> coversTo(Collection<Indicator> indicators) {
        var population = ledgers.population() == Population.ENROLLED ? Stream.of("enrolments") : Stream.<String>empty();
        List<String> lists = Stream.concat(
                        indicators.stream().flatMap(indicator -> indicator.restsOn().stream()), population)
                .distinct()
                .toList();
        return places.coversTo(ledgers.coverage(), territory, lists);
    }

    private Optional<Integer> unit() {
        return territory.filter(code -> !code.equals(Places.NOWHERE)).map(Integer::valueOf);
    }

    private static boolean isAny(DistrictLine part) {
        return Stream.of(part.line().value(), part.line().previous())
                .flatMap(Optional::stream)
                .anyMatch(value -> value.signum() != 0);
    }

    private DistrictLine seen(DistrictLine part) {
        boolean protectedHere = part.unit()
                .map(TerritoryUnit::kato)
                .filter(places::isBelowRegion)
                .isPresent();
        return new DistrictLine(part.kato(), part.unit(), seen(part.line(), protectedHere));
    }

    private IndicatorLine seen(IndicatorLine line, boolean protectedHere) {
        return protectedHere && !seesPersons ? line.withoutSmallCells(limit) : line;
    }
}
