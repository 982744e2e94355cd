package kz.ruralincome.domain.outcome;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kz.ruralincome.domain.outcome.LoanMeasure.Family;
import kz.ruralincome.domain.shared.SmallCellLimit;
import kz.ruralincome.domain.shared.SmallCells;

/**
 * Withholds small groups from those who may see no persons: one answer is one publication.
 *
 * <p>A row of a territory below the region that stands for few loans or borrowers is withheld as a whole, its sums too,
 * since a sum over so few is what some person owes. Of any other such row the figures that belong together ({@link Family})
 * are withheld together when one of them is small, or what is left when one is taken from another. As many further rows of
 * the same group have to keep silent on the same figures as keep them from being computed from those of all loans.
 *
 * @param territory a KATO code or {@code none}; empty: everyone
 */
record LoanProtection(Places places, Optional<String> territory, SmallCellLimit limit) {

    private static final Set<Family> EVERYTHING = EnumSet.allOf(Family.class);

    LoanAnswer of(LoanAnswer answer) {
        List<LoanRow> rows = answer.about().items();
        Map<Family, Set<Integer>> withheld = new EnumMap<>(Family.class);
        Set<Integer> rowsWithheld = further(rows, row -> isProtected(row) && isSmall(row));
        for (Family family : Family.values()) {
            withheld.put(
                    family,
                    family == Family.BOOK
                            ? rowsWithheld
                            : further(rows, row -> {
                                boolean isHidden = rowsWithheld.contains(rows.indexOf(row));
                                return isHidden || isProtected(row) && isSmall(row.figures(), family);
                            }));
        }
        List<LoanRow> shown = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int number = i;
            List<Family> families = withheld.entrySet().stream()
                    .filter(entry -> entry.getValue().contains(number))
                    .map(Map.Entry::getKey)
                    .toList();
            shown.add(rows.get(i).with(rows.get(i).figures().without(Set.copyOf(families))));
        }
        var about = answer.about();
        return new LoanAnswer(
                new OutcomeAnswer<>(
                        about.asOf(),
                        about.flowFrom(),
                        about.territory(),
                        about.asKnownOn(),
                        about.freshAsOf(),
                        about.coversTo(),
                        shown),
                answer.lender(),
                answer.observedTo(),
                new LoanComparison(
                        seen(answer.comparison().borrowers()),
                        seen(answer.comparison().others())),
                answer.lenders());
    }

    private boolean isProtected(LoanRow row) {
        return isBelowRegion()
                || row.unit().filter(unit -> places.isBelowRegion(unit.kato())).isPresent();
    }

    private boolean isBelowRegion() {
        return territory
                .filter(code -> !code.equals(Places.NOWHERE))
                .filter(code -> places.isBelowRegion(Integer.parseInt(code)))
                .isPresent();
    }

    private boolean isSmall(LoanRow row) {
        return isSmall(row.figures().count(LoanMeasure.LOANS))
                || isSmall(row.figures().count(LoanMeasure.BORROWERS));
    }

    private boolean isSmall(BigDecimal count) {
        return limit.isSmall(count.longValue());
    }

    /** Whether one of the counts is small, or one less another of them. */
    private boolean isSmall(LoanFigures figures, Family family) {
        var counts = LoanMeasure.of(family).map(figures::count).toList();
        var rests = Stream.concat(
                LoanShare.ALL.stream()
                        .filter(share -> share.numerator().family() == family)
                        .map(share -> figures.count(share.denominator()).subtract(figures.count(share.numerator()))),
                LoanMeasure.of(family)
                        .map(measure -> figures.count(LoanMeasure.BORROWERS).subtract(figures.count(measure))));
        return Stream.concat(counts.stream(), rests).anyMatch(this::isSmall);
    }

    /** The rows to withhold: those that are small, and one more of a group wherever the rest would tell. */
    private Set<Integer> further(List<LoanRow> rows, Predicate<LoanRow> isSmall) {
        var cells = new SmallCells(limit);
        Map<LoanGroup, List<Integer>> groups = new EnumMap<>(LoanGroup.class);
        for (LoanRow row : rows) {
            long loans = row.figures().count(LoanMeasure.LOANS).longValue();
            int cell = cells.cell(loans, loans > 0 && isSmall.test(row));
            groups.computeIfAbsent(row.group(), group -> new ArrayList<>()).add(cell);
        }
        int whole = groups.remove(LoanGroup.ALL).get(0);
        groups.values().forEach(parts -> cells.alsoSumOf(whole, parts));
        return cells.withheld();
    }

    private LoanFigures seen(LoanFigures figures) {
        boolean isSmall = isBelowRegion()
                && (isSmall(figures.count(LoanMeasure.BORROWERS)) || isSmall(figures, Family.ENTREPRENEUR));
        return isSmall ? figures.without(EVERYTHING) : figures;
    }
}
