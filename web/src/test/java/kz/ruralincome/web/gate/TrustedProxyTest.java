package kz.ruralincome.web.gate;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrustedProxyTest {

    private final TrustedProxy filter = new TrustedProxy(new Callers(Optional.of("10.0.0.1, 10.0.0.2")));
    private final Map<String, String> headers = new HashMap<>();

    @Test
    void believesTheProxyItKnows() throws Exception {
        headers.put("X-Forwarded-For", "203.0.113.9");
        headers.put("X-Forwarded-Proto", "https");

        assertThat(seenFrom("10.0.0.1")).isEqualTo("203.0.113.9 https true");
    }

    @Test
    void believesNobodyElse() throws Exception {
        headers.put("X-Forwarded-For", "203.0.113.9");
        headers.put("X-Forwarded-Proto", "https");

        assertThat(seenFrom("198.51.100.7")).isEqualTo("198.51.100.7 http false");
    }

    @Test
    void takesTheLastHopThatNoTrustedProxyMade() throws Exception {
        headers.put("X-Forwarded-For", "192.0.2.66, 203.0.113.9, 10.0.0.2");

        assertThat(seenFrom("10.0.0.1")).startsWith("203.0.113.9 ");
    }

    private String seenFrom(String peer) throws Exception {
        String[] seen = new String[1];
        filter.doFilter(request(peer), nothing(HttpServletResponse.class), (request, response) -> {
            HttpServletRequest http = (HttpServletRequest) request;
            seen[0] = http.getRemoteAddr() + " " + http.getScheme() + " " + http.isSecure();
        });
        return seen[0];
    }

    private HttpServletRequest request(String peer) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> peer;
                    case "getScheme" -> "http";
                    case "isSecure" -> false;
                    case "getHeader" -> headers.get((String) arguments[0]);
                    default -> null;
                });
    }

    private <T> T nothing(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null));
    }
}
