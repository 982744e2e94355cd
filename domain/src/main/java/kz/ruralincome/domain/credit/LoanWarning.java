package kz.ruralincome.domain.credit;

/** What coordinators look at: the loan is accepted and yet not as it should be. */
public enum LoanWarning {
    RATE_ABOVE_CAP("loan.rate-above-cap"),
    SUM_ABOVE_CAP("loan.sum-above-cap"),
    TERM_TOO_LONG("loan.term-too-long"),
    GRACE_TOO_LONG("loan.grace-too-long"),
    /** The borrower had not consented to the exchange with lenders on the day of approval. */
    CONSENT_MISSING("consent.missing"),
    /** A status was sent in error once. */
    STATUS_TAKEN_BACK("status.taken-back");

    private final String code;

    LoanWarning(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
