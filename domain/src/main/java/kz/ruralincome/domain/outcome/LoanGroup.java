package kz.ruralincome.domain.outcome;

/** By what loans are told apart. */
public enum LoanGroup {
    /** All that were asked for. */
    ALL,
    LENDER,
    /** The parts of the territory, by where the borrower lived when the money was handed over. */
    TERRITORY,
    PURPOSE,
    /** The quarter in which they were approved. */
    QUARTER
}
