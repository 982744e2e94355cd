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
        addMachine(new Account("registry", Role.REGISTRY, null, null), hash);
        addLender(new Lender("spk", Lender.Kind.SPK, "Өңірлік ӘКК", "Региональная СПК", "Regional SPK"), hash);
        addLender(new Lender("bank-a", Lender.Kind.BANK, "А банкі", "Банк А", "Bank A"), hash);
        addLender(new Lender("bank-b", Lender.Kind.BANK, "Б банкі", "Банк Б", "Bank B"), hash);
    }

    private void addLender(Lender lender, String hash) {
        entities.persist(lender);
        entities.flush(); // gives it its number
        addMachine(Account.of(lender, lender.code()), hash);
    }

    private void addMachine(Account account, String hash) {
        entities.persist(account);
        entities.persist(new Credential(account, hash, "first start"));
    }

    /** The first administrator, who makes the others. */
    public void addAdministrator(String password) {
        entities.persist(new Account("admin", Role.ADMIN, null, PasswordHash.of(password)));
    }
}
