package kz.ruralincome.domain.claim;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A statement and what the program makes of it.
 *
 * @param ours the program's own number; of a percentage, at the printed decimals
 * @param bases of a percentage: the numbers of which the part would be the printed share, smallest first
 */
public record CheckedStatement(
        Statement statement, Verdict verdict, Optional<BigDecimal> ours, List<BigDecimal> bases) {}
