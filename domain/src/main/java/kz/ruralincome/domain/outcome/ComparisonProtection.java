package kz.ruralincome.domain.outcome;

import static kz.ruralincome.domain.outcome.ComparisonFigure.ASSISTED;
import static kz.ruralincome.domain.outcome.ComparisonFigure.ASSISTED_ARRIVED;
import static kz.ruralincome.domain.outcome.ComparisonFigure.ASSISTED_BEFORE;
import static kz.ruralincome.domain.outcome.ComparisonFigure.ASSISTED_STILL;
import static kz.ruralincome.domain.outcome.ComparisonFigure.ASSISTED_TO_ENTREPRENEUR;
import static kz.ruralincome.domain.outcome.ComparisonFigure.ASSISTED_WATCHED_12;
import static kz.ruralincome.domain.outcome.ComparisonFigure.ASSISTED_WATCHED_6;
import static kz.ruralincome.domain.outcome.ComparisonFigure.ENTREPRENEURS;
import static kz.ruralincome.domain.outcome.ComparisonFigure.ENTREPRENEURS_BEFORE;
import static kz.ruralincome.domain.outcome.ComparisonFigure.RESIDENTS;
import static kz.ruralincome.domain.outcome.ComparisonFigure.RESIDENTS_BEFORE;
import static kz.ruralincome.domain.outcome.ComparisonFigure.SELF_EMPLOYED;
import static kz.ruralincome.domain.outcome.ComparisonFigure.SELF_EMPLOYED_ARRIVED;
import static kz.ruralincome.domain.outcome.ComparisonFigure.SELF_EMPLOYED_BEFORE;
import static kz.ruralincome.domain.outcome.ComparisonFigure.SELF_EMPLOYED_TO_ASSISTANCE;
import static kz.ruralincome.domain.outcome.ComparisonFigure.SELF_EMPLOYED_TO_ENTREPRENEUR;
import static kz.ruralincome.domain.outcome.ComparisonFigure.SELF_EMPLOYED_WATCHED_12;
import static kz.ruralincome.domain.outcome.ComparisonFigure.SELF_EMPLOYED_WATCHED_6;
import static kz.ruralincome.domain.outcome.ComparisonFigure.UNEMPLOYED;
import static kz.ruralincome.domain.outcome.ComparisonFigure.UNEMPLOYED_ARRIVED;
import static kz.ruralincome.domain.outcome.ComparisonFigure.UNEMPLOYED_BEFORE;
import static kz.ruralincome.domain.outcome.ComparisonFigure.UNEMPLOYED_TO_ASSISTANCE;
import static kz.ruralincome.domain.outcome.ComparisonFigure.UNEMPLOYED_TO_ENTREPRENEUR;
import static kz.ruralincome.domain.outcome.ComparisonFigure.UNEMPLOYED_WATCHED_12;
import static kz.ruralincome.domain.outcome.ComparisonFigure.UNEMPLOYED_WATCHED_6;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.stream.Collectors;
import kz.ruralincome.domain.shared.SmallCellLimit;
import kz.ruralincome.domain.shared.SmallCells;

/**
 * Which figures of the groups of one answer are withheld from those who may see no persons. What a reader knows of them: each
 * is a part of its base ({@link ComparisonFigure#base}), and so are these together; and who became what is found among all
 * who are it.
 */
final class ComparisonProtection {

    /** The parts share nobody; what is left of the whole is told nowhere. */
    private record Apart(ComparisonFigure whole, List<ComparisonFigure> parts) {}

