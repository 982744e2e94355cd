package kz.ruralincome.domain.credit;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Why coordinators look at a loan: what {@link LoanWarning} says, and what shows only beside other words of the lender. */
public enum LoanFinding {
    RATE_ABOVE_CAP(LoanWarning.RATE_ABOVE_CAP.code()),
    SUM_ABOVE_CAP(LoanWarning.SUM_ABOVE_CAP.code()),
    TERM_TOO_LONG(LoanWarning.TERM_TOO_LONG.code()),
    GRACE_TOO_LONG(LoanWarning.GRACE_TOO_LONG.code()),
    CONSENT_MISSING(LoanWarning.CONSENT_MISSING.code()),
    STATUS_TAKEN_BACK(LoanWarning.STATUS_TAKEN_BACK.code()),
    /** Open, and not named by the lender's last batch that was to be complete. */
    NOT_LISTED("batch.not-listed"),
    /** The lender's figures differ from ours: see {@link LoanDifferences}. */
    DIFFERENT("loan.different");

    /** All but differences. */
    public static final Set<LoanFinding> WARNINGS = EnumSet.complementOf(EnumSet.of(DIFFERENT));

    private final String code;

    LoanFinding(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<LoanFinding> of(String code) {
        return Arrays.stream(values())
                .filter(finding -> finding.code.equals(code))
                .findFirst();
    }
}
