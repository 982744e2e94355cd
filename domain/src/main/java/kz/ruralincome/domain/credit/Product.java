package kz.ruralincome.domain.credit;

/** In what form something is lent; all age as money does. */
public enum Product {
    MONEY,
    LEASING,
    IN_KIND
}
