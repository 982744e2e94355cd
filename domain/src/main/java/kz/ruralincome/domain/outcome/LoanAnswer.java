package kz.ruralincome.domain.outcome;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.account.LenderName;

/**
 * The loans of a window and what they led to.
 *
 * @param about what the rows rest on, and the rows: all loans first, then group by group
 * @param lender the code of the lender that was asked for
 * @param observedTo the day up to which people can be observed: the as-of date or, if earlier, the day up to which
 *     assistance, registrations and vital events are declared complete
 * @param lenders whom one can ask for
 */
public record LoanAnswer(
        OutcomeAnswer<LoanRow> about,
        Optional<String> lender,
        LocalDate observedTo,
        LoanComparison comparison,
        List<LenderName> lenders) {

    /** All loans that were asked for. */
    public LoanRow whole() {
        return about.items().get(0);
    }

    /** The rows of a group. */
    public List<LoanRow> rows(LoanGroup group) {
        return about.items().stream().filter(row -> row.group() == group).toList();
    }

    /** Whether something is withheld from the reader. */
    public boolean isWithheld() {
        return about.items().stream().anyMatch(row -> !row.figures().withheld().isEmpty())
                || !comparison.borrowers().withheld().isEmpty()
                || !comparison.others().withheld().isEmpty();
    }
}
