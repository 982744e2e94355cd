package kz.ruralincome.domain.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** The door at which names and passwords become an {@link Access}. */
@Stateless
public class SignIn {

    /** Verified for an account that does not exist, so that its answer takes as long as that of one that does. */
    private static final String NOBODYS_HASH = PasswordHash.of("nobody");

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private VerifiedPasswords verified;

    /** The access of the account, if the password is its own and it is active. */
    public Optional<Access> signIn(String name, String password) {
        var account = find(name);
        String hash = account.map(Account::passwordHash).orElse(NOBODYS_HASH);
        if (!verified.holds(name, password, hash) && !PasswordHash.matches(password, hash)) {
            return Optional.empty();
        }
        account.ifPresent(found -> verified.remember(name, password, hash));
        return account.map(Account::access);
    }

    /** The access of an account that has signed in before; empty once it was closed. */
    public Optional<Access> accessOf(String name) {
        return find(name).map(Account::access);
    }

    private Optional<Account> find(String name) {
        return entities.createQuery("select a from Account a where a.name = :name and a.active = true", Account.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }
}
