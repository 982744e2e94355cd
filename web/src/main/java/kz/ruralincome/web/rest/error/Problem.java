package kz.ruralincome.web.rest.error;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;
import kz.ruralincome.web.json.Json;
import kz.ruralincome.web.language.Language;
import kz.ruralincome.web.language.Texts;

/**
 * A problem document (RFC 9457). {@code type} is stable: {@code urn:rural-income-pilot:problem:} and the code; the
 * sentence in {@code title} is in the caller's language.
 */
public record Problem(int status, String code, String title, List<JsonObject> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "urn:rural-income-pilot:problem:";

    public static Problem of(int status, String code, Language language, Object... arguments) {
        return of(status, code, List.of(arguments), language);
    }

    public static Problem of(int status, String code, List<Object> arguments, Language language) {
        return new Problem(status, code, Texts.of(language, code, arguments), List.of());
    }

    /** A request with wrong fields: every one with its code and sentence. */
    public static Problem of(List<FieldError> errors, Language language) {
        return of(422, errors, language);
    }

    /** The same under another status. */
    public static Problem of(int status, List<FieldError> errors, Language language) {
        var told = errors.stream()
                .map(error -> Json.createObjectBuilder()
                        .add("field", error.field())
                        .add("code", error.code())
                        .add("message", sentence(error, language))
                        .build())
                .toList();
        return new Problem(status, "request.invalid", Texts.of(language, "request.invalid"), told);
    }

    /** The sentence of an error; whole numbers in it are years, lengths and places, and stand as they are. */
    public static String sentence(FieldError error, Language language) {
        var arguments = error.arguments().stream()
                .map(argument -> argument instanceof Integer whole ? whole.toString() : argument)
                .toList();
        return Texts.of(language, error.code(), arguments);
    }

    public Response toResponse() {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(toJson().toString())
                .build();
    }

    /** Writes it outside JAX-RS. */
    public static void write(HttpServletResponse response, Problem problem) {
        response.setStatus(problem.status());
        response.setContentType(MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        try {
            response.getWriter().write(problem.toJson().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonObject toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("type", TYPES + code)
                .add("title", title)
                .add("status", status)
                .add("code", code);
        if (!errors.isEmpty()) {
            var list = Json.createArrayBuilder();
            errors.forEach(list::add);
            json.add("errors", list);
        }
        return json.build();
    }
}
