package kz.ruralincome.web.ui.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.function.Predicate;

/** A temporary password, or the secret of a machine, on its way to the page that shows it, once. */
@RequestScoped
public class GivenSecret {

    private static final String ONCE = "pilot.secret-once";

    @Inject
    private HttpServletRequest request;

    /** What was given out, and for whom. */
    public record Given(String account, String secret) implements Serializable {

        /** Without the secret, for logs. */
        @Override
        public String toString() {
            return account;
        }
    }

    void keep(String account, String secret) {
        request.getSession().setAttribute(ONCE, new Given(account, secret));
    }

    /**
     * What was just given out, which is not to be had again; null when nothing was.
     *
     * @param shown whether the page is of that account
     */
    Given take(Predicate<String> shown) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(ONCE) instanceof Given given) || !shown.test(given.account())) {
            return null;
        }
        session.removeAttribute(ONCE);
        return given;
    }
}
