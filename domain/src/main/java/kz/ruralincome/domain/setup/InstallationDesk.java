package kz.ruralincome.domain.setup;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import kz.ruralincome.domain.account.FirstAccounts;
import kz.ruralincome.domain.shared.BusinessCalendar;

/** Notes what the first start has done; each method is one transaction. */
@Stateless
public class InstallationDesk {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ReferenceData reference;

    @Inject
    private FirstAccounts accounts;

    /**
     * The installation of this database; an empty one is begun: reference data and first accounts in one transaction,
     * whichever node comes first.
     *
     * @param lastDay stands in for today when the sample is the region
     * @param password of the sample accounts, or of the first administrator
     */
    public Installation begin(Installation.Sample sample, LocalDate lastDay, Optional<String> password) {
        reference.bring(); // holds the other nodes off until this transaction ends
        var standing = entities.find(Installation.class, true);
        if (standing != null) {
            return standing;
        }
        if (accounts.areMissing()) {
            String secret = password.orElseThrow(() -> new IllegalStateException(
                    "no password for the first accounts: set PILOT_SAMPLE_PASSWORD or PILOT_ADMIN_PASSWORD"));
            if (sample == Installation.Sample.NONE) {
                accounts.addAdministrator(secret);
            } else {
                accounts.addSamples(secret);
            }
        }
        var begun = new Installation(sample, sample == Installation.Sample.REGION ? lastDay : null);
        entities.persist(begun);
        return begun;
    }

    /** The database holds all that it begins with. */
    public void complete() {
        var installation = entities.find(Installation.class, true);
        installation.complete(OffsetDateTime.now(BusinessCalendar.ZONE));
    }
}
