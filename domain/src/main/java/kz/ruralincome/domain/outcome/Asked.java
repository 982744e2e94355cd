package kz.ruralincome.domain.outcome;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.outcome.Places.Part;
import kz.ruralincome.domain.shared.SmallCellLimit;
import kz.ruralincome.domain.territory.TerritoryUnit;

/**
 * The answer to one question: the lines for the territory asked and for its parts, as this caller may see them.
 *
 * @param territory a KATO code or {@code none}; empty: everyone
 * @param seesPersons whether small groups need no protection from the caller
 * @param limit up to how many a group is small
 */
record Asked(Ledgers ledgers, Places places, Optional<String> territory, boolean seesPersons, SmallCellLimit limit) {

    /** The figures of the territory, and some of them for each of its parts. */
    record Figures(List<IndicatorLine> lines, Map<Indicator, List<DistrictLine>> parts) {}

    /** All indicators of the territory, as one publication. */
    List<IndicatorLine> lines() {
        return figures(List.of()).lines();
    }

    /** All indicators of the territory, and those compared for each of its parts, as one publication. */
    Figures figures(Collection<Indicator> compared) {
        var everything = new Asked(ledgers, places, territory, true, limit);
        Map<Indicator, List<DistrictLine>> parts = new EnumMap<>(Indicator.class);
        compared.forEach(indicator -> parts.put(indicator, everything.parts(indicator)));
        var open =
                new Figures(Stream.of(Indicator.values()).map(everything::line).toList(), parts);
        return seesPersons
                ? open
                : IndicatorProtection.of(
                        open,
                        unit().filter(places::isBelowRegion).isPresent(),
                        part -> places.isBelowRegion(part.kato()),
                        limit);
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
