package kz.ruralincome.domain.outcome;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Supplier;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.shared.InvalidRequest;

/**
 * What is asked of a figure month by month.
 *
 * @param territory a KATO code or {@code none}; empty: all that the caller may see
 * @param from month starts on and after it; empty: since the first fact, if that is not longer ago
 * @param to month starts up to it; at most {@value #YEARS} years after {@code from}
 * @param asKnownOn empty: as the last finished movement run has read the facts
 */
public record TrendQuestion(
        TrendFigure figure,
        Optional<String> territory,
        Population population,
        Optional<LocalDate> from,
        LocalDate to,
        Optional<OffsetDateTime> asKnownOn) {

    static final int YEARS = 15;

    public TrendQuestion {
        requireNonNull(figure, "figure");
        requireNonNull(territory, "territory");
        requireNonNull(population, "population");
        requireNonNull(asKnownOn, "asKnownOn");
        if (from.filter(first -> first.isAfter(to)).isPresent()) {
            throw new InvalidRequest("to", "trend.dates");
        }
        if (from.filter(first -> first.isBefore(to.minusYears(YEARS))).isPresent()) {
            throw new InvalidRequest("from", "trend.span");
        }
    }

    /** The last month start that is asked. */
    LocalDate lastMonth() {
        return to.withDayOfMonth(1);
    }

    /**
     * The first day of the trend.
     *
     * @param firstFact from it on when nothing else is asked, but no longer than may be asked
     */
    LocalDate first(Supplier<Optional<LocalDate>> firstFact) {
        LocalDate earliest = to.minusYears(YEARS);
        return from.or(firstFact)
                .filter(first -> !first.isAfter(to))
                .map(first -> first.isBefore(earliest) ? earliest : first)
                .orElse(to);
    }

    OutcomeQuestion on(LocalDate month) {
        return new OutcomeQuestion(month, Optional.empty(), territory, population, asKnownOn);
    }
}
