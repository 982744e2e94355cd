package kz.ruralincome.web.security;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * What browsers must know about our pages: they load nothing from elsewhere, run no script that stands in the page, are
 * shown in no frame, and those that may name a person are kept nowhere. A form of another site cannot post to us.
 */
public class PageHeaders implements Filter {

    private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var asked = (HttpServletRequest) request;
        var answer = (HttpServletResponse) response;
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("Referrer-Policy", "same-origin");
        String path = pathOf(asked);
        if (isOfPages(path)) {
            // what forms send to servlets; for all requests, the container would put it in the place of what calls say
            asked.setCharacterEncoding(StandardCharsets.UTF_8.name());
            answer.setHeader("Content-Security-Policy", POLICY);
            answer.setHeader("X-Frame-Options", "DENY");
            answer.setHeader(
                    "Cache-Control", isVersioned(asked, path) ? "public, max-age=31536000, immutable" : "no-store");
            if (comesFromAnotherSite(asked)) {
                answer.sendError(HttpServletResponse.SC_FORBIDDEN);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    /** The path as the container has decoded it and chosen what answers: {@code /%61pi} is {@code /api}. */
    static String pathOf(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }

    private static boolean isOfPages(String path) {
        return !path.startsWith("/api/")
                && !path.startsWith("/health")
                && !path.startsWith("/metrics")
                && !path.startsWith("/openapi");
    }

    /** Files whose address changes with their content. */
    private static boolean isVersioned(HttpServletRequest request, String path) {
        return path.startsWith("/_static/") || path.startsWith("/resources/") && request.getParameter("v") != null;
    }

    private static boolean comesFromAnotherSite(HttpServletRequest request) {
        if (HARMLESS.contains(request.getMethod())) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin != null && !isHost(origin, request.getHeader("Host"));
    }

    /** For browsers that do not say where a request comes from. */
    static boolean isHost(String origin, String host) {
        try {
            return URI.create(origin).getRawAuthority() != null
                    && URI.create(origin).getRawAuthority().equalsIgnoreCase(host);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
