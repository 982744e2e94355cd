package kz.ruralincome.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.account.SignIn;
import kz.ruralincome.web.gate.Callers;

/** Begins and ends the session of a person. */
@RequestScoped
public class PageSession {

    @Inject
    private SignIn door;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Callers callers;

    /** Whether name and password opened a session; machines have none. */
    public Outcome begin(String name, String password) {
        var answer = door.signIn(name, password, callers.addressOf(request));
        var access = answer.access().filter(Access::usesPages);
        access.ifPresent(known -> {
            request.getSession(true);
            request.changeSessionId(); // a number that somebody planted before is worth nothing
            request.getSession().setAttribute(PilotAuthentication.SESSION_ACCOUNT, known.account());
        });
        return access.isPresent() ? Outcome.OPENED : answer.later().isPresent() ? Outcome.LATER : Outcome.REFUSED;
    }

    /** What became of an attempt to sign in. */
    public enum Outcome {
        OPENED,
        REFUSED,
        LATER
    }

    public void end() {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
