package kz.ruralincome.domain.credit;

import kz.ruralincome.domain.shared.RuleViolation;

/** A batch with more bytes or lines than are taken at once: HTTP 413. */
public final class BatchTooLarge extends RuleViolation {

    private static final long serialVersionUID = 1L;

    BatchTooLarge(String code, long limit) {
        super(code, limit);
    }
}
