package kz.ruralincome.domain.outcome;

/** What {@link LedgerQueries} counts unit by unit, and what adds up over units; named as the columns of its SQL. */
enum Quantity {
    ASP_PERSONS,
    ASP_IN_EMPLOYMENT_MEASURES,
    ASP_PERSONS_ON_DAY,
    SELFEMPLOYED_UNPRODUCTIVE,
    SELFEMPLOYED_REGIME,
    SELFEMPLOYED,
    UNEMPLOYED,
    ENTREPRENEURS,
    MOVED_ASP_TO_ENTREPRENEUR,
    MOVED_SELFEMPLOYED_TO_ENTREPRENEUR,
    ASP_HOUSEHOLDS,
    ASP_HOUSEHOLDS_ON_DAY,
    MOVED_OFF_ASP_HOUSEHOLDS,
    ASP_ASSIGNED,
    ASP_PAID,
    ASP_CHILDREN_WITH_PACKAGE,
    REGISTRATIONS_NEW,
    REGISTRATIONS_ENDED,
    REGISTRATIONS_ENDED_BY_LAW,
    /** Households with an enrolled member. */
    INCOME_HOUSEHOLDS,
    /** Those of them with incomes in the last whole quarter. */
    INCOME_HOUSEHOLDS_KNOWN,
    /** The sum over those of what a member had a month; the mean is taken where it is asked for. */
    INCOME_PER_CAPITA_SUM,
    CREDIT_LOANS,
    CREDIT_DISBURSED,
    /** Outstanding principal of all loans. */
    CREDIT_OUTSTANDING,
    /** The same of loans more than 30 days past due. */
    CREDIT_OUTSTANDING_AT_RISK
}
