package kz.ruralincome.domain.report;

import static kz.ruralincome.domain.movement.MatrixCell.ELSEWHERE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.ruralincome.domain.movement.MatrixPublication;
import kz.ruralincome.domain.movement.State;
import kz.ruralincome.domain.outcome.Indicator;
import kz.ruralincome.domain.outcome.IndicatorLine;
import kz.ruralincome.domain.report.CollegiumReport.Part;
import kz.ruralincome.domain.shared.SmallCells;

/**
 * Withholds small groups in the report of a territory below the region, as one publication: its reader adds up the parts to
 * the whole, and holds the figures against the sums of the state table, which they are.
 */
final class CollegiumProtection {

    private static final List<State> ON_ASSISTANCE = List.of(State.ASP, State.ENTREPRENEUR_ON_ASP);

    /** What a figure of a day is made of: the sums of these states. */
    private static final Map<Indicator, List<State>> STATES = Map.of(
            Indicator.ASP_PERSONS_ON_DAY, ON_ASSISTANCE,
            Indicator.ENTREPRENEURS, List.of(State.ENTREPRENEUR, State.ENTREPRENEUR_ON_ASP),
            Indicator.SELFEMPLOYED_UNPRODUCTIVE, List.of(State.UNPRODUCTIVE_SELF_EMPLOYED),
            Indicator.SELFEMPLOYED_REGIME, List.of(State.SELF_EMPLOYED_REGIME),
            Indicator.SELFEMPLOYED, List.of(State.SELF_EMPLOYED),
            Indicator.UNEMPLOYED, List.of(State.UNEMPLOYED));

    /** From which states people moved into ENTREPRENEUR who are counted; also those who lived elsewhere in them. */
    private static final Map<Indicator, List<State>> MOVED = new EnumMap<>(Map.of(
            Indicator.MOVED_ASP_TO_ENTREPRENEUR,
            ON_ASSISTANCE,
            Indicator.MOVED_SELFEMPLOYED_TO_ENTREPRENEUR,
            List.of(State.UNPRODUCTIVE_SELF_EMPLOYED, State.SELF_EMPLOYED, State.SELF_EMPLOYED_REGIME)));

    private final SmallCells publication = new SmallCells();
    private final CollegiumReport open;
    private final MatrixPublication matrix;
    private final Side now = new Side(IndicatorLine::value);
    private final Side before = new Side(IndicatorLine::previous);

    private CollegiumProtection(CollegiumReport open) {
        this.open = open;
        matrix = new MatrixPublication(publication, open.movement());
        now.add();
        before.add();
        STATES.forEach((indicator, states) -> {
            now.isSumOf(indicator, states, matrix::column);
            if (open.flowFrom().equals(open.asOf().minusYears(1))) {
                before.isSumOf(indicator, states, matrix::row);
            }
        });
        addMoved();
    }

    /** The report as those may see it who may see no persons. */
    static CollegiumReport of(CollegiumReport open) {
        return new CollegiumProtection(open).shown();
    }

    /** The figures of one of the two dates. */
    private final class Side {

        private final Function<IndicatorLine, Optional<BigDecimal>> figure;
        private final Map<Indicator, Integer> whole = new EnumMap<>(Indicator.class);
        private final List<Map<Indicator, Integer>> parts = new ArrayList<>();

        Side(Function<IndicatorLine, Optional<BigDecimal>> figure) {
            this.figure = figure;
        }

        void add() {
            open.figures().forEach(line -> add(line, whole));
            for (Part part : open.parts()) {
                Map<Indicator, Integer> cells = new EnumMap<>(Indicator.class);
                part.lines().values().forEach(line -> add(line, cells));
                parts.add(cells);
            }
            whole.forEach((indicator, cell) -> {
                List<Integer> found = parts.stream()
                        .map(cells -> cells.get(indicator))
                        .filter(part -> part != null)
                        .toList();
                if (found.size() == parts.size()) {
                    addUp(cell, found);
                }
            });
        }

        private void add(IndicatorLine line, Map<Indicator, Integer> cells) {
            if (line.indicator().unit() == Indicator.Unit.PERSON) {
                figure.apply(line).ifPresent(value -> cells.put(line.indicator(), publication.cell(value.longValue())));
            }
        }

        void isSumOf(Indicator indicator, List<State> states, Function<State, Optional<Integer>> sums) {
            Integer cell = whole.get(indicator);
            if (cell != null) {
                addUp(cell, states.stream().map(sums).flatMap(Optional::stream).toList());
            }
        }

        boolean hides(NavigableSet<Integer> withheld, Map<Indicator, Integer> cells, Indicator indicator) {
            return cells.containsKey(indicator) && withheld.contains(cells.get(indicator));
        }
    }

    /** Those who lived elsewhere before are a group, too, which the difference of two figures tells. */
    private void addMoved() {
        Map<Indicator, List<Integer>> here = new EnumMap<>(Indicator.class);
        List<Integer> fromElsewhere = new ArrayList<>();
        long rest = count(matrix.cell(ELSEWHERE, State.ENTREPRENEUR).stream().toList());
        for (var moved : MOVED.entrySet()) {
            Integer cell = now.whole.get(moved.getKey());
            List<Integer> cells = moved.getValue().stream()
                    .flatMap(state -> matrix.cell(state.name(), State.ENTREPRENEUR).stream())
                    .toList();
            if (cell != null) {
                long others = publication.count(cell) - count(cells);
                if (others < 0 || others > rest) {
                    return; // the two do not go together, so nobody computes one from the other
                }
                rest -= others;
                int unseen = publication.unseen(others);
                fromElsewhere.add(unseen);
                here.put(
                        moved.getKey(),
                        Stream.concat(cells.stream(), Stream.of(unseen)).toList());
            }
        }
        fromElsewhere.add(publication.unseen(rest));
        here.forEach((indicator, parts) -> addUp(now.whole.get(indicator), parts));
        matrix.cell(ELSEWHERE, State.ENTREPRENEUR).ifPresent(cell -> publication.alsoSumOf(cell, fromElsewhere));
    }

    private long count(List<Integer> cells) {
        return cells.stream().mapToLong(publication::count).sum();
    }

    /** What does not add up, as the sides are counted apart, nobody computes. */
    private void addUp(int whole, List<Integer> parts) {
        if (!parts.isEmpty() && publication.count(whole) == count(parts)) {
            publication.alsoSumOf(whole, parts);
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
                open.assignments());
    }
}
