package kz.ruralincome.domain.credit;

import java.time.LocalDate;
import java.util.List;
import kz.ruralincome.domain.credit.LoanDifferences.Difference;

/**
 * A loan as the program knows it.
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
        List<String> notChecked) {

    /** A loan that its lender has told of, on a day. */
    static LoanView of(
            LoanFile file, LoanLedger ledger, CreditReference reference, boolean hasConsent, LocalDate today) {
        var differences = file.version()
                .orElseThrow()
                .terms()
                .reported()
                .map(reported -> LoanDifferences.of(reported, ledger))
                .orElse(List.of());
        var taken = TakenLoan.of(file, reference, hasConsent, differences);
        return new LoanView(
                taken.contractNo(),
                taken.etag(),
                taken.terms(),
                ledger.schedule(today),
                ledger.at(today),
                ledger.repayments(),
                taken.differences(),
                taken.warnings(),
                taken.notChecked());
    }
}
