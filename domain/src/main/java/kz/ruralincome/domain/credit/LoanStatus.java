package kz.ruralincome.domain.credit;

import java.util.Set;

/** The life of a loan, and the only moves it may make. */
public enum LoanStatus {
    APPROVED,
    ACTIVE,
    REPAID,
    WRITTEN_OFF,
    CANCELLED;

    private Set<LoanStatus> successors() {
        return switch (this) {
            case APPROVED -> Set.of(ACTIVE, CANCELLED);
            case ACTIVE -> Set.of(REPAID, WRITTEN_OFF);
            case WRITTEN_OFF -> Set.of(REPAID);
            case REPAID, CANCELLED -> Set.of();
        };
    }

    /** Whether a loan in this status may be reported in that one next; staying is always allowed. */
    public boolean mayBecome(LoanStatus next) {
        return next == this || successors().contains(next);
    }

    /** Whether the money was handed over: from ACTIVE on. */
    public boolean isDisbursed() {
        return this == ACTIVE || this == REPAID || this == WRITTEN_OFF;
    }

    /** Whether the lender still waits for something: only these are asked for by {@code complete}. */
    public boolean isOpen() {
        return this == APPROVED || this == ACTIVE;
    }
}
