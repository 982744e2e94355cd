package kz.ruralincome.web.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Addresses of the API as callers know them, whatever this server is called: below {@code PILOT_PUBLIC_URL}. */
@ApplicationScoped
public class PublicAddress {

    private final String base;

    public PublicAddress() {
        this("http://localhost:8080/");
    }

    @Inject
    public PublicAddress(
            @ConfigProperty(name = "pilot.public.url", defaultValue = "http://localhost:8080/") String base) {
        this.base = base;
    }

    /** The address of these segments of a path, of whatever letters they are. */
    public URI of(String... segments) {
        return URI.create(base + "api/v1/"
                + Arrays.stream(segments).map(PublicAddress::encoded).collect(Collectors.joining("/")));
    }

    /** A slash is part of its segment, and one of dots alone means no other folder. */
    static String encoded(String segment) {
        String text = URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
        return text.equals(".") || text.equals("..") ? text.replace(".", "%2E") : text;
    }
}
