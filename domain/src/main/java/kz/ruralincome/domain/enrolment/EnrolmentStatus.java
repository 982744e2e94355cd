package kz.ruralincome.domain.enrolment;

import java.util.Set;

/** Which part somebody takes in the pilot on a day, and the only moves it may make. */
public enum EnrolmentStatus {
    NOT_ENROLLED,
    ENROLLED,
    SUSPENDED,
    LEFT;

    private Set<EnrolmentStatus> successors() {
        return switch (this) {
            case NOT_ENROLLED, LEFT -> Set.of(ENROLLED);
            case ENROLLED -> Set.of(SUSPENDED, LEFT);
            case SUSPENDED -> Set.of(ENROLLED, LEFT);
        };
    }

    public boolean mayBecome(EnrolmentStatus next) {
        return successors().contains(next);
    }
}
