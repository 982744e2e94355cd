package kz.ruralincome.domain.outcome;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;

/** A value, or the reason why there is none; rarely a value with something that must be known beside it. */
public record Figure(Optional<BigDecimal> value, Optional<String> reason) {

    public Figure {
        requireNonNull(value, "value");
        requireNonNull(reason, "reason");
        if (value.isEmpty() && reason.isEmpty()) {
            throw new IllegalArgumentException("a figure is never missing without a reason");
        }
    }

    static Figure of(BigDecimal value) {
        return new Figure(Optional.of(value), Optional.empty());
    }

    static Figure unknown(String reason) {
        return new Figure(Optional.empty(), Optional.of(reason));
    }

    static Figure orNoData(Optional<BigDecimal> value) {
        return value.map(Figure::of).orElseGet(() -> unknown(Reason.NO_DATA));
    }
}
