package kz.ruralincome.web.gate;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestGateTest {

    private final RequestGate gate = new RequestGate();
    private final List<Object> statuses = new ArrayList<>();

    @Test
    void countsARequestWhileItIsAnswered() throws Exception {
        gate.doFilter(null, response(), (request, response) -> statuses.add(gate.getInFlight()));

        assertThat(statuses).containsExactly(1);
        assertThat(gate.getInFlight()).isZero();
    }

    @Test
    void letsNobodyInOnceItIsShut() throws Exception {
        gate.shut();
        gate.doFilter(null, response(), (request, response) -> statuses.add("answered"));

        assertThat(statuses).containsExactly(503);
        assertThat(gate.getInFlight()).isZero();
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletResponse.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("setStatus")) {
                        statuses.add(arguments[0]);
                    }
                    return null;
                });
    }
}
