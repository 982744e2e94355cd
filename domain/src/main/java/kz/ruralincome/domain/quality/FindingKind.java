package kz.ruralincome.domain.quality;

/** What may not fit together. */
public enum FindingKind {
    /** Unemployed by some source, with an ACTIVE registration. */
    UNEMPLOYED_REGISTERED(Subject.PERSON),
    /** Two sources tell of different occupations. */
    SOURCES_DISAGREE(Subject.PERSON),
    /** Assistance on days on which the household has nobody who is neither DECEASED nor AWAY. */
    ASSISTANCE_WITHOUT_MEMBERS(Subject.HOUSEHOLD),
    /** Facts that begin after the day of death or departure. */
    FACTS_AFTER_END(Subject.PERSON),
    /** An open loan whose borrower is a member of no household. */
    BORROWER_WITHOUT_HOUSEHOLD(Subject.LOAN),
    /** Two IINs that are likely of one person. */
    LIKELY_DUPLICATE(Subject.PERSON),
    /** In the pilot without consent to the processing of personal data. */
    CONSENT_MISSING(Subject.PERSON),
    /** It is not known where they live. */
    LOCALITY_UNKNOWN(Subject.PERSON);

    private final Subject subject;

    FindingKind(Subject subject) {
        this.subject = subject;
    }

    public Subject subject() {
        return subject;
    }

    /** Of what a finding is. */
    public enum Subject {
        PERSON,
        HOUSEHOLD,
        LOAN
    }
}
