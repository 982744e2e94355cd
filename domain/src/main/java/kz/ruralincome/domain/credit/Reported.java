package kz.ruralincome.domain.credit;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** The lender's own figures of a day; those it left out are empty. */
public record Reported(
        LocalDate on,
        Optional<Integer> daysPastDue,
        Optional<BigDecimal> principal,
        Optional<BigDecimal> interest,
        Optional<BigDecimal> overduePrincipal,
        Optional<BigDecimal> overdueInterest,
        Optional<BigDecimal> penalty,
        Optional<BigDecimal> writtenOff) {

    public Reported {
        requireNonNull(on, "on");
    }
}
