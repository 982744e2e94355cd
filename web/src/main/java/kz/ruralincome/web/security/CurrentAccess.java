package kz.ruralincome.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.account.Role;
import kz.ruralincome.domain.account.SessionAnswer;
import kz.ruralincome.domain.shared.AccessRefused;

/** The access of the request's caller, as {@link PilotAuthentication} found it. */
@Named("access")
@ApplicationScoped
public class CurrentAccess {

    @Inject
    private HttpServletRequest request;

    /** @throws AccessRefused if nobody has signed in */
    public Access get() {
        if (!isSignedIn()) {
            throw new AccessRefused("access.credentials");
        }
        return (Access) request.getAttribute(Access.class.getName());
    }

    /**
     * The access of a lender.
     *
     * @throws AccessRefused if the caller is none
     */
    public Access ofLender() {
        var caller = get();
        Access.demand(caller.role() == Role.LENDER);
        return caller;
    }

    public boolean isSignedIn() {
        return request.getAttribute(Access.class.getName()) != null;
    }

    /** Whether the password is temporary: nothing is open but the page that changes it. */
    public boolean isTemporary() {
        return request.getAttribute(SessionAnswer.class.getName()) instanceof SessionAnswer answer
                && answer.mustChange();
    }
}
