package kz.ruralincome.domain.outcome;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What is asked of the loans that were disbursed in a window.
 *
 * @param about the window, the territory, whom and as known on when
 * @param lender the code of a lender; empty: all
 */
public record LoanQuestion(OutcomeQuestion about, Optional<String> lender) {

    public LoanQuestion {
        requireNonNull(about, "about");
        requireNonNull(lender, "lender");
    }
}
