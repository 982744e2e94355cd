package kz.ruralincome.domain.credit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A loan as it stands in a list, on the business date of the last run of {@code loan-ageing}.
 *
 * @param id its number, by which it is opened
 * @param lender the code of the lender
 * @param name of the borrower as last listed; empty when none was
 * @param place where the borrower lives, or else the loan says
 * @param lent what was agreed on
 * @param outstanding principal not paid back
 * @param overdue principal, interest and penalty together
 */
public record LoanSummary(
        long id,
        String contractNo,
        String lender,
        String name,
        Optional<Integer> place,
        LoanStatus status,
        Purpose purpose,
        LocalDate approvedOn,
        BigDecimal lent,
        BigDecimal outstanding,
        BigDecimal overdue,
        int daysPastDue,
        List<LoanFinding> findings) {

    public LoanSummary {
        findings = List.copyOf(findings);
    }

    /** Without the name. */
    @Override
    public String toString() {
        return "LoanSummary[" + id + "]";
    }
}
