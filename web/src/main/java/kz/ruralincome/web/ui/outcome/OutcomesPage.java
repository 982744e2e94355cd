package kz.ruralincome.web.ui.outcome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.movement.MovementFreshness;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.movement.StateFigure;
import kz.ruralincome.domain.outcome.DistrictLine;
import kz.ruralincome.domain.outcome.Indicator;
import kz.ruralincome.domain.outcome.IndicatorLine;
import kz.ruralincome.domain.outcome.OutcomeAnswer;
import kz.ruralincome.domain.outcome.OutcomeQuestion;
import kz.ruralincome.domain.outcome.Outcomes;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.report.RegionMap;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;
import kz.ruralincome.web.ui.layout.Formats;
import kz.ruralincome.web.ui.layout.Territories;

/** Backs {@code outcome/outcomes.xhtml}: the figures of a territory, and of its parts side by side. */
@Named
@RequestScoped
public class OutcomesPage extends AskedOutcome {

    @Inject
    private Outcomes door;

    @Inject
    private MovementFreshness freshness;

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

    private String indicator;

    private Indicator compared;
    private OutcomeAnswer<IndicatorLine> answer;
    private List<IndicatorRow> rows = List.of();
    private List<DistrictRow> districts = List.of();
    private RegionMap map;

    /** Asks for what the address says. */
    public void load() {
        compared = Asked.text(indicator).flatMap(Indicator::of).orElse(Indicator.ASP_PERSONS);
        if (!isUnderstood()) {
            return;
        }
        var question = new OutcomeQuestion(getDay(), Optional.empty(), askedTerritory(), getWhom(), moment());
        try {
            var figures = door.figures(question, List.of(compared), access.get());
            answer = figures.whole();
            var links = new FigureLinks(
                    members(FigureMembersPage.View.OUTCOMES, answer.asKnownOn()), getTerritoryName(), language);
            rows = answer.items().stream()
                    .map(line -> IndicatorRow.of(line, format, language, reasons, links))
                    .toList();
            districts = figures.parts().get(compared).stream()
                    .map(part -> row(part, links))
                    .toList();
        } catch (InvalidRequest refusal) {
            asked().refused(refusal);
        }
    }

    /** Whether it can be asked why the figure changed. */
    public boolean isExplained(IndicatorRow row) {
        return StateFigure.of(row.indicator().code()).isPresent();
    }

    /** Where it is told why a figure changed since the year before. */
    public Address getChange() {
        return chosen("change.xhtml").with("asOf", getDay()).with("from", getDay().minusYears(1));
    }

    private DistrictRow row(DistrictLine part, FigureLinks links) {
        String name = part.unit().map(territories::nameOf).orElseGet(() -> territories.name(part.kato(), getDay()));
        boolean itself = part.kato().equals(getTerritory());
        String link = part.unit().isEmpty() || itself ? null : getHere().with("territory", part.kato()) + "#districts";
        return new DistrictRow(
                part.kato(),
                name,
                link,
                IndicatorRow.of(part.line(), format, language, reasons, links.of(part.kato(), name)));
    }

    /** The address of this view. */
    public Address getHere() {
        return chosen("outcomes.xhtml").with("indicator", indicator);
    }

    /** What the numbers rest on. */
    public RestsOn getRests() {
        return RestsOn.of(answer, shown("outcomes.xhtml").with("indicator", indicator));
    }

    public boolean isAnswered() {
        return answer != null;
    }

    /** Whether facts were recorded that these numbers do not hold yet. */
    public boolean isPending() {
        return Asked.text(getAsKnownOn()).isEmpty() && freshness.isBehind();
    }

    public String getTerritoryName() {
        return nameOf(answer.territory());
    }

    public Indicator[] getIndicators() {
        return Indicator.values();
    }

    /** How a kind of figure is told: on the day, or over which days. */
    public String kindOf(IndicatorRow row) {
        return row.indicator().kind() == Indicator.Kind.STOCK
                ? language.say("outcome.kind.STOCK")
                : language.say("outcome.window", format.date(answer.flowFrom()), format.date(getDay().minusDays(1)));
    }

    public boolean isGiving() {
        // an assignment is about a figure of everybody
        return access.get().givesAssignments() && getWhom() == Population.ALL;
    }

    /** Where an assignment about a figure of this page is given. */
    public Address getOrder() {
        return Address.of("../assignment/new.xhtml")
                .with("asOf", getDay())
                .with("of", answer.territory().orElse(null));
    }

    public Indicator getCompared() {
        return compared;
    }

    public List<IndicatorRow> getRows() {
        return rows;
    }

    /** The compared figure on the map; without areas where the parts are not districts. */
    public RegionMap getMap() {
        if (map == null) {
            map = RegionMap.of(districts.stream()
                    .map(row -> new RegionMap.Place(
                            row.kato(),
                            row.name(),
                            row.line().number(),
                            row.line().value(),
                            row.link()))
                    .toList());
        }
        return map;
    }

    public List<DistrictRow> getDistricts() {
        return districts;
    }

    public String getIndicator() {
        return indicator;
    }

    public void setIndicator(String indicator) {
        this.indicator = indicator;
    }
}
