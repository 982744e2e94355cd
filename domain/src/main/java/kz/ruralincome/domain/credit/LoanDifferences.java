package kz.ruralincome.domain.credit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The program's figures beside the lender's on the day of the lender's. */
public final class LoanDifferences {

    private static final BigDecimal TOLERATED = BigDecimal.ONE;

    private final List<Compared> compared = new ArrayList<>();

    private LoanDifferences() {}

    /** One figure in which the two differ by more than a tenge, or by a day. */
    public record Difference(String field, BigDecimal ours, BigDecimal reported) {}

    /** One figure of the two, whether they differ or not. */
    public record Compared(String field, BigDecimal ours, BigDecimal reported, boolean differs) {}

    /** The differences on {@code reported.on}; what the lender left out differs in nothing. */
    public static List<Difference> of(Reported reported, LoanLedger ledger) {
        return compare(reported, ledger).stream()
                .filter(Compared::differs)
                .map(one -> new Difference(one.field(), one.ours(), one.reported()))
                .toList();
    }

    /** All figures that the lender gave; the penalty is the lender's word alone and beside none. */
    public static List<Compared> compare(Reported reported, LoanLedger ledger) {
        var ours = ledger.at(reported.on());
        var figures = new LoanDifferences();
        reported.daysPastDue()
                .ifPresent(days -> figures.compared.add(new Compared(
                        "daysPastDue",
                        BigDecimal.valueOf(ours.daysPastDue()),
                        BigDecimal.valueOf(days),
                        days != ours.daysPastDue())));
        figures.compare("principal", ours.outstanding().principal(), reported.principal());
        figures.compare("interest", ours.outstanding().interest(), reported.interest());
        figures.compare("overduePrincipal", ours.overdue().principal(), reported.overduePrincipal());
        figures.compare("overdueInterest", ours.overdue().interest(), reported.overdueInterest());
        figures.compare("writtenOff", ours.writtenOff(), reported.writtenOff());
        return List.copyOf(figures.compared);
    }

    private void compare(String field, BigDecimal ours, Optional<BigDecimal> reported) {
        reported.ifPresent(theirs -> compared.add(
                new Compared(field, ours, theirs, ours.subtract(theirs).abs().compareTo(TOLERATED) > 0)));
    }
}
