package kz.ruralincome.domain.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;

/** The organisations that lend in the pilot. */
@Stateless
public class Lenders {

    private static final String NAME = "[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?";
    private static final int LONGEST = 120;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AuditTrail audit;

    /** All of them, by code. */
    public List<LenderName> all(Access access) {
        Access.demand(access.seesFigures());
        return entities.createQuery("select l from Lender l order by l.code", Lender.class)
                .getResultStream()
                .map(Lender::summary)
                .toList();
    }

    /**
     * Takes up a lender.
     *
     * @param code its name in answers, which stays
     */
    public void add(
            String code, Lender.Kind kind, String kazakh, String russian, String english, Access administrator) {
        Access.demand(administrator.administers());
        List<FieldError> errors = new ArrayList<>();
        checkName("code", code, errors);
        if (errors.isEmpty() && find(entities, code).isPresent()) {
            errors.add(new FieldError("code", "lender.code-taken", List.of(code)));
        }
        Map.of("kazakh", kazakh, "russian", russian, "english", english).forEach((field, name) -> {
            if (name.isBlank() || name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
                errors.add(new FieldError(field, "lender.name", List.of(LONGEST)));
            }
        });
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
        entities.persist(new Lender(code, kind, kazakh.strip(), russian.strip(), english.strip()));
        audit.note(administrator.account(), "lender.added", "{\"lender\": \"" + code + "\"}");
    }

    static Optional<Lender> find(EntityManager entities, String code) {
        return entities.createQuery("select l from Lender l where l.code = :code", Lender.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    /** Names that stand in addresses, logs and commands without quotes. */
    static void checkName(String field, String name, List<FieldError> errors) {
        if (!name.matches(NAME)) {
            errors.add(new FieldError(field, "account.name-format", List.of()));
        }
    }
}
