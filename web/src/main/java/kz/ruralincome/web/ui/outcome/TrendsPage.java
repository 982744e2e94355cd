package kz.ruralincome.web.ui.outcome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.outcome.Indicator;
import kz.ruralincome.domain.outcome.Reason;
import kz.ruralincome.domain.outcome.TrendAnswer;
import kz.ruralincome.domain.outcome.TrendFigure;
import kz.ruralincome.domain.outcome.TrendPoint;
import kz.ruralincome.domain.outcome.TrendQuestion;
import kz.ruralincome.domain.outcome.Trends;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.Rules;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.report.ReasonText;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;
import kz.ruralincome.web.ui.layout.Formats;
import kz.ruralincome.web.ui.layout.Territories;

/** Backs {@code outcome/trends.xhtml}: how a figure went, month by month. */
@Named
@RequestScoped
public class TrendsPage extends AskedOutcome {

    private static final String WITHHELD = "…";

    @Inject
    private Trends door;

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

    private String indicator;
    private String population;
    private String from;
    private String to;

    private TrendFigure figure;
    private Population whom;
    private Optional<LocalDate> first = Optional.empty();
    private LocalDate last;
    private TrendAnswer answer;
    private LineChart chart;
    private List<Row> rows = List.of();

    /**
     * A month of the table.
     *
     * @param change since the month before, where both are told
     * @param link to all figures of that day
     */
    public record Row(LocalDate asOf, String value, String change, String note, Address link) {}

    /** Asks for what the address says. */
    public void load() {
        last = asked().date("to", to, calendar.today());
        first = asked().day("from", from);
        whom = asked().oneOf("population", population, Population.ALL);
        figure = Asked.text(indicator).flatMap(TrendFigure::of).orElseGet(() -> TrendFigure.all()
                .get(Indicator.ASP_PERSONS_ON_DAY.ordinal()));
        var moment = asked().moment("asKnownOn", getAsKnownOn());
        if (asked().isWrong()) {
            return;
        }
        try {
            answer = door.trend(new TrendQuestion(figure, askedTerritory(), whom, first, last, moment), access.get());
            first = Optional.of(answer.from());
            rows = rows(answer.points().items());
            chart = LineChart.of(
                    answer.points().items().stream()
                            .map(point -> new LineChart.Value(point.asOf(), point.value()))
                            .toList(),
                    format::number);
        } catch (InvalidRequest refusal) {
            asked().refused(refusal);
        }
    }

    private List<Row> rows(List<TrendPoint> points) {
        List<Row> made = new ArrayList<>();
        Optional<BigDecimal> before = Optional.empty();
        for (TrendPoint point : points) {
            Optional<BigDecimal> old = before;
            made.add(
                    0,
                    new Row(
                            point.asOf(),
                            point.value().map(this::text).orElse(isWithheld(point) ? WITHHELD : "–"),
                            format.change(point.value()
                                    .flatMap(value -> old.map(value::subtract))
                                    .orElse(null)),
                            point.reason()
                                    .map(reason -> ReasonText.of(language.get(), reason))
                                    .orElse(null),
                            Address.of("outcomes.xhtml")
                                    .with("asOf", point.asOf())
                                    .with("territory", askedTerritory().orElse(null))
                                    .with("population", whom == Population.ALL ? null : whom)
                                    .with("asKnownOn", getAsKnownOn())));
            before = point.value();
        }
        return made;
    }

    private String text(BigDecimal value) {
        return switch (figure.unit()) {
            case TENGE, TENGE_A_MONTH -> format.money(value);
            default -> format.number(value);
        };
    }

    private static boolean isWithheld(TrendPoint point) {
        return point.reason().filter(Reason.SMALL_CELL::equals).isPresent();
    }

    /** What a figure is called. */
    public String nameOf(TrendFigure one) {
        return language.say(
                one.state().isPresent() ? "movement.state." + one.code() : "outcome.indicator." + one.code());
    }

    /** How the figure is told: on the day, or since the beginning of the year. */
    public String getKind() {
        return language.say(figure.kind() == Indicator.Kind.FLOW ? "trend.flow" : "trend.stock");
    }

    /** An address under which these numbers never change. */
    public Address getPermanent() {
        return Address.of("trends.xhtml")
                .with("indicator", figure.code())
                .with("territory", askedTerritory().orElse(null))
                .with("population", whom == Population.ALL ? null : whom)
                .with("from", answer.from())
                .with("to", answer.to())
                .with("asKnownOn", answer.points().asKnownOn());
    }

    public List<String> getErrors() {
        return errors(language);
    }

    public boolean isAnswered() {
        return answer != null;
    }

    public boolean isDrawn() {
        return chart != null && !(chart.lines().isEmpty() && chart.dots().isEmpty());
    }

    public LineChart getChart() {
        return chart;
    }

    public List<Row> getRows() {
        return rows;
    }

    public OffsetDateTime getKnownOn() {
        return answer.points().asKnownOn();
    }

    public OffsetDateTime getFreshAsOf() {
        return answer.points().freshAsOf().orElse(null);
    }

    public LocalDate getCoversTo() {
        return answer.points().coversTo().orElse(null);
    }

    /** The version of the definitions by which these numbers are counted. */
    public String getRules() {
        return Rules.VERSION;
    }

    public String getTerritoryName() {
        return territories.name(answer.points().territory().orElse(""), last);
    }

    public List<Territories.Choice> getTerritoryChoices() {
        return territories.choicesWith(getTerritory(), last);
    }

    public Population[] getPopulations() {
        return Population.values();
    }

    public List<TrendFigure> getFigures() {
        return TrendFigure.all();
    }

    public TrendFigure getFigure() {
        return figure;
    }

    public Population getWhom() {
        return whom;
    }

    public LocalDate getFirst() {
        return first.orElse(null);
    }

    public LocalDate getLast() {
        return last;
    }

    /** As asked; an account that is bound to a territory has that one by default. */
    @Override
    public String getTerritory() {
        return territoryOr(access.get());
    }

    public String getIndicator() {
        return indicator;
    }

    public void setIndicator(String indicator) {
        this.indicator = indicator;
    }

    public String getPopulation() {
        return population;
    }

    public void setPopulation(String population) {
        this.population = population;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }
}
