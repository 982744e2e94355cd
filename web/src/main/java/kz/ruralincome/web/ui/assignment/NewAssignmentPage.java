package kz.ruralincome.web.ui.assignment;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.assignment.Assignment.Figure;
import kz.ruralincome.domain.assignment.Assignment.Source;
import kz.ruralincome.domain.assignment.AssignmentDesk;
import kz.ruralincome.domain.assignment.AssignmentOrder;
import kz.ruralincome.domain.outcome.Indicator;
import kz.ruralincome.domain.outcome.ServedTerritory;
import kz.ruralincome.domain.report.ReportShelf;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Asked;
import kz.ruralincome.web.ui.layout.Territories;

/** Backs {@code assignment/new.xhtml}: gives an assignment, perhaps about a report or a figure that the address names. */
@Named
@RequestScoped
public class NewAssignmentPage {

    @Inject
    private AssignmentDesk desk;

    @Inject
    private ReportShelf shelf;

    @Inject
    private AssignmentWords words;

    @Inject
    private ServedTerritory served;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private HttpServletRequest request;

    private final Asked asked = new Asked();

    private Source source;
    private List<String> candidates;
    private String text;
    private String owner;
    private String office;
    private String territory;
    private String dueOn;

    /** The address, or the form when it comes back, says what it is about. */
    @PostConstruct
    void begin() {
        Access.demand(access.get().givesAssignments());
        source = new Source(report(), figure());
        territory = source.figure()
                .flatMap(Figure::territory)
                .filter(code -> code.matches("[0-9]{9}"))
                .orElseGet(() -> "%09d".formatted(access.get().territory().orElse(served.kato())));
    }

    private Optional<Integer> report() {
        try {
            return parameter("report").map(Integer::valueOf).map(id -> shelf.report(id, access.get())
                    .id());
        } catch (NumberFormatException malformed) {
            throw new NotFoundException("report");
        }
    }

    private Optional<Figure> figure() {
        try {
            return parameter("indicator")
                    .flatMap(Indicator::of)
                    .map(indicator -> new Figure(
                            indicator.code(),
                            LocalDate.parse(parameter("asOf").orElse("")),
                            parameter("of").filter(place -> place.matches("[0-9]{9}|none"))));
        } catch (DateTimeException malformed) {
            throw new NotFoundException("assignment");
        }
    }

    private Optional<String> parameter(String name) {
        return Asked.text(request.getParameter(name));
    }

    /** Gives it and shows it. */
    public String give() {
        var order = new AssignmentOrder(
                text, Asked.text(owner), Asked.text(office), Asked.text(territory), asked.day("dueOn", dueOn), source);
        return asked.goOn(
                () -> "/assignment/assignment.xhtml?faces-redirect=true&id=" + desk.give(order, access.get()));
    }

    public List<String> getErrors() {
        return asked.sentences(language);
    }

    public Source getSource() {
        return source;
    }

    public List<String> getCandidates() {
        if (candidates == null) {
            candidates = desk.candidates(access.get());
        }
        return candidates;
    }

    public List<Territories.Choice> getTerritoryChoices() {
        return words.places(territory).stream()
                .filter(choice -> !choice.value().isEmpty())
                .toList();
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
    }

    public String getOffice() {
        return office;
    }

    public void setOffice(String office) {
        this.office = office;
    }

    public String getTerritory() {
        return territory;
    }

    public void setTerritory(String territory) {
        this.territory = territory;
    }

    public String getDueOn() {
        return dueOn;
    }

    public void setDueOn(String dueOn) {
        this.dueOn = dueOn;
    }
}
