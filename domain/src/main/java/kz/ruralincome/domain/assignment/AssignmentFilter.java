package kz.ruralincome.domain.assignment;

import java.util.Optional;

/**
 * Which assignments are asked for: those to which all of it applies.
 *
 * @param owner an account or an office
 * @param giver an account
 * @param standing how they stand
 * @param isOverdue those alone whose owners are late
 * @param territory a KATO code, with all that lies in it
 */
public record AssignmentFilter(
        Optional<String> owner,
        Optional<String> giver,
        Standing standing,
        boolean isOverdue,
        Optional<String> territory) {

    /** A state, or several together. */
    public enum Standing {
        /** All but the closed ones. */
        OPEN,
        GIVEN,
        ACCEPTED,
        REPORTED,
        SENT_BACK,
        CLOSED,
        ALL
    }

    /** What is to be done, whoever by. */
    public static AssignmentFilter open() {
        return new AssignmentFilter(Optional.empty(), Optional.empty(), Standing.OPEN, false, Optional.empty());
    }

    /** Of one owner, in one state. */
    public static AssignmentFilter of(String owner, Standing standing) {
        return new AssignmentFilter(Optional.of(owner), Optional.empty(), standing, false, Optional.empty());
    }

    /** Of one owner, late. */
    public static AssignmentFilter overdueOf(String owner) {
        return new AssignmentFilter(Optional.of(owner), Optional.empty(), Standing.OPEN, true, Optional.empty());
    }

    /** What somebody gave and is to judge now. */
    public static AssignmentFilter reportedTo(String giver) {
        return new AssignmentFilter(Optional.empty(), Optional.of(giver), Standing.REPORTED, false, Optional.empty());
    }
}
