package kz.ruralincome.web.rest.error;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import kz.ruralincome.domain.credit.MalformedJson;
import kz.ruralincome.web.language.LanguageFilter;

/** What a lender sent is no JSON object; the code says why. */
@Provider
public class MalformedLoanMapper implements ExceptionMapper<MalformedJson> {

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(MalformedJson malformed) {
        return Problem.of(400, malformed.code(), LanguageFilter.languageOf(request))
                .toResponse();
    }
}
