package kz.ruralincome.domain.credit;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;

/** One tranche that was handed over. */
public record Disbursement(LocalDate on, BigDecimal amount) {

    public Disbursement {
        requireNonNull(on, "on");
        requireNonNull(amount, "amount");
    }
}
