package kz.ruralincome.domain.enrolment;

/** What somebody agrees to. */
public enum ConsentScope {
    PROCESSING,
    LENDER_EXCHANGE,
    CREDIT_BUREAU
}
