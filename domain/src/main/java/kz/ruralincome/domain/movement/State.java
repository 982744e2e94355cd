package kz.ruralincome.domain.movement;

/**
 * The state of a person on a day, in the order of precedence: the first that holds. The database has the same names in the
 * type {@code person_state}.
 */
public enum State {
    DECEASED,
    AWAY,
    ENTREPRENEUR_ON_ASP,
    ENTREPRENEUR,
    ASP,
    SUSPENDED_ENTREPRENEUR,
    UNPRODUCTIVE_SELF_EMPLOYED,
    SELF_EMPLOYED_REGIME,
    SELF_EMPLOYED,
    UNEMPLOYED,
    WAGE_EMPLOYED,
    INACTIVE,
    UNKNOWN
}
