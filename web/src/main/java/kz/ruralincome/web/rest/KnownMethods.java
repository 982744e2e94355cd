package kz.ruralincome.web.rest;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** No answer that the OpenAPI document does not know: JAX-RS would describe itself to whoever asks for {@code OPTIONS}. */
@Provider
@PreMatching
public class KnownMethods implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getMethod().equals("OPTIONS")) {
            throw new NotAllowedException("GET", new String[] {"HEAD", "POST", "PUT"});
        }
    }
}
