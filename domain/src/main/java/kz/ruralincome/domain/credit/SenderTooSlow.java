package kz.ruralincome.domain.credit;

import kz.ruralincome.domain.shared.RuleViolation;

/** A body comes in so slowly that it is no longer waited for: HTTP 408. */
public final class SenderTooSlow extends RuleViolation {

    private static final long serialVersionUID = 1L;

    SenderTooSlow() {
        super("batch.too-slow");
    }
}
