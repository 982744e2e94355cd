package kz.ruralincome.web.gate;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Counts the requests that are being answered. Once shut, it sends new ones away with 503 and a hint to come back; the
 * server stops when those inside are through.
 */
public class RequestGate implements Filter, RequestGateMXBean {

    /** The launcher knows this name, too. */
    static final String NAME = "kz.ruralincome:type=RequestGate";

    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile boolean shut;

    @Override
    public void init(FilterConfig config) throws ServletException {
        try {
            ManagementFactory.getPlatformMBeanServer().registerMBean(this, new ObjectName(NAME));
        } catch (JMException e) {
            throw new ServletException(e);
        }
    }

    @Override
    public void destroy() {
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(NAME));
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        inFlight.incrementAndGet();
        try {
            if (shut) {
                sendAway((HttpServletResponse) response);
            } else {
                chain.doFilter(request, response);
            }
        } finally {
            inFlight.decrementAndGet();
        }
    }

    @Override
    public int getInFlight() {
        return inFlight.get();
    }

    @Override
    public void shut() {
        shut = true;
    }

    private static void sendAway(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", "10");
        response.setHeader("Connection", "close");
    }
}
