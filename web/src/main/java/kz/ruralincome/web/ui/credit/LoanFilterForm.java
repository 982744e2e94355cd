package kz.ruralincome.web.ui.credit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.ruralincome.domain.credit.LoanFilter;
import kz.ruralincome.domain.credit.LoanFinding;
import kz.ruralincome.domain.credit.LoanOrder;
import kz.ruralincome.domain.credit.LoanStatus;
import kz.ruralincome.domain.credit.Purpose;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;
import kz.ruralincome.web.ui.layout.Territories;

/** What the address of a list of loans asks for, and what can be chosen instead. */
@Named
@RequestScoped
public class LoanFilterForm {

    /** The value of {@code finding} for loans with whatever warning. */
    static final String WARNINGS = "warnings";

    private static final List<String> NAMES = List.of(
            "lender",
            "territory",
            "status",
            "purpose",
            "bucket",
            "approvedFrom",
            "approvedTo",
            "finding",
            "contract",
            "person",
            "order");
    private static final List<Integer> BUCKETS = List.of(0, 1, 2, 3, 4);

    @Inject
    private HttpServletRequest request;

    @Inject
    private Territories territories;

    @Inject
    private BusinessCalendar calendar;

    /** What the address says of a name; null: nothing. */
    public String value(String name) {
        return Asked.text(request.getParameter(name)).orElse(null);
    }

    /** The filter that the address means; what makes no sense in it is noted. */
    LoanFilter filter(Asked asked) {
        return new LoanFilter(
                Optional.ofNullable(value("lender")),
                Optional.ofNullable(value("territory")),
                asked.choice("status", value("status"), LoanStatus.class),
                asked.choice("purpose", value("purpose"), Purpose.class),
                bucket(asked),
                asked.day("approvedFrom", value("approvedFrom")),
                asked.day("approvedTo", value("approvedTo")),
                findings(asked),
                Optional.ofNullable(value("contract")),
                person(asked));
    }

    LoanOrder order(Asked asked) {
        return asked.oneOf("order", value("order"), LoanOrder.NEWEST);
    }

    private Optional<Integer> bucket(Asked asked) {
        String text = value("bucket");
        if (text == null) {
            return Optional.empty();
        }
        Optional<Integer> bucket =
                BUCKETS.stream().filter(one -> text.equals(one.toString())).findFirst();
        return known("bucket", text, bucket, asked);
    }

    private Set<LoanFinding> findings(Asked asked) {
        String text = value("finding");
        if (text == null) {
            return Set.of();
        }
        return text.equals(WARNINGS)
                ? LoanFinding.WARNINGS
                : known("finding", text, LoanFinding.of(text), asked)
                        .map(Set::of)
                        .orElse(Set.of());
    }

    private Optional<UUID> person(Asked asked) {
        String text = value("person");
        try {
            return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            return known("person", text, Optional.empty(), asked);
        }
    }

    private static <T> Optional<T> known(String field, String text, Optional<T> found, Asked asked) {
        if (found.isEmpty()) {
            asked.refused(new InvalidRequest(field, "layout.wrong.choice", text));
        }
        return found;
    }

    /** The address of the view with what is asked now. */
    Address here(String path) {
        Address here = Address.of(path);
        for (String name : NAMES) {
            here = here.with(name, value(name));
        }
        return here;
    }

    /** The code of the chosen territory; the caller's own where none is chosen. */
    public List<Territories.Choice> getTerritoryChoices() {
        String chosen = value("territory");
        return chosen == null ? territories.getToday() : territories.choicesWith(chosen, calendar.today());
    }

    public LoanStatus[] getStatuses() {
        return LoanStatus.values();
    }

    public Purpose[] getPurposes() {
        return Purpose.values();
    }

    public List<Integer> getBuckets() {
        return BUCKETS;
    }

    public LoanFinding[] getFindings() {
        return LoanFinding.values();
    }

    public LoanOrder[] getOrders() {
        return LoanOrder.values();
    }
}
