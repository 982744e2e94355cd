package kz.ruralincome.domain.credit;

import java.util.List;
import kz.ruralincome.domain.credit.LoanDifferences.Difference;

/**
 * A loan as the program knows it, for its lender.
 *
 * @param etag the version of the terms, quoted: it guards a correction; repayments do not change it
 * @param instalments the schedule in force on {@code standing.asOf}
 * @param standing how it stands on the business date
 * @param notChecked the parameters without which something could not be checked
 */
public record LoanView(
        String contractNo,
        String etag,
        LoanTerms terms,
        List<ScheduleLine> instalments,
        Standing standing,
        List<AllottedRepayment> repayments,
        List<Difference> differences,
        List<LoanWarning> warnings,
        List<String> notChecked) {}
