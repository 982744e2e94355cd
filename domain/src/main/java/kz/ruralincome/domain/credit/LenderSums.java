package kz.ruralincome.domain.credit;

import java.math.BigDecimal;

/**
 * What a lender's loans come to.
 *
 * @param outstanding principal not paid back
 * @param overdue principal, interest and penalty together
 */
public record LenderSums(int loans, BigDecimal outstanding, BigDecimal overdue) {}
