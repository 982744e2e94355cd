package kz.ruralincome.domain.outcome;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.ruralincome.domain.account.LenderName;
import kz.ruralincome.domain.outcome.LoanOutcomeReading.Counted;
import kz.ruralincome.domain.outcome.LoanOutcomeReading.Found;

/**
 * Puts what was counted into rows: all loans, then those of each group. The rows of a group add up to that of all.
 *
 * @param territory a KATO code or {@code none}; empty: everyone
 */
record LoanGrouping(Places places, Optional<String> territory) {

    List<LoanRow> rows(Found found) {
        List<LoanRow> rows = new ArrayList<>();
        of(LoanGroup.ALL, found)
                .forEach(all -> rows.add(new LoanRow(
                        LoanGroup.ALL, Optional.empty(), Optional.empty(), Optional.empty(), all.figures())));
        LoanFigures none = new LoanFigures(Map.of(), rows.get(0).figures().missing(), Set.of());
        for (LenderName lender : found.lenders()) {
            of(LoanGroup.LENDER, found)
                    .filter(counted -> counted.lender() == lender.id())
                    .forEach(counted -> rows.add(new LoanRow(
                            LoanGroup.LENDER,
                            Optional.of(lender.code()),
                            Optional.of(lender),
                            Optional.empty(),
                            counted.figures())));
        }
        byTerritory(of(LoanGroup.TERRITORY, found).toList(), none, rows);
        byKey(LoanGroup.PURPOSE, found, rows);
        byKey(LoanGroup.QUARTER, found, rows);
        return rows;
    }

    private static Stream<Counted> of(LoanGroup group, Found found) {
        return found.groups().stream().filter(counted -> counted.group() == group);
    }

    private static void byKey(LoanGroup group, Found found, List<LoanRow> rows) {
        of(group, found)
                .sorted(Comparator.comparing(Counted::key))
                .forEach(counted -> rows.add(new LoanRow(
                        group, Optional.of(counted.key()), Optional.empty(), Optional.empty(), counted.figures())));
    }

    private void byTerritory(List<Counted> counted, LoanFigures none, List<LoanRow> rows) {
        for (var part : places.parts(territory)) {
            LoanFigures sum = counted.stream()
                    .filter(unit -> unit.unit() == null
                            ? part.place().countsNowhere()
                            : part.place().contains(unit.unit()))
                    .map(Counted::figures)
                    .reduce(none, LoanFigures::plus);
            if (part.isAlwaysTold() || sum.count(LoanMeasure.LOANS).signum() != 0) {
                rows.add(new LoanRow(LoanGroup.TERRITORY, Optional.of(part.key()), Optional.empty(), part.unit(), sum));
            }
        }
    }
}
