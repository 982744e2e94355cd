package kz.ruralincome.web.ui.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.account.Role;
import kz.ruralincome.domain.account.User;
import kz.ruralincome.domain.account.Users;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;

/** Backs {@code account/users.xhtml}: the accounts of people, and a new one. */
@Named
@RequestScoped
public class UsersPage {

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

    private final Asked asked = new Asked();

    private List<User> all;
    private String name;
    private Role role = Role.COORDINATOR;
    private String territory;

    public void load() {
        Access.demand(access.get().administers());
    }

    public List<User> getAll() {
        if (all == null) {
            all = users.all(access.get());
        }
        return all;
    }

    /** Opens an account; its page shows the temporary password, once. */
    public String open() {
        String wanted = name == null ? "" : name.strip();
        return asked.goOn(() -> {
            passwords.keep(wanted, users.open(wanted, role, words.unit(territory), access.get()));
            return pageOf(wanted) + "&faces-redirect=true";
        });
    }

    public String pageOf(String account) {
        return Address.of("/account/user.xhtml").with("name", account).toString();
    }

    public List<String> getRefusals() {
        return asked.sentences(language);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
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
}
