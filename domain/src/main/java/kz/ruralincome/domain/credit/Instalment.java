package kz.ruralincome.domain.credit;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;

/** One instalment of a lender's own schedule. */
public record Instalment(LocalDate dueOn, BigDecimal principal, BigDecimal interest) {

    public Instalment {
        requireNonNull(dueOn, "dueOn");
        requireNonNull(principal, "principal");
        requireNonNull(interest, "interest");
    }
}
