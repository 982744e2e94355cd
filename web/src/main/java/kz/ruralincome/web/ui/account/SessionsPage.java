package kz.ruralincome.web.ui.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.account.OpenSession;
import kz.ruralincome.domain.account.SignInHold;
import kz.ruralincome.domain.account.Users;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.security.PageSession;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;

/** Backs {@code account/sessions.xhtml} and the table of sessions on an account's page: who is there, and who is held up. */
@Named
@RequestScoped
public class SessionsPage {

    @Inject
    private Users users;

    @Inject
    private CurrentAccess access;

    @Inject
    private PageSession own;

    @Inject
    private HttpServletRequest request;

    private List<OpenSession> all;
    private List<SignInHold> holds;

    public void load() {
        Access.demand(access.get().administers());
    }

    public List<OpenSession> getAll() {
        if (all == null) {
            all = users.sessions(Optional.empty(), access.get());
        }
        return all;
    }

    public List<SignInHold> getHolds() {
        if (holds == null) {
            holds = users.holds(Optional.empty(), access.get());
        }
        return holds;
    }

    /** The accounts that are held up, by name. */
    public List<String> getHeld() {
        return getHolds().stream().map(SignInHold::account).distinct().toList();
    }

    /** Whether the session is the one in which the page is looked at. */
    public boolean isOwn(OpenSession session) {
        return own.number().filter(session.id()::equals).isPresent();
    }

    /** Ends the session that the form names: a row may stand elsewhere by now, so its place says nothing. */
    public String end() {
        try {
            users.endSession(UUID.fromString(String.valueOf(request.getParameter("session"))), access.get());
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundException("account");
        }
        return Asked.text(request.getParameter("name"))
                .map(name -> Address.of("/account/user.xhtml").with("name", name) + "&faces-redirect=true")
                .orElse("/account/sessions.xhtml?faces-redirect=true");
    }

    /** Lifts the holds on the account that the form names. */
    public String unlock() {
        users.unlock(String.valueOf(request.getParameter("account")), access.get());
        return "/account/sessions.xhtml?faces-redirect=true";
    }
}
