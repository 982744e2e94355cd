package kz.ruralincome.domain.credit;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A repayment and what it paid.
 *
 * @param parts add up to its amount; empty: it was reversed and the lender gave no parts
 * @param ahead how much of the principal was paid ahead of time, more than was owed included
 */
public record AllottedRepayment(Repayment repayment, Optional<Parts> parts, BigDecimal ahead) {}
