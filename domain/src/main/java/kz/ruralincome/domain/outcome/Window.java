package kz.ruralincome.domain.outcome;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days that a figure looks at: a FLOW at {@code [start, asOf)}, a STOCK at {@code asOf} itself.
 *
 * <p>The year to date starts on 1 January of the year that contains the day before {@code asOf}: as of 1 January 2023 it
 * is all of 2022, as officials report it.
 */
public record Window(LocalDate start, LocalDate asOf) {

    public Window {
        requireNonNull(start, "start");
        requireNonNull(asOf, "asOf");
        if (!start.isBefore(asOf)) {
            throw new IllegalArgumentException("a window begins before it ends: " + start + ", " + asOf);
        }
    }

    /** The year to date, unless another start is asked for. */
    public static Window of(LocalDate asOf, Optional<LocalDate> flowFrom) {
        return new Window(flowFrom.orElseGet(() -> LocalDate.of(yearOf(asOf), 1, 1)), asOf);
    }

    /** What {@code previous} looks at: another start moves by a year, too. */
    static Window previous(LocalDate asOf, Optional<LocalDate> flowFrom) {
        LocalDate before = asOf.minusYears(1);
        // both ends may fall together: 28 and 29 February a year earlier
        return of(before, flowFrom.map(start -> start.minusYears(1)).filter(start -> start.isBefore(before)));
    }

    /** The year that is reported on that day. */
    static int yearOf(LocalDate asOf) {
        return asOf.minusDays(1).getYear();
    }

    int year() {
        return yearOf(asOf);
    }
}
