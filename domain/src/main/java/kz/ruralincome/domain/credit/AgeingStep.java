package kz.ruralincome.domain.credit;

import static java.time.temporal.ChronoUnit.DAYS;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** How a loan stands from a day on, until something changes: only the days past due go on counting. */
public record AgeingStep(
        LocalDate from,
        Parts outstanding,
        Parts overdue,
        Optional<LocalDate> overdueSince,
        BigDecimal due,
        BigDecimal paid,
        BigDecimal writtenOff) {

    /** How it stands on a day that this step covers. */
    Standing on(LocalDate day) {
        int daysPastDue =
                overdueSince.map(since -> (int) DAYS.between(since, day)).orElse(0);
        return new Standing(day, outstanding, overdue, overdueSince, daysPastDue, due, paid, writtenOff);
    }
}
