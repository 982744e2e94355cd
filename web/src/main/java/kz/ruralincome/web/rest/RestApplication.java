package kz.ruralincome.web.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The door for programs: everything under {@code /api/v1}. */
@ApplicationPath("api/v1")
public class RestApplication extends Application {

    /** The one description of the API is the OpenAPI document. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
