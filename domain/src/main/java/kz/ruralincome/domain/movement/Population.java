package kz.ruralincome.domain.movement;

/** Whom a question about persons is narrowed to. */
public enum Population {
    ALL,
    /** From 18 years up to the pension age of their sex, on the last day asked. */
    WORKING_AGE,
    /** Enrolled in the pilot on at least one of the days asked. */
    ENROLLED,
    /** To whom a loan was disbursed on or before the last day asked. */
    BORROWERS
}
