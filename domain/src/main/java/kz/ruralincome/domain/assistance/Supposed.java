package kz.ruralincome.domain.assistance;

import java.math.BigDecimal;

/**
 * An income of the quarter that is only supposed.
 *
 * @param amount tenge of the whole quarter
 * @param line how it was reckoned
 */
record Supposed(BigDecimal amount, TestLine line) {}
