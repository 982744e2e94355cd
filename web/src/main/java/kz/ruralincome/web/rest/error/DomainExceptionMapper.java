package kz.ruralincome.web.rest.error;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import kz.ruralincome.domain.credit.BatchTooLarge;
import kz.ruralincome.domain.credit.SenderTooSlow;
import kz.ruralincome.domain.credit.StaleVersion;
import kz.ruralincome.domain.shared.AccessRefused;
import kz.ruralincome.domain.shared.DomainException;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.language.LanguageFilter;

/** The one place where the meaning of a refusal becomes an HTTP status. */
@Provider
public class DomainExceptionMapper implements ExceptionMapper<DomainException> {

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(DomainException refusal) {
        var language = LanguageFilter.languageOf(request);
        if (refusal instanceof InvalidRequest invalid) {
            return Problem.of(invalid.errors(), language).toResponse();
        }
        return Problem.of(statusOf(refusal), refusal.code(), refusal.arguments(), language)
                .toResponse();
    }

    static int statusOf(DomainException refusal) {
        if (refusal instanceof NotFoundException) {
            return 404;
        }
        if (refusal instanceof StaleVersion) {
            return 412;
        }
        if (refusal instanceof BatchTooLarge) {
            return 413;
        }
        if (refusal instanceof SenderTooSlow) {
            return 408;
        }
        return refusal instanceof AccessRefused ? 403 : 409;
    }
}
