package kz.ruralincome.web.ui.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import kz.ruralincome.web.security.PageSession;

/** Backs the link that ends a session, on every page. */
@Named
@RequestScoped
public class SignOutPage {

    @Inject
    private PageSession session;

    /** Ends the session. */
    public String leave() {
        session.end();
        return "/account/sign-in.xhtml?faces-redirect=true";
    }
}
