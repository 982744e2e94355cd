package kz.ruralincome.domain.screening;

import java.time.OffsetDateTime;
import kz.ruralincome.domain.shared.RuleViolation;

/** Somebody else has changed the draft since the caller read it; nothing of the caller's was written. */
public final class StaleDraft extends RuleViolation {

    private static final long serialVersionUID = 1L;

    private final String by;
    private final transient OffsetDateTime at;

    StaleDraft(Screening now) {
        super("screening.stale", now.changedBy(), now.changedAt().toString());
        this.by = now.changedBy();
        this.at = now.changedAt();
    }

    /** Who changed it last. */
    public String by() {
        return by;
    }

    public OffsetDateTime at() {
        return at;
    }
}
