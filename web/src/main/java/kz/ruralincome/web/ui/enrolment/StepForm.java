package kz.ruralincome.web.ui.enrolment;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;
import kz.ruralincome.domain.shared.NotFoundException;

/** What a form of {@code enrolment/person.xhtml} sends; every field that makes no sense is told of at once. */
final class StepForm {

    private final HttpServletRequest request;
    private final List<FieldError> errors = new ArrayList<>();

    StepForm(HttpServletRequest request) {
        this.request = request;
    }

    /** @throws NotFoundException if it is none */
    static UUID personOf(HttpServletRequest request) {
        try {
            return UUID.fromString(String.valueOf(request.getParameter("id")));
        } catch (IllegalArgumentException foreign) {
            throw new NotFoundException("participant");
        }
    }

    String step() {
        return text("step");
    }

    String text(String field) {
        String text = request.getParameter(field);
        return text == null ? "" : text.strip();
    }

    LocalDate day(String field) {
        Optional<LocalDate> day = dayIfAny(field);
        if (day.isEmpty() && text(field).isEmpty()) {
            errors.add(new FieldError(field, "enrolment.day.missing", List.of()));
        }
        return day.orElse(LocalDate.MIN);
    }

    Optional<LocalDate> dayIfAny(String field) {
        try {
            return text(field).isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text(field)));
        } catch (DateTimeParseException noDay) {
            errors.add(new FieldError(field, "layout.wrong.date", List.of(text(field))));
            return Optional.empty();
        }
    }

    /** A number of so many digits. */
    int number(String field, int digits, String code) {
        if (!text(field).matches("[0-9]{" + digits + "}")) {
            errors.add(new FieldError(field, code, List.of()));
            return 0;
        }
        return Integer.parseInt(text(field));
    }

    <E extends Enum<E>> E oneOf(String field, Class<E> choices) {
        try {
            return Enum.valueOf(choices, text(field));
        } catch (IllegalArgumentException unknown) {
            errors.add(new FieldError(field, "layout.wrong.choice", List.of(text(field))));
            return choices.getEnumConstants()[0];
        }
    }

    /** Goes on only if every field made sense. */
    void demand() {
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
    }
}
