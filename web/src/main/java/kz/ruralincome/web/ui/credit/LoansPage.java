package kz.ruralincome.web.ui.credit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.credit.LoanListing;
import kz.ruralincome.domain.credit.LoanRegister;
import kz.ruralincome.domain.participant.PersonSearch;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;

/** Backs {@code credit/loans.xhtml}: the list of loans. An IIN is posted, and goes on to an address without it. */
@Named
@RequestScoped
public class LoansPage {

    private static final String PATH = "loans.xhtml";

    @Inject
    private LoanRegister register;

    @Inject
    private PersonSearch people;

    @Inject
    private LoanFilterForm form;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    private final Asked asked = new Asked();

    private String iin;
    private boolean read;
    private LoanListing listing;

    /** Reads the page that the address asks for. */
    public void load() {
        getListing();
    }

    private void read() {
        read = true;
        Access.demand(access.get().seesPersons());
        var filter = form.filter(asked);
        var order = form.order(asked);
        if (asked.isWrong()) {
            return;
        }
        try {
            listing = register.page(filter, order, Optional.ofNullable(form.value("cursor")), access.get());
        } catch (InvalidRequest refusal) {
            asked.refused(refusal);
        }
    }

    /** Goes on to the loans of whoever has the IIN. */
    public String findBorrower() {
        try {
            var found = people.byIin(iin == null ? "" : iin.replace(" ", ""), access.get())
                    .items();
            if (!found.isEmpty()) {
                return "/credit/loans.xhtml?faces-redirect=true&person="
                        + found.get(0).id();
            }
            throw new InvalidRequest("iin", "participant.nobody");
        } catch (InvalidRequest refusal) {
            getListing(); // it stays beside the refusal, which is none of it
            asked.refused(refusal);
            return null;
        }
    }

    public List<String> getErrors() {
        getListing(); // what the address says wrongly is found while it is read
        return asked.sentences(language);
    }

    /** Also when an IIN was refused, and the view is shown again without being loaded; null: the address makes no sense. */
    public LoanListing getListing() {
        if (!read) {
            read();
        }
        return listing;
    }

    public Address getHere() {
        return form.here(PATH);
    }

    public String getNext() {
        return listing.next()
                .map(next -> getHere().with("cursor", next).toString())
                .orElse(null);
    }

    public boolean isFirst() {
        return form.value("cursor") == null;
    }

    /** Whether the address narrows the list by something that is not seen at first sight. */
    public boolean isNarrowed() {
        return form.value("approvedFrom") != null
                || form.value("approvedTo") != null
                || form.value("contract") != null
                || form.value("purpose") != null;
    }

    public String getIin() {
        return iin;
    }

    public void setIin(String iin) {
        this.iin = iin;
    }
}
