package kz.ruralincome.domain.outcome;

/** Why entrepreneurship ended, as the row says that took the registration off; in the order in which it is told. */
public enum RegistrationEnding {
    OWN_WISH,
    TAX_BODY,
    COURT,
    DEATH,
    OTHER,
    /** No row says so: the registration has simply run out. */
    NOT_TOLD,
    /** The tax code of 2026 abolished patent and mobile app and took their users off. */
    LAW_2026
}
