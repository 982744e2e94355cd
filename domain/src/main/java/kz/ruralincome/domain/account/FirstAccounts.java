package kz.ruralincome.domain.account;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The accounts that an empty database begins with. */
@Stateless
public class FirstAccounts {

    private static final int BAYZAK_DISTRICT = 313600000;

    @PersistenceContext
    private EntityManager entities;

    /** Whether nobody can sign in yet. */
    public boolean areMissing() {
        return entities.createQuery("select count(a) from Account a", Long.class)
                        .getSingleResult()
                == 0;
    }

    /** One account of each kind, all with one password: for the sample region and for tests. */
    public void addSamples(String password) {
        String hash = PasswordHash.of(password);
        entities.persist(new Account("admin", Role.ADMIN, null, hash));
        entities.persist(new Account("coordinator", Role.COORDINATOR, null, hash));
        entities.persist(new Account("coordinator-bayzak", Role.COORDINATOR, BAYZAK_DISTRICT, hash));
        entities.persist(new Account("akimat", Role.AKIMAT, null, hash));
        entities.persist(new Account("registry", Role.REGISTRY, null, hash));
        entities.persist(new Account("bank-a", Role.LENDER, null, hash));
        entities.persist(new Account("bank-b", Role.LENDER, null, hash));
    }

    /** The first administrator, who makes the others. */
    public void addAdministrator(String password) {
        entities.persist(new Account("admin", Role.ADMIN, null, PasswordHash.of(password)));
    }
}
