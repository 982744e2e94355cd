package kz.ruralincome.web.ui.outcome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.movement.MatrixQuestion;
import kz.ruralincome.domain.movement.MovementDesk;
import kz.ruralincome.domain.movement.MovementFreshness;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.movement.StateFigure;
import kz.ruralincome.domain.outcome.DistrictLine;
import kz.ruralincome.domain.outcome.Indicator;
import kz.ruralincome.domain.outcome.IndicatorLine;
import kz.ruralincome.domain.outcome.OutcomeAnswer;
import kz.ruralincome.domain.outcome.OutcomeQuestion;
import kz.ruralincome.domain.outcome.Outcomes;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.Rules;
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
    private MovementDesk movement;

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
    private BusinessCalendar calendar;

    private String asOf;
    private String from;
    private String population;
    private String indicator;

    private LocalDate day;
    private LocalDate dayBefore;
    private Population whom;
    private Indicator compared;
    private OutcomeAnswer<IndicatorLine> answer;
    private List<IndicatorRow> rows = List.of();
    private List<DistrictRow> districts = List.of();
    private MatrixTable matrix;
    private RegionMap map;

    /** Asks for what the address says. */
    public void load() {
        day = asked().date("asOf", asOf, calendar.today());
        dayBefore = asked().date("from", from, day.minusYears(1));
        whom = asked().oneOf("population", population, Population.ALL);
        compared = Asked.text(indicator).flatMap(Indicator::of).orElse(Indicator.ASP_PERSONS);
        var moment = asked().moment("asKnownOn", getAsKnownOn());
        if (asked().isWrong()) {
            return;
        }
        var question = new OutcomeQuestion(day, Optional.empty(), askedTerritory(), whom, moment);
        try {
            answer = door.indicators(question, access.get());
            rows = answer.items().stream()
                    .map(line -> IndicatorRow.of(line, format, language))
                    .toList();
            // one moment for the whole page: a run may end between two questions
            var same =
                    new OutcomeQuestion(day, Optional.empty(), askedTerritory(), whom, Optional.of(answer.asKnownOn()));
            districts = door.districtsBesideTheWhole(same, compared, access.get()).items().stream()
                    .map(this::row)
                    .toList();
            matrix = MatrixTable.of(
                    movement.matrix(matrixQuestion(answer.asKnownOn()), access.get())
                            .content(),
                    access.get().seesPersons() ? Optional.of(members()) : Optional.empty(),
                    format,
                    language);
        } catch (InvalidRequest refusal) {
            asked().refused(refusal);
        }
    }

    private MatrixQuestion matrixQuestion(OffsetDateTime moment) {
        return new MatrixQuestion(dayBefore, day, askedTerritory(), whom, Optional.of(moment));
    }

    private Address members() {
        return Address.of("members.xhtml")
                .with("from", dayBefore)
                .with("to", day)
                .with("territory", askedTerritory().orElse(null))
                .with("population", whom == Population.ALL ? null : whom)
                .with("asKnownOn", getAsKnownOn());
    }

    /** Whether it can be asked why the figure changed. */
    public boolean isExplained(IndicatorRow row) {
        return StateFigure.of(row.indicator().code()).isPresent();
    }

    /** Where it is told why a figure changed since the year before. */
    public Address getChange() {
        return Address.of("change.xhtml")
                .with("from", day.minusYears(1))
                .with("to", day)
                .with("territory", askedTerritory().orElse(null))
                .with("asKnownOn", getAsKnownOn());
    }

    private DistrictRow row(DistrictLine part) {
        String name = part.unit().map(territories::nameOf).orElseGet(() -> territories.name(part.kato(), day));
        boolean itself = part.kato().equals(getTerritory());
        String link = part.unit().isEmpty() || itself ? null : getHere().with("territory", part.kato()) + "#districts";
        return new DistrictRow(part.kato(), name, link, IndicatorRow.of(part.line(), format, language));
    }

    /** The address of this view. */
    public Address getHere() {
        return Address.of("outcomes.xhtml")
                .with("asOf", asOf)
                .with("from", from)
                .with("territory", askedTerritory().orElse(null))
                .with("population", population)
                .with("indicator", indicator)
                .with("asKnownOn", getAsKnownOn());
    }

    /** An address under which these numbers never change. */
    public Address getPermanent() {
        return getHere().with("asOf", day).with("from", dayBefore).with("asKnownOn", answer.asKnownOn());
    }

    public List<String> getErrors() {
        return errors(language);
    }

    public boolean isAnswered() {
        return answer != null;
    }

    /** Whether facts were recorded that these numbers do not hold yet. */
    public boolean isPending() {
        return Asked.text(getAsKnownOn()).isEmpty() && freshness.isBehind();
    }

    public MatrixTable getMatrix() {
        return matrix;
    }

    public String getTerritoryName() {
        return territories.name(answer.territory().orElse(""), day);
    }

    public List<Territories.Choice> getTerritoryChoices() {
        return territories.choicesWith(getTerritory(), day);
    }

    public Population[] getPopulations() {
        return Population.values();
    }

    public Indicator[] getIndicators() {
        return Indicator.values();
    }

    /** How a kind of figure is told: on the day, or over which days. */
    public String kindOf(IndicatorRow row) {
        return row.indicator().kind() == Indicator.Kind.STOCK
                ? language.say("outcome.kind.STOCK")
                : language.say("outcome.window", format.date(answer.flowFrom()), format.date(day.minusDays(1)));
    }

    public OffsetDateTime getFreshAsOf() {
        return answer.freshAsOf().orElse(null);
    }

    public OffsetDateTime getKnownOn() {
        return answer.asKnownOn();
    }

    /** The version of the definitions by which these numbers are counted. */
    public String getRules() {
        return Rules.VERSION;
    }

    public LocalDate getCoversTo() {
        return answer.coversTo().orElse(null);
    }

    public LocalDate getDay() {
        return day;
    }

    public LocalDate getDayBefore() {
        return dayBefore;
    }

    public Population getWhom() {
        return whom;
    }

    public boolean isGiving() {
        return access.get().givesAssignments();
    }

    /** Where an assignment about a figure of this page is given. */
    public Address getOrder() {
        return Address.of("../assignment/new.xhtml")
                .with("asOf", day)
                .with("of", askedTerritory().orElse(null));
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

    public String getAsOf() {
        return asOf;
    }

    public void setAsOf(String asOf) {
        this.asOf = asOf;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    /** As asked; an account that is bound to a territory has that one by default. */
    @Override
    public String getTerritory() {
        return territoryOr(access.get());
    }

    public String getPopulation() {
        return population;
    }

    public void setPopulation(String population) {
        this.population = population;
    }

    public String getIndicator() {
        return indicator;
    }

    public void setIndicator(String indicator) {
        this.indicator = indicator;
    }
}
