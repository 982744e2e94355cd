package kz.ruralincome.web.ui.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import kz.ruralincome.web.security.PageSession;
import kz.ruralincome.web.ui.layout.Address;

/** Backs {@code account/sign-in.xhtml}. */
@Named
@RequestScoped
public class SignInPage {

    @Inject
    private PageSession session;

    @Inject
    private ExternalContext external;

    private String name;
    private String password;
    private String from;
    private PageSession.Outcome outcome;

    /** Signs in and goes on to where the caller wanted to be. */
    public String submit() throws IOException {
        outcome = session.begin(name == null ? "" : name, password == null ? "" : password);
        if (outcome == PageSession.Outcome.OPENED) {
            external.redirect(external.getRequestContextPath() + (isOurs(from) ? from : "/index.xhtml"));
        } else if (outcome == PageSession.Outcome.MUST_CHANGE) {
            var password = Address.of("/account/password.xhtml").with("from", isOurs(from) ? from : null);
            external.redirect(external.getRequestContextPath() + password);
        }
        return null;
    }

    /** A path of this program: an address of another site, also one like {@code //site}, is not followed. */
    static boolean isOurs(String path) {
        return path != null
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.indexOf('\\') < 0
                && path.chars().noneMatch(Character::isISOControl);
    }

    public boolean isRefused() {
        return outcome == PageSession.Outcome.REFUSED;
    }

    /** Too many attempts were wrong before. */
    public boolean isLater() {
        return outcome == PageSession.Outcome.LATER;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }
}
