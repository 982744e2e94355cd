package kz.ruralincome.web.ui.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import kz.ruralincome.domain.account.OwnPassword;
import kz.ruralincome.domain.account.PasswordRule;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.web.gate.Callers;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.security.PageSession;
import kz.ruralincome.web.ui.layout.Asked;

/** Backs {@code account/password.xhtml}: everybody's own password. */
@Named
@RequestScoped
public class PasswordPage {

    @Inject
    private OwnPassword passwords;

    @Inject
    private PageSession session;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Callers callers;

    @Inject
    private HttpServletRequest request;

    @Inject
    private ExternalContext external;

    private final Asked asked = new Asked();

    private String current;
    private String wanted;
    private String again;
    private String from;

    /** Changes the password and goes on to where the caller wanted to be; without such a place the page says that it is done. */
    public String change() throws IOException {
        String next = text(wanted);
        if (!next.equals(text(again))) {
            asked.refused(new InvalidRequest("again", "account.password.again-differs"));
            return null;
        }
        try {
            passwords.change(
                    access.get(), session.number().orElseThrow(), text(current), next, callers.addressOf(request));
        } catch (InvalidRequest refusal) {
            asked.refused(refusal);
            return null;
        }
        String target = SignInPage.isOurs(from) ? from : "/account/password.xhtml?done=1";
        external.redirect(external.getRequestContextPath() + target);
        return null;
    }

    private static String text(String typed) {
        return typed == null ? "" : typed;
    }

    public List<String> getRefusals() {
        return asked.sentences(language);
    }

    /** The rules in words, for the hint of the field. */
    public String getRules() {
        return language.say("account.password.rules", PasswordRule.SHORTEST);
    }

    public String getCurrent() {
        return current;
    }

    public void setCurrent(String current) {
        this.current = current;
    }

    public String getWanted() {
        return wanted;
    }

    public void setWanted(String wanted) {
        this.wanted = wanted;
    }

    public String getAgain() {
        return again;
    }

    public void setAgain(String again) {
        this.again = again;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }
}
