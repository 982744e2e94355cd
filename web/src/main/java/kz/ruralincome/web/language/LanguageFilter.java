package kz.ruralincome.web.language;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Settles the language of a request: {@code ?lang=}, else what was chosen before, else what the browser prefers. */
public class LanguageFilter implements Filter {

    private static final String CHOICE = "lang";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        asked(request)
                .ifPresent(
                        language -> remember(language, (HttpServletRequest) request, (HttpServletResponse) response));
        chain.doFilter(request, response);
    }

    /** The language of the request, also of one that is turned away before it passes the filter. */
    public static Language languageOf(ServletRequest request) {
        var settled = (Language) request.getAttribute(Language.class.getName());
        if (settled == null) {
            var http = (HttpServletRequest) request;
            settled = asked(request)
                    .or(() -> chosenBefore(http))
                    .orElseGet(() -> Language.preferred(http.getHeader("Accept-Language")));
            request.setAttribute(Language.class.getName(), settled);
        }
        return settled;
    }

    private static Optional<Language> asked(ServletRequest request) {
        // the query alone: the body of a POST is its resource's to read
        String query = ((HttpServletRequest) request).getQueryString();
        return query == null
                ? Optional.empty()
                : Stream.of(query.split("&"))
                        .filter(pair -> pair.startsWith(CHOICE + "="))
                        .flatMap(pair -> Language.of(pair.substring(CHOICE.length() + 1)).stream())
                        .findFirst();
    }

    private static Optional<Language> chosenBefore(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(CHOICE))
                .flatMap(cookie -> Language.of(cookie.getValue()).stream())
                .findFirst();
    }

    private static void remember(Language language, HttpServletRequest request, HttpServletResponse response) {
        var cookie = new Cookie(CHOICE, language.code());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
