package kz.ruralincome.web.rest.intake;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import kz.ruralincome.domain.intake.LoadOptions;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;

/** The query with which a list is sent, as it was written. */
public class SendParameters {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    @QueryParam("dryRun")
    private String dryRun;

    @QueryParam("snapshot")
    private String snapshot;

    @QueryParam("source")
    private String source;

    @QueryParam("kato")
    private String kato;

    @QueryParam("coversTo")
    private String coversTo;

    LoadOptions options() {
        List<FieldError> errors = new ArrayList<>();
        LoadOptions options = new LoadOptions(
                flag("dryRun", dryRun, errors),
                date("snapshot", snapshot, errors),
                source(errors),
                unit(errors),
                date("coversTo", coversTo, errors));
        if (options.unit() != null && !options.isSnapshot() && options.coversTo() == null) {
            errors.add(new FieldError("kato", "load.kato", List.of()));
        }
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
        return options;
    }

    private static boolean flag(String field, String text, List<FieldError> errors) {
        if (absent(text) || text.equals("false")) {
            return false;
        }
        if (!text.equals("true")) {
            errors.add(new FieldError(field, "load.option.flag", List.of()));
        }
        return true;
    }

    private static LocalDate date(String field, String text, List<FieldError> errors) {
        if (absent(text)) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        errors.add(new FieldError(field, "load.option.date", List.of()));
        return null;
    }

    private String source(List<FieldError> errors) {
        if (absent(source)) {
            return null;
        }
        if (!LoadOptions.SOURCES.contains(source)) {
            errors.add(new FieldError("source", "kind.unknown", List.of(String.join(", ", LoadOptions.SOURCES))));
            return null;
        }
        return source;
    }

    private Integer unit(List<FieldError> errors) {
        if (absent(kato)) {
            return null;
        }
        if (!kato.matches("[1-9][0-9]{8}")) {
            errors.add(new FieldError("kato", "load.kato", List.of()));
            return null;
        }
        return Integer.valueOf(kato);
    }

    private static boolean absent(String text) {
        return text == null || text.isBlank();
    }
}
