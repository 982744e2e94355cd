package kz.ruralincome.web.rest.outcome;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;

/**
 * Reads the query of an outcomes question; collects what is wrong with it, so that the caller hears of all at once. Call
 * {@link #check} before what was read is used.
 */
public final class AskedFor {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private final List<FieldError> errors = new ArrayList<>();

    /** A date that must be there; any date when it is wrong. */
    public LocalDate date(String field, String text) {
        if (isAbsent(text)) {
            refuse(field, "outcome.required");
            return EARLIEST;
        }
        return optionalDate(field, text).orElse(EARLIEST);
    }

    public Optional<LocalDate> optionalDate(String field, String text) {
        return read(field, text, "outcome.date.invalid", LocalDate::parse).filter(date -> {
            boolean sensible = !date.isBefore(EARLIEST) && !date.isAfter(LATEST);
            if (!sensible) {
                refuse(field, "outcome.date.invalid", text);
            }
            return sensible;
        });
    }

    /** A moment with its offset; finer than a microsecond is cut off, as the database knows none finer. */
    public Optional<OffsetDateTime> moment(String field, String text) {
        // a plus sign that was not encoded arrives as a space
        return read(field, text, "outcome.moment.invalid", given -> OffsetDateTime.parse(given.replace(' ', '+'))
                        .truncatedTo(ChronoUnit.MICROS))
                .filter(moment -> {
                    boolean sensible = !moment.toLocalDate().isBefore(EARLIEST)
                            && !moment.toLocalDate().isAfter(LATEST);
                    if (!sensible) {
                        refuse(field, "outcome.moment.invalid", text);
                    }
                    return sensible;
                });
    }

    public Population population(String field, String text) {
        return read(field, text, "outcome.population.unknown", Population::valueOf)
                .orElse(Population.ALL);
    }

    /** One of the constants of an enum. */
    public <E extends Enum<E>> Optional<E> oneOf(String field, String text, Class<E> type) {
        return read(field, text, "outcome.value.unknown", given -> Enum.valueOf(type, given));
    }

    public Optional<String> text(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(given -> !given.isEmpty());
    }

    public void refuse(String field, String code, Object... arguments) {
        errors.add(new FieldError(field, code, List.of(arguments)));
    }

    /** @throws InvalidRequest if anything was wrong */
    public void check() {
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
    }

    private <T> Optional<T> read(String field, String text, String code, Function<String, T> reading) {
        if (isAbsent(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.apply(text.strip()));
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            refuse(field, code, text);
            return Optional.empty();
        }
    }

    private static boolean isAbsent(String text) {
        return text == null || text.isBlank();
    }
}
