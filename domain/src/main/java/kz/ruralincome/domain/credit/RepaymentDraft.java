package kz.ruralincome.domain.credit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;

/** A repayment as it was sent, perhaps wrong; what was not sent is null. */
public record RepaymentDraft(
        LocalDate paidOn, BigDecimal amount, BigDecimal principal, BigDecimal interest, BigDecimal penalty) {

    /** The terms that this draft says; only of a draft without a flaw. */
    public RepaymentTerms terms() {
        return new RepaymentTerms(
                paidOn,
                LoanDraft.money(amount),
                principal == null
                        ? Optional.empty()
                        : Optional.of(new Parts(
                                LoanDraft.money(principal), LoanDraft.money(interest), LoanDraft.money(penalty))));
    }

    /**
     * Everything that cannot be of this repayment.
     *
     * @param disbursedOn when the first money of its loan was handed over; empty: none was
     */
    public List<FieldError> check(Optional<LocalDate> disbursedOn) {
        List<FieldError> errors = new ArrayList<>();
        Flaws.required(errors, "paidOn", paidOn);
        Flaws.date(errors, "paidOn", paidOn);
        if (Flaws.required(errors, "amount", amount)) {
            Flaws.positive(errors, "amount", amount);
        }
        Flaws.amount(errors, "principal", principal);
        Flaws.amount(errors, "interest", interest);
        Flaws.amount(errors, "penalty", penalty);
        long given = Stream.of(
                        Optional.ofNullable(principal), Optional.ofNullable(interest), Optional.ofNullable(penalty))
                .filter(Optional::isPresent)
                .count();
        if (given == 1 || given == 2) {
            errors.add(LoanFlaw.PARTS_INCOMPLETE.of(
                    principal == null ? "principal" : interest == null ? "interest" : "penalty"));
        }
        if (given == 3
                && errors.isEmpty()
                && principal.add(interest).add(penalty).compareTo(amount) != 0) {
            errors.add(LoanFlaw.PARTS_SUM.of(
                    "amount", amount, principal.add(interest).add(penalty)));
        }
        if (paidOn != null && (disbursedOn.isEmpty() || paidOn.isBefore(disbursedOn.get()))) {
            errors.add(LoanFlaw.BEFORE_DISBURSEMENT.of("paidOn"));
        }
        return errors;
    }
}
