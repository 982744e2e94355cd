package kz.ruralincome.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.account.SignIn;

/** Begins and ends the session of a person. */
@RequestScoped
public class PageSession {

    @Inject
    private SignIn door;

    @Inject
    private HttpServletRequest request;

    /** Whether name and password opened a session; machines have none. */
    public boolean begin(String name, String password) {
        var access = door.signIn(name, password).filter(Access::usesPages);
        access.ifPresent(known -> {
            request.getSession(true);
            request.changeSessionId(); // a number that somebody planted before is worth nothing
            request.getSession().setAttribute(PilotAuthentication.SESSION_ACCOUNT, known.account());
        });
        return access.isPresent();
    }

    public void end() {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
