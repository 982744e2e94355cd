package kz.ruralincome.domain.credit;

/** How the instalments of a loan are made: the two legal methods, or the lender's own list. */
public enum ScheduleKind {
    ANNUITY,
    DIFFERENTIATED,
    OWN
}
