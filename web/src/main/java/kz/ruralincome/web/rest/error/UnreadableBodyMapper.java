package kz.ruralincome.web.rest.error;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import kz.ruralincome.web.language.LanguageFilter;

/** A body that is no JSON, or not the JSON that the call takes. */
@Provider
public class UnreadableBodyMapper implements ExceptionMapper<ProcessingException> {

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(ProcessingException unreadable) {
        return Problem.of(400, "request.unreadable", LanguageFilter.languageOf(request))
                .toResponse();
    }
}
