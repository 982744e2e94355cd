package kz.ruralincome.domain.credit;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which loans are asked for: those to which all of it applies.
 *
 * @param lender the code of a lender
 * @param territory a KATO code, where the borrower lives or else the loan says; {@code none}: not known where
 * @param bucket days past due: 0 none, 1 to 30, 2 to 60, 3 to 90, 4 more
 * @param approvedTo the last day
 * @param findings at least one of these; empty: whatever was found
 * @param contractNo what the number begins with
 * @param person the borrower
 */
public record LoanFilter(
        Optional<String> lender,
        Optional<String> territory,
        Optional<LoanStatus> status,
        Optional<Purpose> purpose,
        Optional<Integer> bucket,
        Optional<LocalDate> approvedFrom,
        Optional<LocalDate> approvedTo,
        Set<LoanFinding> findings,
        Optional<String> contractNo,
        Optional<UUID> person) {

    /** {@link #territory} of loans of which it is not known where. */
    public static final String NOWHERE = "none";

    public LoanFilter {
        findings = Set.copyOf(findings);
    }

    /** The same with other findings. */
    public LoanFilter withFindings(Set<LoanFinding> wanted) {
        return new LoanFilter(
                lender, territory, status, purpose, bucket, approvedFrom, approvedTo, wanted, contractNo, person);
    }

    /** Whether the loans are told apart by lender and territory alone, as the sums of the loan book are. */
    boolean asksOfSumsAlone() {
        return equals(of(lender, territory));
    }

    /** All loans. */
    public static LoanFilter all() {
        return of(Optional.empty(), Optional.empty());
    }

    private static LoanFilter of(Optional<String> lender, Optional<String> territory) {
        return new LoanFilter(
                lender,
                territory,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** The loans of one borrower. */
    public static LoanFilter of(UUID person) {
        return new LoanFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.of(person));
    }
}
