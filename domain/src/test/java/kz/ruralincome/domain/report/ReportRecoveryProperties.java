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
import java.util.stream.Stream;
import kz.ruralincome.domain.assignment.AssignmentsOn;
import kz.ruralincome.domain.movement.MatrixCell;
import kz.ruralincome.domain.movement.MovementMatrix;
import kz.ruralincome.domain.outcome.Indicator;
import kz.ruralincome.domain.outcome.IndicatorLine;
import kz.ruralincome.domain.shared.Recovery;
import kz.ruralincome.domain.shared.SmallCellLimit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.BeforeTry;

/** Nobody finds out by a linear program what a report withholds, with all that its page, its files and its JSON say. */
class ReportRecoveryProperties {

    private static final List<String> STATES =
            List.of("ENTREPRENEUR_ON_ASP", "ENTREPRENEUR", "ASP", "UNEMPLOYED", "SELF_EMPLOYED", "ELSEWHERE");
    private static final LocalDate DAY = LocalDate.of(2023, 1, 1);

    private Recovery reader;
    private final Map<Integer, Long> truths = new LinkedHashMap<>();
    private final Map<String, Integer> cells = new LinkedHashMap<>();

    /** One instance serves all tries. */
    @BeforeTry
    void begin() {
        reader = new Recovery(SmallCellLimit.USUAL);
        truths.clear();
        cells.clear();
    }

    @Property(tries = 25)
    void noSmallGroupIsComputed(@ForAll @LongRange(min = 1, max = 1_000_000) long seed) {
        CollegiumReport open = random(new Random(seed));
        CollegiumReport shown = CollegiumProtection.of(open);

        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        Map<String, List<Integer>> columns = new LinkedHashMap<>();
        for (int i = 0; i < open.movement().cells().size(); i++) {
            MatrixCell cell = open.movement().cells().get(i);
            int number = number(shown.movement().cells().get(i).persons(), cell.persons());
            cells.put(cell.from() + ">" + cell.to(), number);
            rows.computeIfAbsent(cell.from(), state -> new ArrayList<>()).add(number);
            columns.computeIfAbsent(cell.to(), state -> new ArrayList<>()).add(number);
        }
        Map<String, Integer> rowSums =
                sums(rows, shown.movement().rowSums(), open.movement().rowSums());
        Map<String, Integer> columnSums =
                sums(columns, shown.movement().columnSums(), open.movement().columnSums());
        int whole = number(shown.movement().persons(), open.movement().persons());
        reader.addUp(List.copyOf(rowSums.values()), whole);
        reader.addUp(List.copyOf(columnSums.values()), whole);
        figures(open, shown, false, columnSums);
        figures(open, shown, true, rowSums);

        truths.forEach(
                (number, truth) -> assertThat(SmallCellLimit.USUAL.isSmall(truth) && reader.isExposed(number, truth))
                        .as("%s of %s", number, truth)
                        .isFalse());
        assertThat(shown).isEqualTo(CollegiumProtection.of(open));
    }

