package kz.ruralincome.domain.credit;

import java.math.BigDecimal;

/** A sum taken apart: what is owed, what is overdue, or what a repayment paid. */
public record Parts(BigDecimal principal, BigDecimal interest, BigDecimal penalty) {

    /** Nothing. */
    public static final Parts NONE = new Parts(Tiyn.tenge(0), Tiyn.tenge(0), Tiyn.tenge(0));

    /** All three together. */
    public BigDecimal sum() {
        return principal.add(interest).add(penalty);
    }
}
