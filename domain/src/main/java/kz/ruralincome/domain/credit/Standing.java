package kz.ruralincome.domain.credit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How a loan stands at the end of a day.
 *
 * @param outstanding principal not paid back, and the interest of instalments due by that day and unpaid
 * @param overdue what of it is of instalments due before that day
 * @param overdueSince the due date, moved to a working day, of the earliest instalment not fully paid; empty: nothing is
 *     overdue
 * @param due what has fallen due up to that day, principal and interest
 * @param paid what of that was paid up to that day
 * @param writtenOff principal that the lender wrote off and did not recover; not part of what is outstanding
 */
public record Standing(
        LocalDate asOf,
        Parts outstanding,
        Parts overdue,
        Optional<LocalDate> overdueSince,
        int daysPastDue,
        BigDecimal due,
        BigDecimal paid,
        BigDecimal writtenOff) {}
