package kz.ruralincome.web.ui.outcome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import kz.ruralincome.domain.outcome.OutcomeAnswer;
import kz.ruralincome.domain.outcome.PlanDesk;
import kz.ruralincome.domain.outcome.PlannedFigure;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Formats;
import kz.ruralincome.web.ui.layout.Territories;

/** Backs {@code outcome/plan.xhtml}: what was planned beside what became of it. */
@Named
@RequestScoped
public class PlanPage extends AskedOutcome {

    @Inject
    private PlanDesk door;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Formats format;

    @Inject
    private Territories territories;

    @Inject
    private ReasonWords reasons;

    private OutcomeAnswer<PlannedFigure> answer;
    private List<PlanTable> tables = List.of();

    /** Asks for what the address says. */
    public void load() {
        if (!isUnderstood()) {
            return;
        }
        try {
            answer = door.plans(getDay(), askedTerritory(), moment(), access.get());
            String whole = getTerritoryName();
            // a plan is of everybody, whoever was chosen on the view before
            var people = members(FigureMembersPage.View.PLAN, answer.asKnownOn())
                    .map(address -> address.with("population", null));
            var links = new FigureLinks(people, whole, language);
            tables = answer.items().stream()
                    .map(figure -> PlanTable.of(figure, links, territories::nameOf, format, language, reasons))
                    .toList();
        } catch (InvalidRequest refusal) {
            asked().refused(refusal);
        }
    }

    public List<PlanTable> getTables() {
        return tables;
    }

    /** Over which days the facts are counted. */
    public String getWindow() {
        return language.say("outcome.window", format.date(answer.flowFrom()), format.date(getDay().minusDays(1)));
    }

    public int getYear() {
        return getDay().minusDays(1).getYear();
    }

    /** What the numbers rest on. */
    public RestsOn getRests() {
        return RestsOn.of(answer, chosen("plan.xhtml").with("asOf", getDay()));
    }

    public boolean isAnswered() {
        return answer != null;
    }

    public String getTerritoryName() {
        return nameOf(answer.territory());
    }

    /** Whether a fact is hidden, which the page then explains. */
    public boolean isWithheld() {
        return answer.items().stream()
                .flatMap(figure -> Stream.concat(Stream.of(figure.whole()), figure.parts().stream()))
                .anyMatch(line -> line.fact().value().isEmpty()
                        && line.fact().reason().filter("SMALL_CELL"::equals).isPresent());
    }
}
