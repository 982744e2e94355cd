package kz.ruralincome.domain.outcome;

import java.util.Optional;
import kz.ruralincome.domain.movement.State;

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
    /** Borrowers of these loans, each where the first of them is counted. */
    CREDIT_BORROWERS,
    /** Those to whom something was handed over, each where the first of it is counted. */
    CREDIT_RECIPIENTS,
    /** Outstanding principal of all loans. */
    CREDIT_OUTSTANDING,
    /** The same of loans more than 30 days past due. */
    CREDIT_OUTSTANDING_AT_RISK,
    /** Those who owe it. */
    CREDIT_DEBTORS,
    STATE_ENTREPRENEUR_ON_ASP,
    STATE_ENTREPRENEUR,
    STATE_ASP,
    STATE_SUSPENDED_ENTREPRENEUR,
    STATE_WAGE_EMPLOYED,
    STATE_INACTIVE;

    /** What counts the people in a state; empty: nobody is counted in it. */
    static Optional<Quantity> of(State state) {
        return Optional.ofNullable(
                switch (state) {
                    case ENTREPRENEUR_ON_ASP -> STATE_ENTREPRENEUR_ON_ASP;
                    case ENTREPRENEUR -> STATE_ENTREPRENEUR;
                    case ASP -> STATE_ASP;
                    case SUSPENDED_ENTREPRENEUR -> STATE_SUSPENDED_ENTREPRENEUR;
                    case UNPRODUCTIVE_SELF_EMPLOYED -> SELFEMPLOYED_UNPRODUCTIVE;
                    case SELF_EMPLOYED_REGIME -> SELFEMPLOYED_REGIME;
                    case SELF_EMPLOYED -> SELFEMPLOYED;
                    case UNEMPLOYED -> UNEMPLOYED;
                    case WAGE_EMPLOYED -> STATE_WAGE_EMPLOYED;
                    case INACTIVE -> STATE_INACTIVE;
                    case DECEASED, AWAY, UNKNOWN -> null;
                });
    }
}
