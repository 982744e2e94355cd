package kz.ruralincome.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.account.PageSessions;
import kz.ruralincome.domain.account.SignIn;
import kz.ruralincome.web.gate.Callers;

/** Begins and ends the session of a person. */
@RequestScoped
public class PageSession {

    @Inject
    private SignIn door;

    @Inject
    private PageSessions sessions;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Callers callers;

    /** Whether name and password opened a session; machines have none. */
    public Outcome begin(String name, String password) {
        var answer = door.signIn(name, password, callers.addressOf(request));
        var access = answer.access().filter(Access::usesPages);
        if (access.isPresent()) {
            var begun = sessions.begin(access.get().account(), callers.addressOf(request), answer.readAt());
            if (begun.isEmpty()) {
                return Outcome.REFUSED;
            }
            end(); // of whoever sat here before, with all that it kept; a number that somebody planted goes, too
            request.getSession(true).setAttribute(PilotAuthentication.SESSION, begun.get());
            return answer.mustChange() ? Outcome.MUST_CHANGE : Outcome.OPENED;
        }
        return answer.later().isPresent() ? Outcome.LATER : Outcome.REFUSED;
    }

    /** What became of an attempt to sign in. */
    public enum Outcome {
        OPENED,
        /** The password is temporary. */
        MUST_CHANGE,
        REFUSED,
        LATER
    }

    public void end() {
        var session = request.getSession(false);
        if (session != null) {
            number().ifPresent(sessions::end);
            session.invalidate();
        }
    }

    /** The number of the session that the request belongs to. */
    public Optional<UUID> number() {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> (UUID) session.getAttribute(PilotAuthentication.SESSION));
    }
}
