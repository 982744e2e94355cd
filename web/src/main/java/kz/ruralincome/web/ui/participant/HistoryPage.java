package kz.ruralincome.web.ui.participant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.correction.FactBook;
import kz.ruralincome.domain.correction.FactHistory;
import kz.ruralincome.domain.credit.LoanFilter;
import kz.ruralincome.domain.credit.LoanListing;
import kz.ruralincome.domain.credit.LoanOrder;
import kz.ruralincome.domain.credit.LoanRegister;
import kz.ruralincome.domain.participant.Participants;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;

/** Backs {@code participant/history.xhtml}: everything that was ever said of a person, fact by fact; of loans, who says it. */
@Named
@RequestScoped
public class HistoryPage {

    @Inject
    private Participants people;

    @Inject
    private FactBook book;

    @Inject
    private LoanRegister register;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    private String id;
    private String name;
    private List<FactHistory> facts;
    private LoanListing loans;

    /** Opens the person; the look is noted by the doors. */
    public void load() {
        UUID person = identity();
        facts = book.of(person, access.get());
        loans = register.page(LoanFilter.of(person), LoanOrder.NEWEST, Optional.empty(), access.get());
        name = people.open(person, access.get()).summary().name();
    }

    private UUID identity() {
        try {
            return UUID.fromString(id == null ? "" : id);
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundException("participant");
        }
    }

    public String getName() {
        return language.personName(name);
    }

    public List<FactHistory> getFacts() {
        return facts;
    }

    public LoanListing getLoans() {
        return loans;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
