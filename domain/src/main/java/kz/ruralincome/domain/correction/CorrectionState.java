package kz.ruralincome.domain.correction;

/** What has become of a correction. */
public enum CorrectionState {
    /** Written at once: no approved figure rests on it. */
    WRITTEN,
    /** Waits for a second account. */
    PROPOSED,
    /** Written by a second account. */
    CONFIRMED,
    REFUSED,
    /** By who had proposed it. */
    TAKEN_BACK
}
