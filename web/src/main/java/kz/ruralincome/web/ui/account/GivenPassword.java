package kz.ruralincome.web.ui.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** A temporary password on its way to the page that shows it, once. */
@RequestScoped
public class GivenPassword {

    private static final String ONCE = "pilot.password-once";

    @Inject
    private HttpServletRequest request;

    void keep(String account, String password) {
        request.getSession().setAttribute(ONCE, new MachinesPage.Given(account, password));
    }

    /** The password that was just given out for the account; null when none was. It is not to be had again. */
    MachinesPage.Given take(String account) {
        var session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(ONCE) instanceof MachinesPage.Given given)
                || !given.account().equals(account)) {
            return null;
        }
        session.removeAttribute(ONCE);
        return given;
    }
}
