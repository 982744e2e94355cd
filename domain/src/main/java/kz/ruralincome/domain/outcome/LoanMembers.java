package kz.ruralincome.domain.outcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Some of the loans behind one figure, by their numbers.
 *
 * @param observedTo as in {@link LoanAnswer}
 * @param next where the list goes on
 */
public record LoanMembers(
        OutcomeAnswer<Member> about, Optional<String> lender, LocalDate observedTo, Optional<String> next) {

    /**
     * One of them.
     *
     * @param loan opens the loan; empty: out of the caller's reach
     * @param person opens the borrower; empty likewise
     * @param borrower the number under which the facts know the borrower
     * @param amount what the loan adds to the figure: 1, or tenge
     */
    public record Member(
            Optional<Long> loan,
            String contractNo,
            String lender,
            Optional<UUID> person,
            int borrower,
            LocalDate approvedOn,
            LocalDate disbursedOn,
            BigDecimal amount,
            long number) {}
}
