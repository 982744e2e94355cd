package kz.ruralincome.web.ui.assignment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.ruralincome.domain.assignment.Assignment;
import kz.ruralincome.domain.assignment.AssignmentDesk;
import kz.ruralincome.domain.assignment.AssignmentFilter;
import kz.ruralincome.domain.assignment.AssignmentFilter.Standing;
import kz.ruralincome.domain.assignment.AssignmentPage;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;
import kz.ruralincome.web.ui.layout.Territories;

/** Backs {@code assignment/assignments.xhtml}: the assignments that the address asks for. */
@Named
@RequestScoped
public class AssignmentsPage {

    @Inject
    private AssignmentDesk desk;

    @Inject
    private AssignmentWords words;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private HttpServletRequest request;

    private final Asked asked = new Asked();

    private AssignmentFilter filter = AssignmentFilter.open();
    private AssignmentPage page;
    private int count;
    private List<String> owners;

    /** Reads the page that the address asks for. */
    public void load() {
        var chosen = new AssignmentFilter(
                text("owner"),
                text("giver"),
                asked.oneOf("state", request.getParameter("state"), Standing.OPEN),
                "true".equals(request.getParameter("overdue")),
                text("territory"));
        if (asked.isWrong()) {
            return;
        }
        try {
            page = desk.page(chosen, text("cursor"), access.get());
            count = desk.count(chosen, access.get());
            filter = chosen;
        } catch (InvalidRequest refusal) {
            asked.refused(refusal);
        }
    }

    private Optional<String> text(String name) {
        return Asked.text(request.getParameter(name));
    }

    public List<String> getErrors() {
        return asked.sentences(language);
    }

    public boolean isRead() {
        return page != null;
    }

    public boolean isGiving() {
        return access.get().givesAssignments();
    }

    public List<Assignment> getItems() {
        return page.items();
    }

    public String getCount() {
        return language.say("assignment.count", count);
    }

    public Address getHere() {
        return Address.of("assignments.xhtml")
                .with("owner", filter.owner().orElse(null))
                .with("giver", filter.giver().orElse(null))
                .with("state", filter.standing())
                .with("overdue", filter.isOverdue() ? "true" : null)
                .with("territory", filter.territory().orElse(null));
    }

    public String getNext() {
        return page.next()
                .map(next -> getHere().with("cursor", next).toString())
                .orElse(null);
    }

    public boolean isFirst() {
        return text("cursor").isEmpty();
    }

    /** Whoever owns one within reach, and who was asked for. */
    public List<String> getOwners() {
        if (owners == null) {
            owners = Stream.concat(desk.owners(access.get()).stream(), filter.owner().stream())
                    .distinct()
                    .toList();
        }
        return owners;
    }

    public Standing[] getStandings() {
        return Standing.values();
    }

    public AssignmentFilter getFilter() {
        return filter;
    }

    public List<Territories.Choice> getTerritoryChoices() {
        return words.places(text("territory").orElse(null));
    }
}
