package kz.ruralincome.domain.credit;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** One repayment in its lender's words; without parts the program allots it. Made by {@link RepaymentDraft#terms}. */
public record RepaymentTerms(LocalDate paidOn, BigDecimal amount, Optional<Parts> parts) {

    public RepaymentTerms {
        requireNonNull(paidOn, "paidOn");
        requireNonNull(amount, "amount");
        requireNonNull(parts, "parts");
    }
}
