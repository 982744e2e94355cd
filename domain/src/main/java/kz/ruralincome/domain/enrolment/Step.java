package kz.ruralincome.domain.enrolment;

import static kz.ruralincome.domain.enrolment.EnrolmentStatus.ENROLLED;
import static kz.ruralincome.domain.enrolment.EnrolmentStatus.LEFT;
import static kz.ruralincome.domain.enrolment.EnrolmentStatus.SUSPENDED;

/** What can be done with the part that somebody takes. */
public enum Step {
    ENROL,
    SUSPEND,
    RESUME,
    LEAVE;

    /** Whether somebody in the status may take the step. Coming back to ENROLLED is enrolling or resuming. */
    public boolean isOpenTo(EnrolmentStatus status) {
        return switch (this) {
            case ENROL -> status != SUSPENDED && status.mayBecome(ENROLLED);
            case SUSPEND -> status.mayBecome(SUSPENDED);
            case RESUME -> status == SUSPENDED && status.mayBecome(ENROLLED);
            case LEAVE -> status.mayBecome(LEFT);
        };
    }
}
