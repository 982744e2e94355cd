package kz.ruralincome.domain.outcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A figure month by month, with what it rests on.
 *
 * @param from the first day asked: the one of the question, or of the first fact
 */
public record TrendAnswer(TrendFigure figure, LocalDate from, LocalDate to, OutcomeAnswer<TrendPoint> points) {

    /**
     * By how much a point differs from the one before; empty: there is none, one of the two is not told, or it begins the
     * counting of a new year.
     */
    public Optional<BigDecimal> change(int point) {
        if (point == 0) {
            return Optional.empty();
        }
        TrendPoint now = points.items().get(point);
        TrendPoint before = points.items().get(point - 1);
        boolean beginsAnew =
                figure.kind() == Indicator.Kind.FLOW && !now.flowFrom().equals(before.flowFrom());
        return beginsAnew
                ? Optional.empty()
                : now.value().flatMap(value -> before.value().map(value::subtract));
    }
}
