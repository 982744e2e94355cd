package kz.ruralincome.web.rest.error;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.stream.Collectors;
import kz.ruralincome.web.language.LanguageFilter;

/** What JAX-RS itself refuses: an unknown path, a method, a media type, a parameter that cannot be read. */
@Provider
public class WebErrorMapper implements ExceptionMapper<WebApplicationException> {

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(WebApplicationException refusal) {
        int status = refusal.getResponse().getStatus();
        if (status < 400) {
            return refusal.getResponse();
        }
        var told = Problem.of(status, codeOf(status), LanguageFilter.languageOf(request))
                .toResponse();
        var allowed = refusal.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allowed == null
                ? told
                : Response.fromResponse(told)
                        .header(HttpHeaders.ALLOW, withoutOptions(allowed))
                        .build();
    }

    /** JAX-RS counts OPTIONS in, which is refused, see {@link kz.ruralincome.web.rest.PlainRequests}. */
    private static String withoutOptions(String allowed) {
        return Arrays.stream(allowed.split(","))
                .map(String::strip)
                .filter(method -> !method.equals(HttpMethod.OPTIONS))
                .collect(Collectors.joining(", "));
    }

    static String codeOf(int status) {
        return switch (status) {
            case 400 -> "request.unreadable";
            case 401 -> "access.credentials";
            case 403 -> "access.role";
            case 404 -> "path.not-found";
            case 405 -> "request.method";
            case 406 -> "request.accept";
            case 408 -> "request.too-slow";
            case 412 -> "request.stale";
            case 413 -> "request.too-large";
            case 415 -> "request.media-type";
            default -> status < 500 ? "request.refused" : "server.failed";
        };
    }
}
