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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import kz.ruralincome.domain.shared.SmallCellLimit;
import kz.ruralincome.domain.shared.SmallCells;

/**
 * Which figures of a group are withheld from those who may see no persons. What a reader knows of them: each is a part of its
 * base ({@link ComparisonFigure#base}), and so are these together.
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

    private final SmallCells publication;

    private ComparisonProtection(Map<ComparisonFigure, Long> counts, SmallCellLimit limit) {
        publication = new SmallCells(limit);
        for (ComparisonFigure figure : ComparisonFigure.values()) {
            publication.cell(counts.getOrDefault(figure, 0L)); // so its number is its ordinal
        }
        for (ComparisonFigure figure : ComparisonFigure.values()) {
            figure.base().ifPresent(base -> addApart(base, List.of(figure)));
        }
        APART.forEach(sum -> addApart(sum.whole(), sum.parts()));
    }

    /** The figures that may not be told, as one publication. */
    static Set<ComparisonFigure> withheld(Map<ComparisonFigure, Long> counts, SmallCellLimit limit) {
        NavigableSet<Integer> cells = new ComparisonProtection(counts, limit).publication.withheld();
        Set<ComparisonFigure> withheld = EnumSet.noneOf(ComparisonFigure.class);
        cells.forEach(cell -> withheld.add(ComparisonFigure.values()[cell]));
        return withheld;
    }

    private void addApart(ComparisonFigure whole, List<ComparisonFigure> parts) {
        List<Integer> cells = new ArrayList<>(parts.stream().map(Enum::ordinal).toList());
        long told = cells.stream().mapToLong(publication::count).sum();
        cells.add(publication.unseen(publication.count(whole.ordinal()) - told));
        publication.alsoSumOf(whole.ordinal(), cells);
    }
}
