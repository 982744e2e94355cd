package kz.ruralincome.domain.credit;

import kz.ruralincome.domain.shared.RuleViolation;

/** The loan is no longer as the caller has seen it ({@code If-Match}): HTTP 412. */
public final class StaleVersion extends RuleViolation {

    private static final long serialVersionUID = 1L;

    StaleVersion() {
        super("loan.stale");
    }
}
