package kz.ruralincome.domain.outcome;

import static kz.ruralincome.domain.movement.MatrixCell.ELSEWHERE;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /** The parts share nobody, and all of them are in the whole. */
    private record Among(Indicator whole, List<Indicator> parts) {}

    private static final List<Among> AMONG = List.of(
            new Among(Indicator.REGISTRATIONS_ENDED, List.of(Indicator.REGISTRATIONS_ENDED_BY_LAW)),
            new Among(Indicator.ASP_PERSONS, List.of(Indicator.ASP_PERSONS_ON_DAY)),
            new Among(Indicator.ASP_PERSONS, List.of(Indicator.ASP_IN_EMPLOYMENT_MEASURES)),
            new Among(
                    Indicator.ENTREPRENEURS,
                    List.of(Indicator.MOVED_ASP_TO_ENTREPRENEUR, Indicator.MOVED_SELFEMPLOYED_TO_ENTREPRENEUR)));

    /**
     * Figures of one date are parts of others; who is left is a group, too. Whoever is on assistance on the day is taken for
     * one of those who were in the year, as a reader will: who comes on it that very day is not, and hides somebody else.
     *
     * @param isProtected whether small groups of the place are
     */
    public void addParts(Map<Indicator, Integer> figures, boolean isProtected) {
        for (Among among : AMONG) {
            Integer whole = figures.get(among.whole());
            List<Integer> parts = among.parts().stream()
                    .map(figures::get)
                    .filter(Objects::nonNull)
                    .toList();
            if (whole != null && !parts.isEmpty()) {
                long others = Math.max(0, publication.count(whole) - count(parts));
                addUp(
                        whole,
                        Stream.concat(parts.stream(), Stream.of(publication.unseen(others, isProtected)))
                                .toList());
            }
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
     *
     * @param isProtected whether small groups of the place are
     */
    public void addMoved(Map<Indicator, Integer> figures, MatrixPublication matrix, boolean isProtected) {
        Optional<Integer> elsewhere = matrix.cell(ELSEWHERE, State.ENTREPRENEUR);
        Map<Integer, List<Integer>> here = new LinkedHashMap<>();
        List<Integer> fromElsewhere = new ArrayList<>();
        long rest = count(elsewhere.stream().toList());
        for (var moved : MOVED.entrySet()) {
            Integer cell = figures.get(moved.getKey());
            List<Integer> cells = moved.getValue().stream()
                    .flatMap(state -> matrix.cell(state.name(), State.ENTREPRENEUR).stream())
                    .collect(Collectors.toCollection(ArrayList::new));
            if (cell != null) {
                long others = publication.count(cell) - count(cells);
                if (others < 0 || others > rest) {
                    return; // the two do not go together, so nobody computes one from the other
                }
                rest -= others;
                // a cell that is not there says that there is nobody
                if (elsewhere.isPresent()) {
                    fromElsewhere.add(publication.unseen(others, isProtected));
                    cells.add(fromElsewhere.get(fromElsewhere.size() - 1));
                }
                here.put(cell, cells);
            }
        }
        here.forEach(this::addUp);
        if (elsewhere.isPresent()) {
            fromElsewhere.add(publication.unseen(rest, isProtected));
            publication.alsoSumOf(elsewhere.get(), fromElsewhere);
        }
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
