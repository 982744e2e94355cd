package kz.ruralincome.web.rest.error;

import jakarta.json.JsonException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import kz.ruralincome.web.language.LanguageFilter;

/** A body that a resource reads by JSON-P itself and that is malformed. */
@Provider
public class MalformedJsonMapper implements ExceptionMapper<JsonException> {

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(JsonException malformed) {
        return Problem.of(400, "request.unreadable", LanguageFilter.languageOf(request))
                .toResponse();
    }
}
