package kz.ruralincome.domain.outcome;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.ruralincome.domain.credit.Ratio;

/**
 * What was counted of some loans; it never changes.
 *
 * @param counted per measure; what is left out is 0
 * @param missing lists that had no row at the moment: what needs one of them is not known
 * @param withheld what the reader may not see
 */
public record LoanFigures(Map<LoanMeasure, BigDecimal> counted, Set<String> missing, Set<LoanMeasure> withheld) {

    private static final BigDecimal NO_TENGE = new BigDecimal("0.00");

    public LoanFigures {
        requireNonNull(counted, "counted");
        requireNonNull(missing, "missing");
        requireNonNull(withheld, "withheld");
    }

    /** A count, or tenge with two decimals; empty with a {@link #reason}. */
    public Optional<BigDecimal> of(LoanMeasure measure) {
        return reason(measure).isPresent() ? Optional.empty() : Optional.of(count(measure));
    }

    /** A share with both its numbers; empty with a {@link #reason}. */
    public Optional<Ratio> of(LoanShare share) {
        return of(share.numerator())
                .flatMap(numerator -> of(share.denominator()).map(denominator -> new Ratio(numerator, denominator)));
    }

    /** Why a measure has no value. */
    public Optional<String> reason(LoanMeasure measure) {
        if (missing.contains("loans") || measure.family().needs().stream().anyMatch(missing::contains)) {
            return Optional.of(Reason.NO_DATA);
        }
        return withheld.contains(measure) ? Optional.of(Reason.SMALL_CELL) : Optional.empty();
    }

    /** Why a share has no numbers. */
    public Optional<String> reason(LoanShare share) {
        return reason(share.numerator()).or(() -> reason(share.denominator()));
    }

    BigDecimal count(LoanMeasure measure) {
        return counted.getOrDefault(measure, measure.isTenge() ? NO_TENGE : BigDecimal.ZERO);
    }

    /** How many are counted; of no sum of money. */
    long persons(LoanMeasure measure) {
        return count(measure).longValueExact();
    }

    LoanFigures plus(LoanFigures other) {
        Map<LoanMeasure, BigDecimal> sum = new HashMap<>(counted);
        other.counted.forEach((measure, count) -> sum.merge(measure, count, BigDecimal::add));
        return new LoanFigures(sum, missing, withheld);
    }

    LoanFigures without(Set<LoanMeasure> measures) {
        return new LoanFigures(counted, missing, Set.copyOf(measures));
    }
}
