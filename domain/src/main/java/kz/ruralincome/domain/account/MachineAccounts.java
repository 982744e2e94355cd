package kz.ruralincome.domain.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;
import kz.ruralincome.domain.shared.NotFoundException;

/**
 * The administrator's door to the accounts of machines: opens them, gives out secrets that take over from each other,
 * revokes them. A secret is 256 bits of chance and is told once, to whoever asked for it.
 */
@Stateless
public class MachineAccounts {

    /** For so long at most the secrets of before hold beside a new one. */
    public static final Duration LONGEST_OVERLAP = Duration.ofDays(90);

    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AuditTrail audit;

    /** All of them, by name. */
    public List<MachineAccount> all(Access administrator) {
        Access.demand(administrator.administers());
        OffsetDateTime now = now();
        Map<Integer, LenderName> lenders = entities.createQuery("select l from Lender l", Lender.class)
                .getResultStream()
                .collect(Collectors.toMap(Lender::id, Lender::summary));
        Map<Account, List<Credential>> secrets = entities.createQuery(
                        "select c from Credential c order by c.id desc", Credential.class)
                .getResultStream()
                .collect(Collectors.groupingBy(Credential::account));
        return entities.createQuery("select a from Account a order by a.name", Account.class)
                .getResultStream()
                .filter(account -> account.role().isMachine())
                .map(account -> new MachineAccount(
                        account.name(),
                        account.role(),
                        account.lender().map(lenders::get),
                        account.isActive(),
                        secrets.getOrDefault(account, List.of()).stream()
                                .map(secret -> secret.summary(now))
                                .toList()))
                .toList();
    }

    /**
     * Opens an account and gives out its first secret.
     *
     * @param lender the code of the lender whose loans it reports; empty: it sends registry lists
     */
    public String open(String name, Optional<String> lender, Access administrator) {
        Access.demand(administrator.administers());
        List<FieldError> errors = new ArrayList<>();
        Lenders.checkName("name", name, errors);
        if (errors.isEmpty() && find(name).isPresent()) {
            errors.add(new FieldError("name", "account.name-taken", List.of(name)));
        }
        Optional<Lender> known = lender.flatMap(code -> Lenders.find(entities, code));
        if (lender.isPresent() && known.isEmpty()) {
            errors.add(new FieldError("lender", "lender.unknown", List.of()));
        }
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
        Account account =
                known.map(one -> Account.of(one, name)).orElseGet(() -> new Account(name, Role.REGISTRY, null, null));
        entities.persist(account);
        return give(account, "account.opened", administrator);
    }

    /** Gives out a new secret; those of before hold for the overlap yet, and no longer. */
    public String rotate(String name, Duration overlap, Access administrator) {
        Access.demand(administrator.administers());
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw new InvalidRequest("overlap", "account.overlap", LONGEST_OVERLAP.toDays());
        }
        Account account = machine(name);
        OffsetDateTime end = now().plus(overlap);
        entities.createQuery("select c from Credential c where c.account = :account", Credential.class)
                .setParameter("account", account)
                .getResultStream()
                .forEach(before -> before.endBy(end));
        return give(account, "account.rotated", administrator);
    }

    /** Makes a secret worthless at once. */
    public void revoke(int secret, Access administrator) {
        Access.demand(administrator.administers());
        Credential found = entities.find(Credential.class, secret);
        if (found == null) {
            throw new NotFoundException("account.secret");
        }
        found.revoke(administrator.account(), now());
        note(found.account(), "account.revoked", administrator);
    }

    /** Closes an account, whatever secrets it has, or opens it again. */
    public void activate(String name, boolean active, Access administrator) {
        Access.demand(administrator.administers());
        Account account = machine(name);
        account.activate(active);
        note(account, active ? "account.reopened" : "account.closed", administrator);
    }

    private String give(Account account, String action, Access administrator) {
        byte[] chance = new byte[SECRET_BYTES];
        RANDOM.nextBytes(chance);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(chance);
        entities.persist(new Credential(account, PasswordHash.of(secret), administrator.account()));
        note(account, action, administrator);
        return secret;
    }

    /** Names of accounts are in the trail; they are no names of persons. */
    private void note(Account account, String action, Access administrator) {
        audit.note(administrator.account(), action, "{\"machine\": \"" + account.name() + "\"}");
    }

    private Account machine(String name) {
        return find(name)
                .filter(account -> account.role().isMachine())
                .orElseThrow(() -> new NotFoundException("account"));
    }

    private Optional<Account> find(String name) {
        return entities.createQuery("select a from Account a where a.name = :name", Account.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(BusinessCalendar.ZONE);
    }
}
