package kz.ruralincome.domain.outcome;

import static kz.ruralincome.domain.movement.MatrixCell.ELSEWHERE;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.ruralincome.domain.movement.MatrixPublication;
import kz.ruralincome.domain.movement.State;
import kz.ruralincome.domain.shared.SmallCells;

/** What a reader knows that figures add up to who sees them in one publication, by the numbers of their cells there. */
public record FigureSums(SmallCells publication) {

    private static final List<State> ON_ASSISTANCE = List.of(State.ASP, State.ENTREPRENEUR_ON_ASP);

    /** What a figure of a day is made of: the sums of these states. */
    private static final Map<Indicator, List<State>> STATES = new EnumMap<>(Map.of(
            Indicator.ASP_PERSONS_ON_DAY, ON_ASSISTANCE,
            Indicator.ENTREPRENEURS, List.of(State.ENTREPRENEUR, State.ENTREPRENEUR_ON_ASP),
            Indicator.SELFEMPLOYED_UNPRODUCTIVE, List.of(State.UNPRODUCTIVE_SELF_EMPLOYED),
            Indicator.SELFEMPLOYED_REGIME, List.of(State.SELF_EMPLOYED_REGIME),
            Indicator.SELFEMPLOYED, List.of(State.SELF_EMPLOYED),
            Indicator.UNEMPLOYED, List.of(State.UNEMPLOYED)));

    /** From which states people moved into ENTREPRENEUR who are counted; also those who lived elsewhere in them. */
    private static final Map<Indicator, List<State>> MOVED = new EnumMap<>(Map.of(
            Indicator.MOVED_ASP_TO_ENTREPRENEUR,
            ON_ASSISTANCE,
            Indicator.MOVED_SELFEMPLOYED_TO_ENTREPRENEUR,
            List.of(State.UNPRODUCTIVE_SELF_EMPLOYED, State.SELF_EMPLOYED, State.SELF_EMPLOYED_REGIME)));

    /** Those that the law ended are among those that ended; the others are a group, too. */
    public void addEnded(Map<Indicator, Integer> figures) {
        Integer ended = figures.get(Indicator.REGISTRATIONS_ENDED);
        Integer byLaw = figures.get(Indicator.REGISTRATIONS_ENDED_BY_LAW);
        if (ended != null && byLaw != null) {
            long others = Math.max(0, publication.count(ended) - publication.count(byLaw));
            addUp(ended, List.of(byLaw, publication.unseen(others)));
        }
    }

    /** Figures of a day are sums of a matrix that begins or ends on it. */
    public void addStates(Map<Indicator, Integer> figures, Function<State, Optional<Integer>> sums) {
        STATES.forEach((indicator, states) -> {
            Integer cell = figures.get(indicator);
            if (cell != null) {
                addUp(cell, states.stream().map(sums).flatMap(Optional::stream).toList());
            }
        });
    }

    /**
     * Those who moved are in cells of a matrix between the same days; of those who lived elsewhere before, who are a group,
     * too, the difference tells.
     */
    public void addMoved(Map<Indicator, Integer> figures, MatrixPublication matrix) {
        Map<Integer, List<Integer>> here = new LinkedHashMap<>();
        List<Integer> fromElsewhere = new ArrayList<>();
        long rest = count(matrix.cell(ELSEWHERE, State.ENTREPRENEUR).stream().toList());
        for (var moved : MOVED.entrySet()) {
            Integer cell = figures.get(moved.getKey());
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
                here.put(cell, Stream.concat(cells.stream(), Stream.of(unseen)).toList());
            }
        }
        fromElsewhere.add(publication.unseen(rest));
        here.forEach(this::addUp);
        matrix.cell(ELSEWHERE, State.ENTREPRENEUR).ifPresent(cell -> publication.alsoSumOf(cell, fromElsewhere));
    }

    /** What does not add up, as the sides are counted apart, nobody computes. */
    public void addUp(int whole, List<Integer> parts) {
        if (!parts.isEmpty() && publication.count(whole) == count(parts)) {
            publication.alsoSumOf(whole, parts);
        }
    }

    private long count(List<Integer> cells) {
        return cells.stream().mapToLong(publication::count).sum();
    }
}
