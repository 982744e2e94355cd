package kz.ruralincome.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kz.ruralincome.domain.assignment.AssignmentsOn;
import kz.ruralincome.domain.movement.MatrixCell;
import kz.ruralincome.domain.movement.MovementMatrix;
import kz.ruralincome.domain.outcome.Indicator;
import kz.ruralincome.domain.outcome.IndicatorLine;
import kz.ruralincome.domain.shared.Published;
import kz.ruralincome.domain.shared.SmallCellLimit;
import kz.ruralincome.domain.territory.TerritoryUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.BeforeTry;

/**
 * Nobody finds out by a linear program what a report withholds, with all that its page, its files and its JSON say; of a
 * district, and of the region, whose own figures are told.
 */
class ReportRecoveryProperties {

    private static final List<String> STATES =
            List.of("ENTREPRENEUR_ON_ASP", "ENTREPRENEUR", "ASP", "UNEMPLOYED", "SELF_EMPLOYED", "ELSEWHERE");
    private static final LocalDate DAY = LocalDate.of(2023, 1, 1);
    private static final TerritoryUnit WHOLE = unit(313600000);
    private static final List<TerritoryUnit> PARTS = List.of(unit(313635000), unit(313637000), unit(313640000));

    private Published reader;
    private boolean isRegion;
    private final Map<String, Integer> cells = new LinkedHashMap<>();

    /** One instance serves all tries. */
    @BeforeTry
    void begin() {
        reader = new Published(SmallCellLimit.USUAL);
        cells.clear();
    }

    @Property(tries = 40)
    void noSmallGroupIsComputed(@ForAll @LongRange(min = 1, max = 1_000_000) long seed, @ForAll boolean isOfRegion) {
        isRegion = isOfRegion;
        Predicate<TerritoryUnit> isProtected = unit -> !isRegion || !unit.equals(WHOLE);
        CollegiumReport open = random(new Random(seed));
        CollegiumReport shown = CollegiumProtection.of(open, isProtected);

        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        Map<String, List<Integer>> columns = new LinkedHashMap<>();
        for (int i = 0; i < open.movement().cells().size(); i++) {
            MatrixCell cell = open.movement().cells().get(i);
            int number = ofWhole(shown.movement().cells().get(i).persons(), cell.persons());
            cells.put(cell.from() + ">" + cell.to(), number);
            rows.computeIfAbsent(cell.from(), state -> new ArrayList<>()).add(number);
            columns.computeIfAbsent(cell.to(), state -> new ArrayList<>()).add(number);
        }
        Map<String, Integer> rowSums =
                sums(rows, shown.movement().rowSums(), open.movement().rowSums());
        Map<String, Integer> columnSums =
                sums(columns, shown.movement().columnSums(), open.movement().columnSums());
        int whole = ofWhole(shown.movement().persons(), open.movement().persons());
        reader.addUp(List.copyOf(rowSums.values()), whole);
        reader.addUp(List.copyOf(columnSums.values()), whole);
        figures(open, shown, false, columnSums);
        figures(open, shown, true, rowSums);

        reader.assertThatNothingIsFoundOut();
        reader.assertThatNothingIsWithheldForNothing();
        assertThat(shown).isEqualTo(CollegiumProtection.of(open, isProtected));
    }

    private void figures(CollegiumReport open, CollegiumReport shown, boolean before, Map<String, Integer> sums) {
        Map<Indicator, Integer> whole = new EnumMap<>(Indicator.class);
        for (int i = 0; i < open.figures().size(); i++) {
            IndicatorLine line = open.figures().get(i);
            whole.put(line.indicator(), ofWhole(figure(shown.figures().get(i), before), figure(line, before)));
        }
        List<Map<Indicator, Integer>> parts = new ArrayList<>();
        for (int i = 0; i < open.parts().size(); i++) {
            var lines = shown.parts().get(i).lines();
            Map<Indicator, Integer> part = new EnumMap<>(Indicator.class);
            open.parts()
                    .get(i)
                    .lines()
                    .forEach((indicator, line) -> part.put(
                            indicator,
                            reader.number(
                                    figure(lines.get(indicator), before),
                                    figure(line, before).orElseThrow(),
                                    true)));
            among(part, true);
            parts.add(part);
        }
        parts.get(0)
                .keySet()
                .forEach(indicator -> reader.addUp(
                        parts.stream().map(part -> part.get(indicator)).toList(), whole.get(indicator)));
        among(whole, !isRegion);
        isSum(whole.get(Indicator.ASP_PERSONS_ON_DAY), sums, "ASP", "ENTREPRENEUR_ON_ASP");
        isSum(whole.get(Indicator.ENTREPRENEURS), sums, "ENTREPRENEUR", "ENTREPRENEUR_ON_ASP");
        isSum(whole.get(Indicator.UNEMPLOYED), sums, "UNEMPLOYED");
        if (!before) {
            moved(whole.get(Indicator.MOVED_ASP_TO_ENTREPRENEUR));
        }
    }