    /** Whoever has a business and assistance is among those with either, so these two are not apart. */
    private static final List<Apart> APART = List.of(
            new Apart(RESIDENTS_BEFORE, List.of(ASSISTED_BEFORE, SELF_EMPLOYED_BEFORE, UNEMPLOYED_BEFORE)),
            new Apart(RESIDENTS_BEFORE, List.of(ENTREPRENEURS_BEFORE, SELF_EMPLOYED_BEFORE, UNEMPLOYED_BEFORE)),
            new Apart(RESIDENTS, List.of(ASSISTED, SELF_EMPLOYED, UNEMPLOYED)),
            new Apart(RESIDENTS, List.of(ENTREPRENEURS, SELF_EMPLOYED, UNEMPLOYED)),
            new Apart(ASSISTED_BEFORE, List.of(ASSISTED_TO_ENTREPRENEUR, ASSISTED_STILL)),
            new Apart(SELF_EMPLOYED_BEFORE, List.of(SELF_EMPLOYED_TO_ENTREPRENEUR, SELF_EMPLOYED_TO_ASSISTANCE)),
            new Apart(UNEMPLOYED_BEFORE, List.of(UNEMPLOYED_TO_ENTREPRENEUR, UNEMPLOYED_TO_ASSISTANCE)),
            // who is an entrepreneur on the second date has arrived, and was followed for 6 months before for 12
            new Apart(ASSISTED_ARRIVED, List.of(ASSISTED_TO_ENTREPRENEUR)),
            new Apart(SELF_EMPLOYED_ARRIVED, List.of(SELF_EMPLOYED_TO_ENTREPRENEUR)),
            new Apart(UNEMPLOYED_ARRIVED, List.of(UNEMPLOYED_TO_ENTREPRENEUR)),
            new Apart(ASSISTED_WATCHED_6, List.of(ASSISTED_WATCHED_12)),
            new Apart(SELF_EMPLOYED_WATCHED_6, List.of(SELF_EMPLOYED_WATCHED_12)),
            new Apart(UNEMPLOYED_WATCHED_6, List.of(UNEMPLOYED_WATCHED_12)));

    /** Who is in one of these on the second date, in whichever group, has come from one of those of the first, or from others. */
    private record Came(ComparisonFigure now, List<ComparisonFigure> from) {}

    private static final List<Came> CAME = List.of(
            new Came(
                    ENTREPRENEURS,
                    List.of(ASSISTED_TO_ENTREPRENEUR, SELF_EMPLOYED_TO_ENTREPRENEUR, UNEMPLOYED_TO_ENTREPRENEUR)),
            new Came(ASSISTED, List.of(ASSISTED_STILL, SELF_EMPLOYED_TO_ASSISTANCE, UNEMPLOYED_TO_ASSISTANCE)));

    private final SmallCells publication;
    private final List<Map<ComparisonFigure, Integer>> cells = new ArrayList<>();

    private ComparisonProtection(List<ComparedGroup> groups, SmallCellLimit limit) {
        publication = new SmallCells(limit);
        groups.forEach(group -> cells.add(cells(group.counts())));
        for (Came came : CAME) {
            List<Integer> now = all(List.of(came.now()));
            List<Integer> from = all(came.from());
            long others = count(now) - count(from);
            if (others >= 0) {
                int everyone = publication.untold(count(now));
                publication.alsoSumOf(everyone, now);
                from.add(publication.unseen(others));
                publication.alsoSumOf(everyone, from);
            }
        }
    }

    /** The groups of one answer for those who may see no persons: no small group is told, nor computed from all of them. */
    static List<ComparedGroup> of(List<ComparedGroup> groups, SmallCellLimit limit) {
        var protection = new ComparisonProtection(groups, limit);
        NavigableSet<Integer> withheld = protection.publication.withheld();
        List<ComparedGroup> shown = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            var group = groups.get(i);
            Set<ComparisonFigure> hidden = EnumSet.noneOf(ComparisonFigure.class);
            protection.cells.get(i).forEach((figure, cell) -> {
                if (withheld.contains(cell)) {
                    hidden.add(figure);
                }
            });
            shown.add(new ComparedGroup(group.side(), group.counts(), hidden));
        }
        return shown;
    }

    private Map<ComparisonFigure, Integer> cells(Map<ComparisonFigure, Long> counts) {
        Map<ComparisonFigure, Integer> group = new EnumMap<>(ComparisonFigure.class);
        for (ComparisonFigure figure : ComparisonFigure.values()) {
            group.put(figure, publication.cell(counts.getOrDefault(figure, 0L)));
        }
        for (ComparisonFigure figure : ComparisonFigure.values()) {
            figure.base().ifPresent(base -> addApart(group, base, List.of(figure)));
        }
        APART.forEach(sum -> addApart(group, sum.whole(), sum.parts()));
        return group;
    }

    private void addApart(Map<ComparisonFigure, Integer> group, ComparisonFigure whole, List<ComparisonFigure> parts) {
        List<Integer> all = new ArrayList<>(parts.stream().map(group::get).toList());
        all.add(publication.unseen(publication.count(group.get(whole)) - count(all)));
        publication.alsoSumOf(group.get(whole), all);
    }

    private List<Integer> all(List<ComparisonFigure> figures) {
        return cells.stream()
                .flatMap(group -> figures.stream().map(group::get))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private long count(List<Integer> numbers) {
        return numbers.stream().mapToLong(publication::count).sum();
    }
}
