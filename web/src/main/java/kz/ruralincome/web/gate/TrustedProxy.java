package kz.ruralincome.web.gate;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * Believes what a proxy in front says about the caller ({@code X-Forwarded-For}, {@code X-Forwarded-Proto}), if it is
 * one of {@code PILOT_TRUSTED_PROXIES}; from anybody else these headers are only text.
 *
 * <p>Redirects leave as paths, so that they lead back to the address the browser knows, whatever this server is called.
 */
public class TrustedProxy implements Filter {

    @Inject
    private Callers callers;

    public TrustedProxy() {
        // for the container
    }

    TrustedProxy(Callers callers) {
        this.callers = callers;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        chain.doFilter(callers.isProxy(http) ? new Forwarded(http) : http, new RelativeRedirects((HttpServletResponse)
                response));
    }

    private final class Forwarded extends HttpServletRequestWrapper {
        private final String caller;
        private final boolean secure;

        Forwarded(HttpServletRequest request) {
            super(request);
            this.caller = callers.addressOf(request);
            this.secure = "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
        }

        @Override
        public String getRemoteAddr() {
            return caller;
        }

        @Override
        public String getRemoteHost() {
            return caller;
        }

        @Override
        public boolean isSecure() {
            return secure || super.isSecure();
        }

        @Override
        public String getScheme() {
            return secure ? "https" : super.getScheme();
        }
    }

    private static final class RelativeRedirects extends HttpServletResponseWrapper {

        RelativeRedirects(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendRedirect(String location) throws IOException {
            if (location.startsWith("/")) {
                resetBuffer();
                setStatus(SC_FOUND);
                setHeader("Location", location);
                flushBuffer();
            } else {
                super.sendRedirect(location);
            }
        }
    }
}
