package kz.ruralincome.domain.movement;

/**
 * Why somebody is counted on one of two days and not on the other: of those who left, and of those who came, the first that
 * holds, in the order in which the constants stand.
 */
public enum ChangeReason {
    DIED(Direction.OUT),
    /** Left the region for good. */
    LEFT(Direction.OUT),
    /** Lives elsewhere on the later day, or it is not known where. */
    MOVED_AWAY(Direction.OUT),
    REGISTERED(Direction.OUT),
    ENDED_BY_LAW(Direction.OUT),
    DEREGISTERED(Direction.OUT),
    SUSPENDED(Direction.OUT),
    ON_ASSISTANCE(Direction.OUT),
    OTHER_WORK(Direction.OUT),
    NO_WORK(Direction.OUT),
    /** Is no member any more of the household that they were in. */
    LEFT_HOUSEHOLD(Direction.OUT),
    /** The assistance of the household ended. */
    ENDED(Direction.OUT),
    OUT_UNKNOWN(Direction.OUT),

    /** Has no spell and no event on or before the earlier day. */
    FIRST_KNOWN(Direction.IN),
    /** Was away on the earlier day. */
    RETURNED(Direction.IN),
    /** Lived elsewhere on the earlier day, or it is not known where. */
    MOVED_HERE(Direction.IN),
    FROM_ENTREPRENEUR(Direction.IN),
    /** A registration began. */
    NEWLY_REGISTERED(Direction.IN),
    /** A registration was suspended on the earlier day. */
    RESUMED(Direction.IN),
    FROM_ASSISTANCE(Direction.IN),
    FROM_WORK(Direction.IN),
    FROM_NO_WORK(Direction.IN),
    /** Is a member of another household than on the earlier day. */
    JOINED_HOUSEHOLD(Direction.IN),
    /** The assistance of the household began. */
    BEGUN(Direction.IN),
    IN_UNKNOWN(Direction.IN);

    private final Direction direction;

    ChangeReason(Direction direction) {
        this.direction = direction;
    }

    public Direction direction() {
        return direction;
    }

    /** Its name in answers; each stands once in a direction. */
    public String code() {
        return switch (this) {
            case OUT_UNKNOWN, IN_UNKNOWN -> "UNKNOWN";
            case NEWLY_REGISTERED -> "REGISTERED";
            default -> name();
        };
    }

    /** Whether somebody is counted on the earlier day alone, or on the later. */
    public enum Direction {
        OUT,
        IN
    }
}
