package kz.ruralincome.domain.outcome;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.ruralincome.domain.shared.Published;
import kz.ruralincome.domain.shared.SmallCellLimit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Nobody finds out by a linear program what figures of a territory withhold, nor those of its parts beside them. */
class IndicatorRecoveryProperties {

    /** Some, and all among whom they are. */
    private static final Map<Indicator, List<Indicator>> AMONG = new EnumMap<>(Map.of(
            Indicator.ASP_IN_EMPLOYMENT_MEASURES, List.of(Indicator.ASP_PERSONS),
            Indicator.REGISTRATIONS_ENDED_BY_LAW, List.of(Indicator.REGISTRATIONS_ENDED),
            Indicator.ASP_PERSONS_ON_DAY, List.of(Indicator.ASP_PERSONS)));

    private static final List<Indicator> MOVED =
            List.of(Indicator.MOVED_ASP_TO_ENTREPRENEUR, Indicator.MOVED_SELFEMPLOYED_TO_ENTREPRENEUR);

    @Property(tries = 60)
    void noSmallGroupIsComputed(@ForAll @LongRange(min = 1, max = 1_000_000) long seed, @ForAll boolean isRegion) {
        var random = new Random(seed);
        Optional<String> territory = ProtectionFixture.territory(isRegion);
        List<Places.Part> places = ProtectionFixture.PLACES.parts(territory);
        List<Map<Indicator, IndicatorLine>> people =
                places.stream().map(place -> people(random)).toList();
        List<Indicator> compared = Stream.of(Indicator.values())
                .filter(indicator -> people.get(0).containsKey(indicator) && random.nextInt(4) == 0)
                .toList();
        List<IndicatorLine> lines = people.get(0).keySet().stream()
                .map(indicator -> people.stream()
                        .map(part -> part.get(indicator))
                        .reduce(IndicatorRecoveryProperties::plus)
                        .orElseThrow())
                .toList();
        Map<Indicator, List<DistrictLine>> parts = new EnumMap<>(Indicator.class);
        for (Indicator indicator : compared) {
            List<DistrictLine> ofParts = new ArrayList<>();
            for (int i = 0; i < places.size(); i++) {
                ofParts.add(new DistrictLine(
                        places.get(i).key(), places.get(i).unit(), people.get(i).get(indicator)));
            }
            parts.put(indicator, ofParts);
        }
        var open = new Asked.Figures(lines, parts);
        Asked.Figures shown = IndicatorProtection.of(
                open, !isRegion, unit -> ProtectionFixture.PLACES.isBelowRegion(unit.kato()), SmallCellLimit.USUAL);

        for (Function<IndicatorLine, Optional<BigDecimal>> side :
                List.<Function<IndicatorLine, Optional<BigDecimal>>>of(IndicatorLine::value, IndicatorLine::previous)) {
            recover(open, shown, side, !isRegion);
        }
    }

    private static void recover(
            Asked.Figures open,
            Asked.Figures shown,
            Function<IndicatorLine, Optional<BigDecimal>> side,
            boolean isWholeProtected) {
        var published = new Published(SmallCellLimit.USUAL);
        Map<Indicator, Integer> whole = new EnumMap<>(Indicator.class);
        for (int i = 0; i < open.lines().size(); i++) {
            IndicatorLine line = open.lines().get(i);
            whole.put(line.indicator(), number(published, shown.lines().get(i), line, side, isWholeProtected));
        }
        among(published, whole, isWholeProtected);
        List<Map<Indicator, Integer>> parts = new ArrayList<>();
        open.parts().forEach((indicator, lines) -> {
            List<Integer> numbers = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                if (parts.size() == i) {
                    parts.add(new EnumMap<>(Indicator.class));
                }
                int number = number(
                        published,
                        shown.parts().get(indicator).get(i).line(),
                        lines.get(i).line(),
                        side,
                        ProtectionFixture.isProtected(lines.get(i).unit()));
                parts.get(i).put(indicator, number);
                numbers.add(number);
            }
            published.addUp(numbers, whole.get(indicator));
        });
        for (int i = 0; i < parts.size(); i++) {
            var unit = open.parts().values().iterator().next().get(i).unit();
            among(published, parts.get(i), ProtectionFixture.isProtected(unit));
        }

