package kz.ruralincome.web.rest;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/**
 * No answer that the OpenAPI document does not know: JAX-RS would describe itself to whoever asks for {@code OPTIONS}, and
 * would cut off what stands behind a semicolon in a path, so that a contract number is taken for another.
 */
@Provider
@PreMatching
public class PlainRequests implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getMethod().equals("OPTIONS")) {
            throw new NotAllowedException("GET", new String[] {"HEAD", "POST", "PUT"});
        }
        if (request.getUriInfo().getPath(false).indexOf(';') >= 0) {
            throw new BadRequestException();
        }
    }
}
