package kz.ruralincome.domain.outcome;

/** Which people are put beside which others. */
public enum ComparisonGrouping {
    /** Those in the okrugs of the pilot beside those in the others. */
    PILOT_AREA,
    /** Those enrolled in the pilot beside those who are not. */
    ENROLMENT
}
