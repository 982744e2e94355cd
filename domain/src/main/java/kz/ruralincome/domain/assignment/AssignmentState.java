package kz.ruralincome.domain.assignment;

import java.util.Set;

/** How an assignment stands, and the only moves it may make. */
public enum AssignmentState {
    GIVEN,
    ACCEPTED,
    /** The owner has answered; the giver judges. */
    REPORTED,
    /** The answer does not do: the owner reports anew. */
    SENT_BACK,
    CLOSED;

    Set<AssignmentState> successors() {
        return switch (this) {
            case GIVEN -> Set.of(ACCEPTED, CLOSED);
            case ACCEPTED, SENT_BACK -> Set.of(REPORTED, CLOSED);
            case REPORTED -> Set.of(SENT_BACK, CLOSED);
            case CLOSED -> Set.of();
        };
    }

    public boolean mayBecome(AssignmentState next) {
        return successors().contains(next);
    }

    /** Whether the next move is the owner's. */
    public boolean waitsForOwner() {
        return this == GIVEN || this == ACCEPTED || this == SENT_BACK;
    }

    /** Whether it is the owner who brings it about, not the giver. */
    boolean isOfOwner() {
        return this == ACCEPTED || this == REPORTED;
    }

    /** Whether something must be said with the move to this state: an answer, or why. */
    boolean demandsWords(AssignmentState before) {
        return this == REPORTED || this == SENT_BACK || this == CLOSED && before != REPORTED;
    }
}
