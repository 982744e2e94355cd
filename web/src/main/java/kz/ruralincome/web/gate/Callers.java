package kz.ruralincome.web.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** From which address a request comes: what a proxy of {@code PILOT_TRUSTED_PROXIES} says of it counts, nobody else's word. */
@ApplicationScoped
public class Callers {

    private final Set<String> proxies;

    public Callers() {
        this(Optional.empty());
    }

    @Inject
    public Callers(@ConfigProperty(name = "pilot.trusted.proxies") Optional<String> addresses) {
        proxies = Arrays.stream(addresses.orElse("").split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a trusted proxy hands the request on. */
    public boolean isProxy(HttpServletRequest request) {
        return proxies.contains(request.getRemoteAddr());
    }

    /** The last address that no trusted proxy has put there is the caller's; those before it anyone may have made up. */
    public String addressOf(HttpServletRequest request) {
        if (!isProxy(request)) {
            return request.getRemoteAddr();
        }
        String[] hops = Optional.ofNullable(request.getHeader("X-Forwarded-For"))
                .orElse("")
                .split(",");
        for (int hop = hops.length - 1; hop >= 0; hop--) {
            String address = hops[hop].strip();
            if (!address.isEmpty() && !proxies.contains(address)) {
                return address;
            }
        }
        return request.getRemoteAddr();
    }
}
