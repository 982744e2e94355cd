package kz.ruralincome.domain.assistance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.assistance.TestInput.Circumstances;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;

/**
 * What an officer wants to decide.
 *
 * @param basis that of the test the officer saw
 * @param verdict empty: none was chosen
 * @param monthly tenge a month; only with assistance
 */
public record DecisionRequest(
        int household,
        LocalDate appliedOn,
        Circumstances circumstances,
        String basis,
        Optional<Verdict> verdict,
        Optional<BigDecimal> monthly,
        Optional<String> contract,
        Optional<String> reason) {

    private static final int LONGEST = 2000;
    private static final BigDecimal MOST = new BigDecimal("1000000000000");

    /**
     * Demands all that a decision needs.
     *
     * @param today the business date: nobody has applied after it yet
     * @throws InvalidRequest with all that is wrong
     */
    void demandComplete(LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        if (appliedOn.isAfter(today)) {
            errors.add(error("appliedOn", "assistance.decide.future"));
        }
        if (verdict.isEmpty()) {
            errors.add(error("verdict", "assistance.decide.no-verdict"));
        }
        if (reason.isEmpty()) {
            errors.add(error("reason", "assistance.decide.no-reason"));
        }
        if (reason.filter(text -> text.length() > LONGEST).isPresent()
                || contract.filter(text -> text.length() > LONGEST).isPresent()) {
            errors.add(error("reason", "assistance.decide.too-long", LONGEST));
        }
        boolean grants = verdict.filter(one -> one != Verdict.REFUSED).isPresent();
        if (grants && monthly.isEmpty()) {
            errors.add(error("monthly", "assistance.decide.no-amount"));
        }
        if (monthly.filter(amount -> amount.signum() < 0 || amount.scale() > 2 || amount.compareTo(MOST) > 0)
                .isPresent()) {
            errors.add(error("monthly", "assistance.decide.amount"));
        }
        if (verdict.filter(Verdict.CONDITIONAL::equals).isPresent() && contract.isEmpty()) {
            errors.add(error("contract", "assistance.decide.no-contract"));
        }
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
    }

    private static FieldError error(String field, String code, Object... arguments) {
        return new FieldError(field, code, List.of(arguments));
    }
}
