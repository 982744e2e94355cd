package kz.ruralincome.domain.credit;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/** What secures the loan, in the lender's words, and its value. */
public record Collateral(String kind, BigDecimal value) {

    public Collateral {
        requireNonNull(kind, "kind");
        requireNonNull(value, "value");
    }
}
