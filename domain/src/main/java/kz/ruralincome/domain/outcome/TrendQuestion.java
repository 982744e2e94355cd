package kz.ruralincome.domain.outcome;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.shared.InvalidRequest;

/**
 * What is asked of a figure month by month.
 *
 * @param territory a KATO code or {@code none}; empty: all that the caller may see
 * @param from month starts on and after it; empty: since the first fact
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

    static final int YEARS = 50;

    public TrendQuestion {
        requireNonNull(figure, "figure");
        requireNonNull(territory, "territory");
        requireNonNull(population, "population");
        requireNonNull(asKnownOn, "asKnownOn");
        if (from.filter(first -> first.isAfter(to) || first.isBefore(to.minusYears(YEARS)))
                .isPresent()) {
            throw new InvalidRequest("to", "trend.dates");
        }
    }

    /** The last month start that is asked. */
    LocalDate lastMonth() {
        return to.withDayOfMonth(1);
    }

    /** The month starts from the first of these days on, in order. */
    Stream<LocalDate> months(LocalDate first) {
        LocalDate earliest = to.minusYears(YEARS);
        return Months.startingFrom(first.isBefore(earliest) ? earliest : first, to);
    }

    OutcomeQuestion on(LocalDate month) {
        return new OutcomeQuestion(month, Optional.empty(), territory, population, asKnownOn);
    }
}
