package kz.ruralincome.domain.screening;

import java.util.Set;

/** The life of a screening, and the only moves it may make. */
public enum ScreeningState {
    DRAFT,
    FINISHED,
    CANCELLED;

    private Set<ScreeningState> successors() {
        return switch (this) {
            case DRAFT -> Set.of(FINISHED, CANCELLED);
            case FINISHED -> Set.of(DRAFT); // when a load that it made was withdrawn
            case CANCELLED -> Set.of();
        };
    }

    public boolean mayBecome(ScreeningState next) {
        return successors().contains(next);
    }
}
