package kz.ruralincome.web.ui.outcome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.outcome.Comparison;
import kz.ruralincome.domain.outcome.ComparisonAnswer;
import kz.ruralincome.domain.outcome.ComparisonGrouping;
import kz.ruralincome.domain.outcome.ComparisonQuestion;
import kz.ruralincome.domain.outcome.PilotArea;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Formats;
import kz.ruralincome.web.ui.layout.Territories;

/** Backs {@code outcome/comparison.xhtml}: those in the pilot and the others side by side. */
@Named
@RequestScoped
public class ComparisonPage extends AskedOutcome {

    @Inject
    private Comparison door;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private ReasonWords reasons;

    @Inject
    private Formats format;

    @Inject
    private Territories territories;

    private String grouping;
    private ComparisonGrouping which;
    private ComparisonAnswer answer;
    private ComparisonTable table;

    /** Asks for what the address says. */
    public void load() {
        which = asked().oneOf("grouping", grouping, ComparisonGrouping.PILOT_AREA);
        if (!isUnderstood()) {
            return;
        }
        try {
            answer = door.compare(
                    new ComparisonQuestion(getDayBefore(), getDay(), askedTerritory(), which, moment()), access.get());
            table = ComparisonTable.of(
                    answer, access.get().seesPersons() ? Optional.of(members()) : Optional.empty(), format, language);
        } catch (InvalidRequest refusal) {
            asked().refused(refusal);
        }
    }

    /** The lists go on as known on the moment of this view, so that they hold what it counts. */
    private Address members() {
        return shown("comparison-members.xhtml")
                .with("grouping", which)
                .with("asKnownOn", answer.about().asKnownOn());
    }

    public ComparisonTable getTable() {
        return table;
    }

    /** None where nothing is known. */
    public List<ComparisonTable.Section> getSections() {
        return answer.reason().isPresent() ? List.of() : table.sections();
    }

    /** The okrugs of the pilot, each with its district. */
    public List<String> getAreas() {
        return answer.areas().stream().map(this::area).toList();
    }

    private String area(PilotArea area) {
        String name = territories.path("%09d".formatted(area.unit().kato()), getDay());
        return area.stage()
                .map(stage -> language.say("outcomeview.area.stage", name, format.date(area.since()), stage))
                .orElseGet(() -> language.say("outcomeview.area", name, format.date(area.since())));
    }

    public boolean isByArea() {
        return which == ComparisonGrouping.PILOT_AREA;
    }

    public ComparisonGrouping[] getGroupings() {
        return ComparisonGrouping.values();
    }

    public ComparisonGrouping getWhich() {
        return which;
    }

    public LocalDate getObservedTo() {
        return answer.observedTo();
    }

    /** Why nothing is known; null: it is. */
    public String getReason() {
        return answer.reason().map(reasons::of).orElse(null);
    }

    public boolean isWithheld() {
        return answer.isWithheld();
    }

    /** What the numbers rest on. */
    public RestsOn getRests() {
        return RestsOn.of(answer.about(), shown("comparison.xhtml").with("grouping", which));
    }

    public boolean isAnswered() {
        return answer != null;
    }

    public String getTerritoryName() {
        return nameOf(answer.about().territory());
    }

    public String getGrouping() {
        return grouping;
    }

    public void setGrouping(String grouping) {
        this.grouping = grouping;
    }
}
