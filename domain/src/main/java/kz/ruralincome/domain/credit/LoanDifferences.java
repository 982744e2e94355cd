package kz.ruralincome.domain.credit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The program's figures beside the lender's on the day of the lender's. */
public final class LoanDifferences {

    private static final BigDecimal TOLERATED = BigDecimal.ONE;

    private final List<Difference> found = new ArrayList<>();

    private LoanDifferences() {}

    /** One figure in which the two differ by more than a tenge, or by a day. */
    public record Difference(String field, BigDecimal ours, BigDecimal reported) {}

    /** The differences on {@code reported.on}; what the lender left out differs in nothing. */
    public static List<Difference> of(Reported reported, LoanLedger ledger) {
        var ours = ledger.at(reported.on());
        var differences = new LoanDifferences();
        reported.daysPastDue()
                .filter(days -> days != ours.daysPastDue())
                .ifPresent(days -> differences.add(
                        "daysPastDue", BigDecimal.valueOf(ours.daysPastDue()), BigDecimal.valueOf(days)));
        differences.compare("principal", ours.outstanding().principal(), reported.principal());
        differences.compare("interest", ours.outstanding().interest(), reported.interest());
        differences.compare("overduePrincipal", ours.overdue().principal(), reported.overduePrincipal());
        differences.compare("overdueInterest", ours.overdue().interest(), reported.overdueInterest());
        differences.compare("writtenOff", ours.writtenOff(), reported.writtenOff());
        return List.copyOf(differences.found);
    }

    private void compare(String field, BigDecimal ours, Optional<BigDecimal> reported) {
        reported.filter(theirs -> ours.subtract(theirs).abs().compareTo(TOLERATED) > 0)
                .ifPresent(theirs -> add(field, ours, theirs));
    }

    private void add(String field, BigDecimal ours, BigDecimal reported) {
        found.add(new Difference(field, ours, reported));
    }
}