    private void among(Map<Indicator, Integer> figures, boolean isProtected) {
        reader.areAmong(
                List.of(figures.get(Indicator.ASP_IN_EMPLOYMENT_MEASURES)),
                figures.get(Indicator.ASP_PERSONS),
                isProtected);
        reader.areAmong(
                List.of(figures.get(Indicator.MOVED_ASP_TO_ENTREPRENEUR)),
                figures.get(Indicator.ENTREPRENEURS),
                isProtected);
        if (figures.containsKey(Indicator.ASP_PERSONS_ON_DAY)) {
            reader.areAmong(
                    List.of(figures.get(Indicator.ASP_PERSONS_ON_DAY)),
                    figures.get(Indicator.ASP_PERSONS),
                    isProtected);
        }
    }

    /** Whoever moved and lived elsewhere before is in the cell of those. */
    private void moved(int figure) {
        List<Integer> here = Stream.of("ASP>ENTREPRENEUR", "ENTREPRENEUR_ON_ASP>ENTREPRENEUR")
                .filter(cells::containsKey)
                .map(cells::get)
                .toList();
        Integer all = cells.get("ELSEWHERE>ENTREPRENEUR");
        if (all != null) {
            reader.areAmong(List.of(reader.restOf(figure, here, !isRegion)), all, !isRegion);
        } else if (!here.isEmpty()) {
            reader.addUp(here, figure);
        }
    }

    private void isSum(int figure, Map<String, Integer> sums, String... states) {
        List<Integer> parts =
                Stream.of(states).filter(sums::containsKey).map(sums::get).toList();
        if (!parts.isEmpty()) {
            reader.addUp(parts, figure);
        }
    }

    private Map<String, Integer> sums(
            Map<String, List<Integer>> parts, Map<String, Optional<Long>> shown, Map<String, Optional<Long>> truth) {
        Map<String, Integer> sums = new LinkedHashMap<>();
        truth.forEach((state, count) -> {
            sums.put(state, ofWhole(shown.get(state), count));
            reader.addUp(parts.get(state), sums.get(state));
        });
        return sums;
    }

    private static Optional<Long> figure(IndicatorLine line, boolean before) {
        return (before ? line.previous() : line.value()).map(BigDecimal::longValue);
    }

    private int ofWhole(Optional<Long> shown, Optional<Long> truth) {
        return reader.number(shown, truth.orElseThrow(), !isRegion);
    }

