package kz.ruralincome.domain.movement;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A figure that counts the people in certain states on a day, so that its change is people who came and people who left. */
public enum StateFigure {
    ASP_PERSONS("asp.persons-on-day", Set.of(State.ASP, State.ENTREPRENEUR_ON_ASP)),
    ENTREPRENEURS("entrepreneurs", Set.of(State.ENTREPRENEUR, State.ENTREPRENEUR_ON_ASP)),
    UNPRODUCTIVE("selfemployed.unproductive", Set.of(State.UNPRODUCTIVE_SELF_EMPLOYED)),
    REGIME("selfemployed.regime", Set.of(State.SELF_EMPLOYED_REGIME)),
    SELF_EMPLOYED("selfemployed", Set.of(State.SELF_EMPLOYED)),
    UNEMPLOYED("unemployed", Set.of(State.UNEMPLOYED));

    private final String code;
    private final Set<State> states;

    StateFigure(String code, Set<State> states) {
        this.code = code;
        this.states = states;
    }

    /** The code of its indicator. */
    public String code() {
        return code;
    }

    /** The figure of an indicator; empty: the indicator does not count people by their state, or is none. */
    public static Optional<StateFigure> of(String code) {
        return Arrays.stream(values())
                .filter(figure -> figure.code.equals(code))
                .findFirst();
    }

    Set<State> states() {
        return states;
    }

    static String inSql(Set<State> states) {
        return states.stream().map(state -> "'" + state + "'").sorted().collect(Collectors.joining(", ", "(", ")"));
    }
}
