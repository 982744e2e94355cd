package kz.ruralincome.web.ui.outcome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.ruralincome.domain.outcome.FigureCell;
import kz.ruralincome.domain.outcome.Indicator;
import kz.ruralincome.domain.outcome.OutcomeQuestion;
import kz.ruralincome.domain.outcome.RegistrationAnswer;
import kz.ruralincome.domain.outcome.RegistrationCounts;
import kz.ruralincome.domain.outcome.RegistrationEnding;
import kz.ruralincome.domain.outcome.RegistrationFlow;
import kz.ruralincome.domain.outcome.RegistrationPart;
import kz.ruralincome.domain.outcome.Window;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Formats;
import kz.ruralincome.web.ui.layout.Territories;

/** Backs {@code outcome/registrations.xhtml}: registrations that began and ended, with the law of 2026 and without it. */
@Named
@RequestScoped
public class RegistrationsPage extends AskedOutcome {

    private static final String HIDDEN = "…";

    @Inject
    private RegistrationFlow door;

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

    private RegistrationAnswer answer;
    private MonthChart chart;

    /**
     * A line of one of the tables.
     *
     * @param link narrows the page to it
     */
    public record Row(
            String name,
            String link,
            FigureLinks.Cell begun,
            FigureLinks.Cell ended,
            FigureLinks.Cell byLaw,
            FigureLinks.Cell otherwise,
            String balance,
            String balanceWithoutLaw) {}

    /** A reason with its part of all that ended. */
    public record Ending(String name, FigureLinks.Cell count, String percent) {}

    /** Asks for what the address says. */
    public void load() {
        if (!isUnderstood()) {
            return;
        }
        try {
            answer = door.registrations(
                    new OutcomeQuestion(getDay(), Optional.of(getDayBefore()), askedTerritory(), getWhom(), moment()),
                    access.get());
        } catch (InvalidRequest refusal) {
            asked().refused(refusal);
        }
    }

    /** Since the beginning of the year, as the indicators count them. */
    @Override
    protected LocalDate defaultDayBefore(LocalDate asOf) {
        return Window.of(asOf, Optional.empty()).start();
    }

    private FigureLinks links() {
        return new FigureLinks(
                members(FigureMembersPage.View.REGISTRATIONS, answer.about().asKnownOn()),
                getTerritoryName(),
                language);
    }

    public Row getWhole() {
        return row(getTerritoryName(), null, answer.whole(), links());
    }

    public List<Row> getMonths() {
        return answer.months().stream()
                .map(month -> row(MonthChart.name(month.month()), null, month.counts(), links().of(month.month())))
                .toList();
    }

    public List<Row> getParts() {
        return answer.about().items().stream()
                .map(part -> row(nameOf(part), link(part), part.counts(), links().of(part.kato(), nameOf(part))))
                .toList();
    }

    private String nameOf(RegistrationPart part) {
        return part.unit().map(territories::nameOf).orElseGet(() -> territories.name(part.kato(), getDay()));
    }

    private String link(RegistrationPart part) {
        boolean isItself = part.kato().equals(getTerritory());
        return part.unit().isEmpty() || isItself
                ? null
                : chosen("registrations.xhtml").with("territory", part.kato()) + "#parts";
    }

    private Row row(String name, String link, RegistrationCounts counts, FigureLinks links) {
        return new Row(
                name,
                link,
                cell(links, Indicator.REGISTRATIONS_NEW, counts.begun()),
                cell(links, Indicator.REGISTRATIONS_ENDED, counts.ended()),
                cell(links, Indicator.REGISTRATIONS_ENDED_BY_LAW, counts.byLaw()),
                cell(
                        links.endedFor(FigureCell.OTHERWISE, language.say("outcomeview.column.otherwise")),
                        Indicator.REGISTRATIONS_ENDED,
                        counts.otherwise()),
                counts.balance().map(format::change).orElse(HIDDEN),
                counts.balanceWithoutLaw().map(format::change).orElse(HIDDEN));
    }

    private FigureLinks.Cell cell(FigureLinks links, Indicator indicator, Optional<Long> count) {
        return links.cell(
                indicator, text(count), count.filter(number -> number > 0).isPresent());
    }

    public List<Ending> getEndings() {
        return answer.endings().entrySet().stream()
                .map(ending -> ending(ending.getKey(), ending.getValue()))
                .toList();
    }

    private Ending ending(RegistrationEnding ending, Optional<Long> count) {
        String name = language.say("outcomeview.ending." + ending);
        return new Ending(
                name,
                cell(links().endedFor(ending.name(), name), Indicator.REGISTRATIONS_ENDED, count),
                count.flatMap(part -> answer.whole().ended().map(whole -> format.percent(Percent.of(part, whole))))
                        .orElse("–"));
    }

    private String text(Optional<Long> count) {
        return count.map(format::number).orElse(HIDDEN);
    }

    /** The months as a picture. */
    public MonthChart getChart() {
        if (chart == null) {
            chart = MonthChart.of(answer.months(), format::number);
        }
        return chart;
    }

    /** Why nothing is known; null: it is. */
    public String getReason() {
        return answer.reason().map(reasons::of).orElse(null);
    }

    /** Whether anything began or ended at all. */
    public boolean isAny() {
        return Stream.of(answer.whole().begun(), answer.whole().ended())
                .anyMatch(count -> count.isEmpty() || count.get() > 0);
    }

    public boolean isWithheld() {
        return answer.isWithheld();
    }

    public LocalDate getLast() {
        return getDay().minusDays(1);
    }

    /** What the numbers rest on. */
    public RestsOn getRests() {
        return RestsOn.of(answer.about(), shown("registrations.xhtml"));
    }

    public boolean isAnswered() {
        return answer != null;
    }

    public String getTerritoryName() {
        return nameOf(answer.about().territory());
    }
}
