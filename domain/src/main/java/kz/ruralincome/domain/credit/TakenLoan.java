package kz.ruralincome.domain.credit;

import java.util.ArrayList;
import java.util.List;
import kz.ruralincome.domain.credit.LoanDifferences.Difference;

/**
 * What a lender has said of a loan and what is to be said of that: all that a call that writes is answered. Its schedule and
 * how it stands are asked for on their own, since a lender sends thousands of loans on end and reads few of them back.
 *
 * @param etag the version of the terms, quoted: it guards a correction; repayments do not change it
 * @param differences between what the lender reported and what we compute; none when it reported nothing
 * @param notChecked the parameters without which something could not be checked
 */
public record TakenLoan(
        String contractNo,
        String etag,
        LoanTerms terms,
        List<Difference> differences,
        List<LoanWarning> warnings,
        List<String> notChecked) {

    static TakenLoan of(LoanFile file, CreditReference reference, boolean hasConsent, List<Difference> differences) {
        LoanVersion version = file.version().orElseThrow();
        var verdict = reference.parameters().on(version.terms().approvedOn()).judge(version.terms());
        List<LoanWarning> warnings = new ArrayList<>(verdict.warnings());
        if (!hasConsent) {
            warnings.add(LoanWarning.CONSENT_MISSING);
        }
        if (version.takenBack()) {
            warnings.add(LoanWarning.STATUS_TAKEN_BACK);
        }
        return new TakenLoan(
                file.contractNo(),
                version.etag(),
                version.terms(),
                differences,
                List.copyOf(warnings),
                verdict.notChecked());
    }
}
