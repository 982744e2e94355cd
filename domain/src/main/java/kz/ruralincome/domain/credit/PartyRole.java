package kz.ruralincome.domain.credit;

/** As what somebody else answers for a loan. */
public enum PartyRole {
    CO_BORROWER,
    GUARANTOR
}
