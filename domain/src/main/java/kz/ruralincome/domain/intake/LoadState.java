package kz.ruralincome.domain.intake;

/** The life of a load. */
public enum LoadState {
    RECEIVED,
    RUNNING,
    HELD,
    DONE,
    FAILED,
    WITHDRAWN;

    /** Whether nothing happens any more unless somebody acts. */
    public boolean isAtRest() {
        return switch (this) {
            case RECEIVED, RUNNING -> false;
            case HELD, DONE, FAILED, WITHDRAWN -> true;
        };
    }
}
