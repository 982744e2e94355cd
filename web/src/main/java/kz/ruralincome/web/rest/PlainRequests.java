package kz.ruralincome.web.rest;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/**
 * No answer that the OpenAPI document does not know: JAX-RS would describe itself to whoever asks for {@code OPTIONS}, and
 * would cut off what stands behind a semicolon in a path, so that a contract number is taken for another. A backslash is put
 * back where the gate before the container ({@code MalformedRequests}) has put something else in its place.
 */
@Provider
@PreMatching
public class PlainRequests implements ContainerRequestFilter {

    /** What stands for a backslash in a path that has come through the container, which refuses one. */
    private static final String BACKSLASH = "%EF%B7%90";

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getMethod().equals("OPTIONS")) {
            throw new NotAllowedException("GET", new String[] {"HEAD", "POST", "PUT"});
        }
        String path = request.getUriInfo().getPath(false);
        if (path.indexOf(';') >= 0) {
            throw new BadRequestException();
        }
        if (path.contains(BACKSLASH)) {
            String asked = request.getUriInfo().getRequestUri().toString();
            request.setRequestUri(URI.create(asked.replace(BACKSLASH, "%5C")));
        }
    }
}
