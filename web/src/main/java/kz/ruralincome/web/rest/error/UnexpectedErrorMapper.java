package kz.ruralincome.web.rest.error;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.ejb.EJBException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import kz.ruralincome.domain.shared.DomainException;
import kz.ruralincome.web.language.LanguageFilter;

/** What nobody foresaw: the caller gets a number under which the log tells what it was. */
@Provider
public class UnexpectedErrorMapper implements ExceptionMapper<Exception> {

    private static final System.Logger LOG = System.getLogger(UnexpectedErrorMapper.class.getName());

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(Exception failure) {
        if (failure instanceof EJBException && failure.getCause() instanceof DomainException refusal) {
            return Problem.of(
                            DomainExceptionMapper.statusOf(refusal),
                            refusal.code(),
                            refusal.arguments(),
                            LanguageFilter.languageOf(request))
                    .toResponse();
        }
        String incident = UUID.randomUUID().toString();
        LOG.log(ERROR, "Incident " + incident, failure);
        return Problem.of(500, "server.failed", LanguageFilter.languageOf(request), incident)
                .toResponse();
    }
}
