package kz.ruralincome.web.ui.layout;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.web.language.CurrentLanguage;

/** Reads what the address of a page asks, does what its buttons say, and keeps why not: every reason is shown at once. */
public class Asked {

    /** As the API takes them: a year of two figures is a slip. */
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private final List<FieldError> errors = new ArrayList<>();

    public LocalDate date(String field, String text, LocalDate otherwise) {
        if (isEmpty(text)) {
            return otherwise;
        }
        try {
            LocalDate date = LocalDate.parse(text.strip());
            if (isSensible(date)) {
                return date;
            }
        } catch (DateTimeParseException noDate) {
            // said below, as of any date that makes no sense
        }
        errors.add(new FieldError(field, "layout.wrong.date", List.of(text)));
        return otherwise;
    }

    public Optional<OffsetDateTime> moment(String field, String text) {
        if (isEmpty(text)) {
            return Optional.empty();
        }
        try {
            var moment = OffsetDateTime.parse(text.strip().replace(' ', '+'));
            if (isSensible(moment.toLocalDate())) {
                return Optional.of(moment);
            }
        } catch (DateTimeParseException noMoment) {
            // said below, as of any moment that makes no sense
        }
        errors.add(new FieldError(field, "layout.wrong.moment", List.of(text)));
        return Optional.empty();
    }

    public <E extends Enum<E>> E oneOf(String field, String text, E otherwise) {
        if (isEmpty(text)) {
            return otherwise;
        }
        try {
            return Enum.valueOf(otherwise.getDeclaringClass(), text.strip());
        } catch (IllegalArgumentException unknown) {
            errors.add(new FieldError(field, "layout.wrong.choice", List.of(text)));
            return otherwise;
        }
    }

    /** A day that may be left out. */
    public Optional<LocalDate> day(String field, String text) {
        return Optional.ofNullable(date(field, text, null));
    }

    /** A choice that may be left out. */
    public <E extends Enum<E>> Optional<E> choice(String field, String text, Class<E> type) {
        return isEmpty(text)
                ? Optional.empty()
                : Optional.of(oneOf(field, text, type.getEnumConstants()[0])).filter(one -> !isWrong());
    }

    public static Optional<String> text(String text) {
        return isEmpty(text) ? Optional.empty() : Optional.of(text.strip());
    }

    public void refused(InvalidRequest refusal) {
        errors.addAll(refusal.errors());
    }

    public void refused(RuleViolation refusal) {
        errors.add(new FieldError("", refusal.code(), refusal.arguments()));
    }

    /**
     * Does what a button says, unless it is refused; what is out of reach goes on to its own page.
     *
     * @param step does it, and gives the view that follows
     * @return that view; null: the page shows itself again, and why
     */
    public String goOn(Supplier<String> step) {
        try {
            return step.get();
        } catch (InvalidRequest wrong) {
            refused(wrong);
        } catch (RuleViolation refusal) {
            refused(refusal);
        }
        return null;
    }

    public boolean isWrong() {
        return !errors.isEmpty();
    }

    /** Each reason once, however often it was met. */
    public List<String> sentences(CurrentLanguage language) {
        return errors.stream()
                .map(error -> language.say(error.code(), error.arguments()))
                .distinct()
                .toList();
    }

    private static boolean isSensible(LocalDate date) {
        return !date.isBefore(EARLIEST) && !date.isAfter(LATEST);
    }

    private static boolean isEmpty(String text) {
        return text == null || text.isBlank();
    }
}
