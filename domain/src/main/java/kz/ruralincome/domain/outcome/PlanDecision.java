package kz.ruralincome.domain.outcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A plan as it was decided.
 *
 * @param document by which it was decided, if the list says so
 * @param enteredBy the account that sent the list with it
 */
public record PlanDecision(
        LocalDate decidedOn, BigDecimal value, Optional<String> document, String enteredBy, OffsetDateTime enteredAt) {}
