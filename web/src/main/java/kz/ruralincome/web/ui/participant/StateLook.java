package kz.ruralincome.web.ui.participant;

import kz.ruralincome.domain.movement.State;

/** How a state is drawn in every picture: by what somebody lives. */
public final class StateLook {

    private StateLook() {}

    /** The name of its colour, as the style sheet has it. */
    public static String of(State state) {
        return switch (state) {
            case ENTREPRENEUR, ENTREPRENEUR_ON_ASP -> "enterprise";
            case SUSPENDED_ENTREPRENEUR -> "suspended";
            case ASP -> "assistance";
            case UNPRODUCTIVE_SELF_EMPLOYED, SELF_EMPLOYED_REGIME, SELF_EMPLOYED, WAGE_EMPLOYED -> "work";
            case UNEMPLOYED, INACTIVE -> "no-work";
            case UNKNOWN, AWAY, DECEASED -> "none";
        };
    }
}
