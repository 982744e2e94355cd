package kz.ruralincome.domain.assistance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A row of the dated parameters.
 *
 * @param unit the KATO unit that it is for; empty: everywhere
 * @param document the one that says so
 */
public record ParameterRow(
        String name, Optional<Integer> unit, LocalDate from, BigDecimal value, Optional<String> document) {}