    private static CollegiumReport random(Random random) {
        List<MatrixCell> cells = new ArrayList<>();
        for (String from : STATES) {
            for (String to : STATES) {
                long persons = from.equals(to) && from.equals("ELSEWHERE") ? 0 : count(random);
                if (persons > 0) {
                    cells.add(new MatrixCell(from, to, Optional.of(persons), Optional.empty()));
                }
            }
        }
        MovementMatrix matrix = MovementMatrix.of(cells);
        Map<Indicator, long[]> figures = new EnumMap<>(Indicator.class);
        figures.put(Indicator.ASP_PERSONS_ON_DAY, both(matrix, "ASP", "ENTREPRENEUR_ON_ASP"));
        figures.put(Indicator.UNEMPLOYED, both(matrix, "UNEMPLOYED"));
        figures.put(Indicator.REGISTRATIONS_NEW, new long[] {count(random), count(random)});
        long[] onDay = figures.get(Indicator.ASP_PERSONS_ON_DAY);
        long[] entrepreneurs = both(matrix, "ENTREPRENEUR", "ENTREPRENEUR_ON_ASP");
        long[] persons = {onDay[0] + count(random), onDay[1] + count(random)};
        figures.put(Indicator.ASP_PERSONS, persons);
        figures.put(Indicator.ENTREPRENEURS, entrepreneurs);
        figures.put(
                Indicator.ASP_IN_EMPLOYMENT_MEASURES,
                new long[] {random.nextLong(persons[0] + 1), random.nextLong(persons[1] + 1)});
        figures.put(Indicator.MOVED_ASP_TO_ENTREPRENEUR, new long[] {
            of(cells, "ASP") + of(cells, "ENTREPRENEUR_ON_ASP") + random.nextLong(of(cells, "ELSEWHERE") + 1),
            random.nextLong(entrepreneurs[1] + 1)
        });
        List<IndicatorLine> lines = new ArrayList<>();
        figures.forEach((indicator, both) -> lines.add(line(indicator, both)));
        var moment = OffsetDateTime.parse("2023-02-01T00:00:00Z");
        return new CollegiumReport(
                DAY,
                DAY.minusYears(1),
                Optional.of("313600000"),
                Optional.of(WHOLE),
                moment,
                Optional.empty(),
                Optional.empty(),
                lines,
                parts(random, figures),
                matrix,
                new AssignmentsOn(moment, DAY, List.of(), Map.of()),
                SmallCellLimit.USUAL);
    }

    /** Of each part those who are among others, and the rest of these. */
    private static List<CollegiumReport.Part> parts(Random random, Map<Indicator, long[]> whole) {
        List<CollegiumReport.Part> parts = new ArrayList<>();
        for (TerritoryUnit unit : PARTS) {
            parts.add(new CollegiumReport.Part(
                    "%09d".formatted(unit.kato()), Optional.of(unit), new EnumMap<>(Indicator.class)));
        }
        split(random, whole, parts, Indicator.ASP_IN_EMPLOYMENT_MEASURES, Indicator.ASP_PERSONS);
        split(random, whole, parts, Indicator.MOVED_ASP_TO_ENTREPRENEUR, Indicator.ENTREPRENEURS);
        return parts;
    }

    private static void split(
            Random random,
            Map<Indicator, long[]> whole,
            List<CollegiumReport.Part> parts,
            Indicator among,
            Indicator all) {
        long[] some = whole.get(among).clone();
        long[] rest = {whole.get(all)[0] - some[0], whole.get(all)[1] - some[1]};
        for (int i = 0; i < parts.size(); i++) {
            boolean isLast = i == parts.size() - 1;
            long[] here = isLast ? some.clone() : part(random, some);
            long[] others = isLast ? rest.clone() : part(random, rest);
            parts.get(i).lines().put(among, line(among, here));
            parts.get(i).lines().put(all, line(all, new long[] {here[0] + others[0], here[1] + others[1]}));
            some = new long[] {some[0] - here[0], some[1] - here[1]};
            rest = new long[] {rest[0] - others[0], rest[1] - others[1]};
        }
    }

    private static long[] part(Random random, long[] whole) {
        return new long[] {random.nextLong(whole[0] + 1), random.nextLong(whole[1] + 1)};
    }

    private static long of(List<MatrixCell> cells, String from) {
        return cells.stream()
                .filter(cell -> cell.from().equals(from) && cell.to().equals("ENTREPRENEUR"))
                .mapToLong(cell -> cell.persons().orElseThrow())
                .sum();
    }

    private static long[] both(MovementMatrix matrix, String... states) {
        return new long[] {
            Stream.of(states)
                    .mapToLong(state -> matrix.columnSums()
                            .getOrDefault(state, Optional.of(0L))
                            .orElseThrow())
                    .sum(),
            Stream.of(states)
                    .mapToLong(state -> matrix.rowSums()
                            .getOrDefault(state, Optional.of(0L))
                            .orElseThrow())
                    .sum()
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
                Optional.empty());
    }

    private static TerritoryUnit unit(int kato) {
        return new TerritoryUnit(kato, Optional.empty(), "name", Optional.empty(), Optional.empty());
    }

    private static long count(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> 1 + random.nextInt(4);
            case 2 -> 5 + random.nextInt(20);
            default -> 25 + random.nextInt(500);
        };
    }
}
