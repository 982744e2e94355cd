package kz.ruralincome.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.account.PageSessions;
import kz.ruralincome.domain.account.SessionAnswer;
import kz.ruralincome.domain.account.SignIn;
import kz.ruralincome.domain.account.SignInAnswer;
import kz.ruralincome.web.gate.Callers;
import kz.ruralincome.web.language.LanguageFilter;
import kz.ruralincome.web.rest.error.Problem;

/** Decides on every request who it is from, and turns away those that nobody stands behind. */
@ApplicationScoped
public class PilotAuthentication implements HttpAuthenticationMechanism {

    /** Where the number of a person's session is kept in that of the container. */
    static final String SESSION = "pilot.session";

    private static final String API = "/api/";
    private static final int TOO_MANY = 429;
    private static final String SIGN_IN_PAGE = "/account/sign-in.xhtml";
    private static final String PASSWORD_PAGE = "/account/password.xhtml";
    private static final String SIGN_OUT = "/account/sign-out";
    private static final String ALIVE = "/account/alive";

    @Inject
    private SignIn door;

    @Inject
    private PageSessions sessions;

    @Inject
    private Callers callers;

    @Inject
    private RateLimit limit;

    @Inject
    private CallTrail trail;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String path = PageHeaders.pathOf(request);
        return path.startsWith(API) || path.equals("/api")
                ? program(request, response, context)
                : person(path, request, response, context);
    }

    private AuthenticationStatus program(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        var given = BasicCredentials.of(request.getHeader("Authorization"));
        var answer = given.map(login -> door.signIn(login.name(), login.password(), callers.addressOf(request)));
        var access = answer.flatMap(SignInAnswer::access);
        if (access.isPresent() && answer.get().mustChange()) {
            Problem.write(response, Problem.of(403, "access.must-change", LanguageFilter.languageOf(request)));
            return AuthenticationStatus.SEND_FAILURE;
        }
        if (access.isPresent()) {
            var wait = limit.take(access.get().account());
            if (wait.isPresent()) {
                trail.note(request, access.get(), TOO_MANY, 0);
                return later(wait.get(), "access.too-many-calls", request, response);
            }
            return known(access.get(), request, context);
        }
        var later = answer.flatMap(SignInAnswer::later);
        given.ifPresent(login -> trail.noteRefusal(
                request, login.name(), later.isPresent() ? TOO_MANY : HttpServletResponse.SC_UNAUTHORIZED));
        if (later.isPresent()) {
            return later(later.get(), "access.too-many-attempts", request, response);
        }
        response.setHeader("WWW-Authenticate", "Basic realm=\"Rural Income Pilot\", charset=\"UTF-8\"");
        Problem.write(response, Problem.of(401, "access.credentials", LanguageFilter.languageOf(request)));
        return AuthenticationStatus.SEND_FAILURE;
    }

    private static AuthenticationStatus later(
            Duration wait, String code, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Retry-After", Long.toString(secondsOf(wait)));
        Problem.write(response, Problem.of(TOO_MANY, code, LanguageFilter.languageOf(request), secondsOf(wait)));
        return AuthenticationStatus.SEND_FAILURE;
    }

    /** Whole seconds, so that it is not too early. */
    private static long secondsOf(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    private AuthenticationStatus person(
            String path, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        var session = Optional.ofNullable(request.getSession(false));
        var answer = session.map(open -> (UUID) open.getAttribute(SESSION))
                .flatMap(sessions::use)
                .filter(found -> found.access().usesPages());
        if (answer.filter(SessionAnswer::mustChange).isPresent() && !isOpenToTemporaryPasswords(path)) {
            redirect(PASSWORD_PAGE, path, request, response);
            return AuthenticationStatus.SEND_CONTINUE;
        }
        if (answer.isPresent()) {
            request.setAttribute(SessionAnswer.class.getName(), answer.get());
            return known(answer.get().access(), request, context);
        }
        if (isOpen(path)) {
            return context.doNothing();
        }
        redirect(SIGN_IN_PAGE, path, request, response);
        return AuthenticationStatus.SEND_CONTINUE;
    }

    private static boolean isOpen(String path) {
        return path.equals(SIGN_IN_PAGE)
                || path.startsWith("/jakarta.faces.resource/")
                || path.startsWith("/resources/")
                || path.equals("/error")
                || path.equals("/health")
                || path.startsWith("/health/")
                || path.equals("/metrics")
                || path.equals("/openapi")
                || path.equals("/favicon.ico");
    }

    private static boolean isOpenToTemporaryPasswords(String path) {
        return isOpen(path) || path.equals(PASSWORD_PAGE) || path.equals(SIGN_OUT) || path.equals(ALIVE);
    }

    private static AuthenticationStatus known(Access access, HttpServletRequest request, HttpMessageContext context) {
        request.setAttribute(Access.class.getName(), access);
        return context.notifyContainerAboutLogin(
                access.account(), Set.of(access.role().name()));
    }

    /** A session that ended in the middle of the work comes back to where it was. */
    private static void redirect(String page, String path, HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String from = path.equals("/") ? "" : "?from=" + URLEncoder.encode(path + query, StandardCharsets.UTF_8);
        String target = request.getContextPath() + page + from;
        try {
            if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
                response.setContentType("text/xml;charset=UTF-8");
                response.getWriter()
                        .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                                + target.replace("&", "&amp;") + "\"/></partial-response>");
            } else {
                // A path: behind a proxy this server does not know the address that the browser uses.
                response.setStatus(HttpServletResponse.SC_FOUND);
                response.setHeader("Location", target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Name and password of an {@code Authorization: Basic} header (RFC 7617, UTF-8). */
    record BasicCredentials(String name, String password) {

        static Optional<BasicCredentials> of(String header) {
            if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
                return Optional.empty();
            }
            try {
                String pair = new String(
                        Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
                int colon = pair.indexOf(':');
                return colon < 0
                        ? Optional.empty()
                        : Optional.of(new BasicCredentials(pair.substring(0, colon), pair.substring(colon + 1)));
            } catch (IllegalArgumentException notBase64) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
