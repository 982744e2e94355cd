package kz.ruralincome.domain.credit;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One instalment of the schedule in force.
 *
 * @param dueOn when it is due by the terms
 * @param movedTo the same day, or the working day after it
 * @param balance principal not due yet after this instalment
 */
public record ScheduleLine(
        LocalDate dueOn, LocalDate movedTo, BigDecimal principal, BigDecimal interest, BigDecimal balance) {}
