package kz.ruralincome.web.ui.credit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.credit.LoanFilter;
import kz.ruralincome.domain.credit.LoanFinding;
import kz.ruralincome.domain.credit.LoanListing;
import kz.ruralincome.domain.credit.LoanRegister;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;

/** Backs {@code credit/warnings.xhtml}: the loans that coordinators are to look at, and for which reason how many. */
@Named
@RequestScoped
public class WarningsPage {

    private static final Set<LoanFinding> ANY = EnumSet.allOf(LoanFinding.class);

    @Inject
    private LoanRegister register;

    @Inject
    private LoanFilterForm form;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    private final Asked asked = new Asked();

    private LoanListing listing;
    private Map<LoanFinding, Integer> counts = Map.of();

    /** A reason, and how many loans there are for which it holds. */
    public record Line(LoanFinding finding, int count, Address address, boolean chosen) {}

    /** Reads the page that the address asks for. */
    public void load() {
        Access.demand(access.get().seesPersons());
        LoanFilter filter = form.filter(asked);
        var order = form.order(asked);
        if (asked.isWrong()) {
            return;
        }
        LoanFilter shown = filter.findings().isEmpty() ? filter.withFindings(ANY) : filter;
        try {
            counts = register.findings(filter.withFindings(Set.of()), access.get());
            listing = register.page(shown, order, Optional.ofNullable(form.value("cursor")), access.get());
        } catch (InvalidRequest refusal) {
            asked.refused(refusal);
        }
    }

    public List<String> getErrors() {
        return asked.sentences(language);
    }

    public LoanListing getListing() {
        return listing;
    }

    public List<Line> getLines() {
        String chosen = form.value("finding");
        return Arrays.stream(LoanFinding.values())
                .map(finding -> new Line(
                        finding,
                        counts.getOrDefault(finding, 0),
                        getHere().with("finding", finding.code()),
                        finding.code().equals(chosen)))
                .toList();
    }

    public Address getHere() {
        return form.here("warnings.xhtml");
    }

    public String getNext() {
        return listing.next()
                .map(next -> getHere().with("cursor", next).toString())
                .orElse(null);
    }

    public boolean isFirst() {
        return form.value("cursor") == null;
    }
}
