package kz.ruralincome.domain.outcome;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What of an answer about loans is withheld from those who may see no persons.
 *
 * @param rows in the order of the answer
 * @param borrowers of those who are followed from a landmark on and had borrowed
 * @param others of those who had not
 */
record LoanWithheld(List<Set<LoanMeasure>> rows, Set<LoanMeasure> borrowers, Set<LoanMeasure> others) {

    LoanAnswer from(LoanAnswer open) {
        List<LoanRow> items = open.about().items();
        return new LoanAnswer(
                open.about()
                        .with(IntStream.range(0, items.size())
                                .mapToObj(i ->
                                        items.get(i).with(items.get(i).figures().without(rows.get(i))))
                                .toList()),
                open.lender(),
                open.observedTo(),
                new LoanComparison(
                        open.comparison().borrowers().without(borrowers),
                        open.comparison().others().without(others)),
                open.lenders());
    }

    /** The borrowers and the others in the first lines, a row in each other. */
    String text() {
        return Stream.concat(Stream.of(borrowers, others), rows.stream())
                .map(measures ->
                        measures.stream().map(LoanMeasure::code).sorted().collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    static LoanWithheld of(String text) {
        List<Set<LoanMeasure>> lines =
                Arrays.stream(text.split("\n", -1)).map(LoanWithheld::measures).toList();
        return new LoanWithheld(lines.subList(2, lines.size()), lines.get(0), lines.get(1));
    }

    private static Set<LoanMeasure> measures(String line) {
        return Arrays.stream(line.split(" "))
                .filter(code -> !code.isEmpty())
                .map(LoanMeasure::get)
                .collect(Collectors.toUnmodifiableSet());
    }
}
