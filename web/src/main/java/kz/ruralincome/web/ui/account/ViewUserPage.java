package kz.ruralincome.web.ui.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.account.OpenSession;
import kz.ruralincome.domain.account.Role;
import kz.ruralincome.domain.account.SignInHold;
import kz.ruralincome.domain.account.User;
import kz.ruralincome.domain.account.Users;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;

/** Backs {@code account/user.xhtml}: one account of a person, and what an administrator may do with it. */
@Named
@RequestScoped
public class ViewUserPage {

    @Inject
    private Users users;

    @Inject
    private UserWords words;

    @Inject
    private GivenSecret passwords;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private HttpServletRequest request;

    private final Asked asked = new Asked();

    private String name;
    private User user;
    private GivenSecret.Given given;
    private Role role;
    private String territory;
    private String reason;

    @PostConstruct
    void begin() {
        Access.demand(access.get().administers());
        name = Asked.text(request.getParameter("name")).orElse("");
        role = getUser().role();
        territory = getUser().territory().map("%09d"::formatted).orElse("");
    }

    public void load() {
        given = passwords.take(name::equals);
    }

    public User getUser() {
        if (user == null) {
            user = users.one(name, access.get());
        }
        return user;
    }

    public List<OpenSession> getSessions() {
        return users.sessions(Optional.of(name), access.get());
    }

    public List<SignInHold> getHolds() {
        return users.holds(Optional.of(name), access.get());
    }

    public String change() {
        return act(() -> users.change(name, role, words.unit(territory), access.get()));
    }

    public String grant() {
        return act(() -> users.grantPersons(name, reason == null ? "" : reason, access.get()));
    }

    public String deny() {
        return act(() -> users.denyPersons(name, access.get()));
    }

    public String reset() {
        return act(() -> passwords.keep(name, users.resetPassword(name, access.get())));
    }

    public String unlock() {
        return act(() -> users.unlock(name, access.get()));
    }

    /** Closes the account, or opens it again, as the button said: somebody else may have done so meanwhile. */
    public String toggle() {
        boolean active = "true".equals(request.getParameter("active"));
        return act(() -> users.activate(name, active, access.get()));
    }

    private String act(Runnable action) {
        user = null;
        return asked.goOn(() -> {
            action.run();
            return Address.of("/account/user.xhtml").with("name", name) + "&faces-redirect=true";
        });
    }

    /** Whether it is the administrator's own: its password is changed on the page for that. */
    public boolean isOwn() {
        return name.equals(access.get().account());
    }

    /** What this account did and saw. */
    public String getTrail() {
        return Address.of("/trail/trail.xhtml").with("account", name).toString();
    }

    public GivenSecret.Given getGiven() {
        return given;
    }

    public List<String> getRefusals() {
        return asked.sentences(language);
    }

    public int getLongestReason() {
        return Users.LONGEST_REASON;
    }

    public String getName() {
        return name;
    }

    public Role getRole() {
        return role;
    }

    /** A form without a role leaves it as it is. */
    public void setRole(Role role) {
        this.role = role == null ? this.role : role;
    }

    public String getTerritory() {
        return territory;
    }

    public void setTerritory(String territory) {
        this.territory = territory;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