    private void figures(CollegiumReport open, CollegiumReport shown, boolean before, Map<String, Integer> sums) {
        Map<Indicator, Integer> whole = new EnumMap<>(Indicator.class);
        for (int i = 0; i < open.figures().size(); i++) {
            IndicatorLine line = open.figures().get(i);
            whole.put(line.indicator(), number(figure(shown.figures().get(i), before), figure(line, before)));
            List<Integer> parts = new ArrayList<>();
            for (int part = 0; part < open.parts().size(); part++) {
                IndicatorLine truth = open.parts().get(part).lines().get(line.indicator());
                if (truth != null) {
                    parts.add(number(
                            figure(shown.parts().get(part).lines().get(line.indicator()), before),
                            figure(truth, before)));
                }
            }
            if (!parts.isEmpty()) {
                reader.addUp(parts, whole.get(line.indicator()));
            }
        }
        isSum(whole.get(Indicator.ASP_PERSONS_ON_DAY), sums, "ASP", "ENTREPRENEUR_ON_ASP");
        isSum(whole.get(Indicator.ENTREPRENEURS), sums, "ENTREPRENEUR", "ENTREPRENEUR_ON_ASP");
        isSum(whole.get(Indicator.UNEMPLOYED), sums, "UNEMPLOYED");
        if (!before && cells.containsKey("ELSEWHERE>ENTREPRENEUR")) {
            int moved = reader.unsaid();
            reader.addUp(List.of(moved, reader.unsaid()), cells.get("ELSEWHERE>ENTREPRENEUR"));
            List<Integer> from = new ArrayList<>(List.of(moved));
            Stream.of("ASP>ENTREPRENEUR", "ENTREPRENEUR_ON_ASP>ENTREPRENEUR")
                    .filter(cells::containsKey)
                    .forEach(cell -> from.add(cells.get(cell)));
            reader.addUp(from, whole.get(Indicator.MOVED_ASP_TO_ENTREPRENEUR));
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
            sums.put(state, number(shown.get(state), count));
            reader.addUp(parts.get(state), sums.get(state));
        });
        return sums;
    }

    private static Optional<Long> figure(IndicatorLine line, boolean before) {
        return (before ? line.previous() : line.value()).map(BigDecimal::longValue);
    }

    private int number(Optional<Long> shown, Optional<Long> truth) {
        int number = reader.number(shown);
        truths.put(number, truth.orElseThrow());
        assertThat(shown.filter(SmallCellLimit.USUAL::isSmall)).isEmpty();
        return number;
    }

    private static CollegiumReport random(Random random) {
        List<MatrixCell> cells = new ArrayList<>();
        Map<String, Long> rows = new LinkedHashMap<>();
        Map<String, Long> columns = new LinkedHashMap<>();
        long sum = 0;
        for (String from : STATES) {
            for (String to : STATES) {
                long persons = from.equals(to) && from.equals("ELSEWHERE") ? 0 : count(random);
                if (persons > 0) {
                    cells.add(new MatrixCell(from, to, Optional.of(persons), Optional.empty()));
                    rows.merge(from, persons, Long::sum);
                    columns.merge(to, persons, Long::sum);
                    sum += persons;
                }
            }
        }
        long moved = of(cells, "ASP") + of(cells, "ENTREPRENEUR_ON_ASP") + random.nextLong(of(cells, "ELSEWHERE") + 1);
        Map<Indicator, long[]> figures = new EnumMap<>(Indicator.class);
        figures.put(Indicator.ASP_PERSONS, new long[] {count(random), count(random)});
        figures.put(Indicator.ASP_PERSONS_ON_DAY, both(columns, rows, "ASP", "ENTREPRENEUR_ON_ASP"));
        figures.put(Indicator.ENTREPRENEURS, both(columns, rows, "ENTREPRENEUR", "ENTREPRENEUR_ON_ASP"));
        figures.put(Indicator.UNEMPLOYED, both(columns, rows, "UNEMPLOYED"));
        figures.put(Indicator.MOVED_ASP_TO_ENTREPRENEUR, new long[] {moved, count(random)});
        List<IndicatorLine> lines = new ArrayList<>();
        List<CollegiumReport.Part> parts = new ArrayList<>();
        for (String kato : List.of("313635000", "313637000", "313640000")) {
            parts.add(new CollegiumReport.Part(kato, Optional.empty(), new EnumMap<>(Indicator.class)));
        }
        figures.forEach((indicator, both) -> {
            lines.add(line(indicator, both));
            if (CollegiumReport.OF_PARTS.contains(indicator)) {
                long[] rest = both.clone();
                for (int i = 0; i < parts.size(); i++) {
                    boolean isLast = i == parts.size() - 1;
                    long[] part =
                            isLast ? rest : new long[] {random.nextLong(rest[0] + 1), random.nextLong(rest[1] + 1)};
                    parts.get(i).lines().put(indicator, line(indicator, part));
                    rest = new long[] {rest[0] - part[0], rest[1] - part[1]};
                }
            }
        });
        Map<String, Optional<Long>> rowSums = new LinkedHashMap<>();
        rows.forEach((state, count) -> rowSums.put(state, Optional.of(count)));
        Map<String, Optional<Long>> columnSums = new LinkedHashMap<>();
        columns.forEach((state, count) -> columnSums.put(state, Optional.of(count)));
        var moment = OffsetDateTime.parse("2023-02-01T00:00:00Z");
        return new CollegiumReport(
                DAY,
                DAY.minusYears(1),
                Optional.of("313600000"),
                Optional.empty(),
                moment,
                Optional.empty(),
                Optional.empty(),
                lines,
                parts,
                new MovementMatrix(Optional.of(sum), rowSums, columnSums, cells),
                new AssignmentsOn(moment, DAY, List.of(), Map.of()),
                SmallCellLimit.USUAL);
    }

    private static long of(List<MatrixCell> cells, String from) {
        return cells.stream()
                .filter(cell -> cell.from().equals(from) && cell.to().equals("ENTREPRENEUR"))
                .mapToLong(cell -> cell.persons().orElseThrow())
                .sum();
    }

    private static long[] both(Map<String, Long> columns, Map<String, Long> rows, String... states) {
        return new long[] {
            Stream.of(states)
                    .mapToLong(state -> columns.getOrDefault(state, 0L))
                    .sum(),
            Stream.of(states).mapToLong(state -> rows.getOrDefault(state, 0L)).sum()
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

    private static long count(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> 1 + random.nextInt(4);
            case 2 -> 5 + random.nextInt(20);
            default -> 25 + random.nextInt(500);
        };
    }
}
