package kz.ruralincome.web.ui.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import kz.ruralincome.domain.intake.LoadOptions;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;

/** What was chosen beside the file. */
record UploadForm(HttpServletRequest request) {

    String list() {
        return text("list");
    }

    LoadOptions options() {
        List<FieldError> errors = new ArrayList<>();
        var options = new LoadOptions(
                !text("dryRun").isEmpty() || list().equals("territories"), // is looked through before it goes in
                date("snapshot", errors),
                text("source").isEmpty() ? null : text("source"),
                unit(errors),
                date("coversTo", errors));
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
        return options;
    }

    private LocalDate date(String field, List<FieldError> errors) {
        if (text(field).isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text(field));
        } catch (DateTimeParseException noDate) {
            errors.add(new FieldError(field, "layout.wrong.date", List.of(text(field))));
            return null;
        }
    }

    private Integer unit(List<FieldError> errors) {
        String code = text("kato");
        if (code.isEmpty() || text("snapshot").isEmpty() && text("coversTo").isEmpty()) {
            return null; // speaks of no territory
        }
        if (!code.matches("[0-9]{9}")) {
            errors.add(new FieldError("kato", "layout.wrong.choice", List.of(code)));
            return null;
        }
        return Integer.valueOf(code);
    }

    private String text(String field) {
        String value = request.getParameter(field);
        return value == null ? "" : value.strip();
    }
}
