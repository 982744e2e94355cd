package kz.ruralincome.domain.credit;

import java.util.List;

/** What a repayment that comes in one sum pays, one after the other; what is over is principal ahead of time. */
public enum AllotmentStep {
    OVERDUE_PRINCIPAL,
    OVERDUE_INTEREST,
    PENALTY,
    PRINCIPAL_DUE,
    INTEREST_DUE;

    /** The order of a lender that has no other. */
    public static final List<AllotmentStep> USUAL = List.of(values());
}
