package kz.ruralincome.web.ui.outcome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.outcome.Indicator;
import kz.ruralincome.domain.outcome.Reason;
import kz.ruralincome.domain.outcome.TrendAnswer;
import kz.ruralincome.domain.outcome.TrendFigure;
import kz.ruralincome.domain.outcome.TrendPoint;
import kz.ruralincome.domain.outcome.TrendQuestion;
import kz.ruralincome.domain.outcome.Trends;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;
import kz.ruralincome.web.ui.layout.Formats;

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
    private ReasonWords reasons;

    @Inject
    private Formats format;

    /** What is shown until somebody asks for more: every month that nobody has counted yet costs a moment. */
    private static final int YEARS_AT_FIRST = 2;

    private String indicator;

    private TrendFigure figure;
    private Optional<LocalDate> first = Optional.empty();
    private TrendAnswer answer;
    private LineChart chart;
    private List<Row> rows = List.of();

    /**
     * A month of the table.
     *
     * @param change since the month before, where both are told and of the same year, if that is what is counted
     * @param link to all figures of that day
     */
    public record Row(LocalDate asOf, String value, String change, String note, Address link) {}

    /** Asks for what the address says. */
    public void load() {
        figure = Asked.text(indicator).flatMap(TrendFigure::of).orElseGet(() -> TrendFigure.all()
                .get(Indicator.ASP_PERSONS_ON_DAY.ordinal()));
        if (!isUnderstood()) {
            return;
        }
        first = Optional.of(
                Asked.text(getFrom()).isPresent()
                        ? super.getDayBefore()
                        : getDay().minusYears(YEARS_AT_FIRST).withDayOfMonth(1));
        try {
            answer = door.trend(
                    new TrendQuestion(figure, askedTerritory(), getWhom(), first, getDay(), moment()), access.get());
            first = Optional.of(answer.from());
            rows = rows();
            chart = LineChart.of(
                    answer.points().items().stream()
                            .map(point -> new LineChart.Value(point.asOf(), point.value()))
                            .toList(),
                    format::number);
        } catch (InvalidRequest refusal) {
            asked().refused(refusal);
        }
    }

    /** The last month first. */
    private List<Row> rows() {
        List<Row> made = new ArrayList<>();
        List<TrendPoint> points = answer.points().items();
        for (int i = 0; i < points.size(); i++) {
            TrendPoint point = points.get(i);
            made.add(
                    0,
                    new Row(
                            point.asOf(),
                            point.value().map(this::text).orElse(isWithheld(point) ? WITHHELD : "–"),
                            format.change(answer.change(i).orElse(null)),
                            point.reason().map(reasons::of).orElse(null),
                            chosen("outcomes.xhtml").with("asOf", point.asOf()).with("from", null)));
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

    /** What the numbers rest on. */
    public RestsOn getRests() {
        return RestsOn.of(
                answer.points(),
                shown("trends.xhtml")
                        .with("indicator", figure.code())
                        .with("from", answer.from())
                        .with("asOf", answer.to()));
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

    public String getTerritoryName() {
        return nameOf(answer.points().territory());
    }

    public List<TrendFigure> getFigures() {
        return TrendFigure.all();
    }

    public TrendFigure getFigure() {
        return figure;
    }

    /** The first day of the trend: unless one is chosen, that of the first fact. */
    @Override
    public LocalDate getDayBefore() {
        return first.orElse(null);
    }

    public String getIndicator() {
        return indicator;
    }

    public void setIndicator(String indicator) {
        this.indicator = indicator;
    }
}