        published.assertThatNothingIsFoundOut();
        published.assertThatNothingIsWithheldForNothing();
    }

    private static int number(
            Published published,
            IndicatorLine shown,
            IndicatorLine open,
            Function<IndicatorLine, Optional<BigDecimal>> side,
            boolean isProtected) {
        return published.number(
                side.apply(shown).map(BigDecimal::longValueExact),
                side.apply(open).orElseThrow().longValueExact(),
                isProtected);
    }

    private static void among(Published published, Map<Indicator, Integer> figures, boolean isProtected) {
        AMONG.forEach((some, all) -> {
            if (figures.containsKey(some) && figures.containsKey(all.get(0))) {
                published.areAmong(List.of(figures.get(some)), figures.get(all.get(0)), isProtected);
            }
        });
        List<Integer> moved =
                MOVED.stream().filter(figures::containsKey).map(figures::get).toList();
        if (!moved.isEmpty() && figures.containsKey(Indicator.ENTREPRENEURS)) {
            published.areAmong(moved, figures.get(Indicator.ENTREPRENEURS), isProtected);
        }
    }

    /** The figures of some people on both dates. */
    private static Map<Indicator, IndicatorLine> people(Random random) {
        Map<Indicator, long[]> figures = new EnumMap<>(Indicator.class);
        for (Indicator indicator : List.of(
                Indicator.ASP_IN_EMPLOYMENT_MEASURES,
                Indicator.ASP_PERSONS_ON_DAY,
                Indicator.REGISTRATIONS_ENDED_BY_LAW,
                Indicator.UNEMPLOYED,
                Indicator.CREDIT_LOANS,
                Indicator.MOVED_ASP_TO_ENTREPRENEUR,
                Indicator.MOVED_SELFEMPLOYED_TO_ENTREPRENEUR)) {
            figures.put(indicator, both(random));
        }
        figures.put(
                Indicator.REGISTRATIONS_ENDED, plus(figures.get(Indicator.REGISTRATIONS_ENDED_BY_LAW), both(random)));
        figures.put(
                Indicator.ASP_PERSONS,
                plus(
                        figures.get(Indicator.ASP_PERSONS_ON_DAY),
                        plus(figures.get(Indicator.ASP_IN_EMPLOYMENT_MEASURES), both(random))));
        figures.put(
                Indicator.ENTREPRENEURS,
                plus(
                        figures.get(Indicator.MOVED_ASP_TO_ENTREPRENEUR),
                        plus(figures.get(Indicator.MOVED_SELFEMPLOYED_TO_ENTREPRENEUR), both(random))));
        Map<Indicator, IndicatorLine> lines = new EnumMap<>(Indicator.class);
        figures.forEach((indicator, both) -> lines.put(indicator, line(indicator, both)));
        return lines;
    }

    private static long[] both(Random random) {
        return new long[] {ProtectionFixture.count(random), ProtectionFixture.count(random)};
    }

    private static long[] plus(long[] one, long[] other) {
        return new long[] {one[0] + other[0], one[1] + other[1]};
    }

    private static IndicatorLine plus(IndicatorLine one, IndicatorLine other) {
        return line(one.indicator(), plus(both(one), both(other)));
    }

    private static long[] both(IndicatorLine line) {
        return new long[] {
            line.value().orElseThrow().longValueExact(),
            line.previous().orElseThrow().longValueExact()
        };
    }

    private static IndicatorLine line(Indicator indicator, long[] both) {
        return new IndicatorLine(
                indicator,
                Optional.of(BigDecimal.valueOf(both[0])),
                Optional.of(BigDecimal.valueOf(both[1])),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                // each with one loan
                Optional.of(both[0]),
                Optional.of(both[1]));
    }
}
