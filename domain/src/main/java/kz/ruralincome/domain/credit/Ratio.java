package kz.ruralincome.domain.credit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** A share with both its numbers, since a percentage alone cannot be checked or added up. */
public record Ratio(BigDecimal numerator, BigDecimal denominator) {

    /** Of no loan at all. */
    public static final Ratio NONE = new Ratio(BigDecimal.ZERO, BigDecimal.ZERO);

    public Ratio plus(Ratio other) {
        return new Ratio(numerator.add(other.numerator), denominator.add(other.denominator));
    }

    /** In percent with one decimal, half up; unknown where there is nothing to have a share in. */
    public Optional<BigDecimal> percent() {
        return denominator.signum() == 0
                ? Optional.empty()
                : Optional.of(numerator.movePointRight(2).divide(denominator, 1, RoundingMode.HALF_UP));
    }
}
