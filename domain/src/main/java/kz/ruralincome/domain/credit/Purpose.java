package kz.ruralincome.domain.credit;

/** What a loan is for. */
public enum Purpose {
    LIVESTOCK,
    CROPS,
    PROCESSING,
    SERVICES,
    TRADE,
    CRAFT,
    OTHER
}
