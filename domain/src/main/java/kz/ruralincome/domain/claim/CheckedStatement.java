package kz.ruralincome.domain.claim;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A statement and what the program makes of it.
 *
 * @param ours the program's own number; of a percentage, at the printed decimals; of a sum, what the parts add up to
 * @param bases of a percentage: the numbers of which the part would be the printed share, smallest first
 */
public record CheckedStatement(
        Statement statement, Verdict verdict, Optional<BigDecimal> ours, List<BigDecimal> bases) {

    /** Of a sum: what of the printed whole the parts, as they are printed, do not explain; negative: they are more. */
    public Optional<BigDecimal> rest() {
        return statement instanceof Statement.Sum
                ? PublishedNumber.of(statement.printed())
                        .flatMap(whole -> ours.map(sum ->
                                new BigDecimal(whole.value().subtract(sum).toPlainString())))
                : Optional.empty();
    }
}
