package kz.ruralincome.domain.credit;

import static java.util.Objects.requireNonNull;

/** A repayment of a loan under its lender's reference; once reversed it counts for nothing and is still shown. */
public record Repayment(String paymentRef, RepaymentTerms terms, boolean reversed) {

    public Repayment {
        requireNonNull(paymentRef, "paymentRef");
        requireNonNull(terms, "terms");
    }
}
