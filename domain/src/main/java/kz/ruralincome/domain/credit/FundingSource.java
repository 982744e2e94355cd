package kz.ruralincome.domain.credit;

/** Money of the budget, or money that earlier borrowers have returned. */
public enum FundingSource {
    NEW,
    RETURNED
}
