package kz.ruralincome.web.ui.outcome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.ruralincome.domain.movement.MemberPage;
import kz.ruralincome.domain.outcome.FigureCell;
import kz.ruralincome.domain.outcome.FigureMembers;
import kz.ruralincome.domain.outcome.Indicator;
import kz.ruralincome.domain.outcome.OutcomeAnswer;
import kz.ruralincome.domain.outcome.OutcomeQuestion;
import kz.ruralincome.domain.outcome.RegistrationEnding;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;
import kz.ruralincome.web.ui.layout.Formats;
import kz.ruralincome.web.ui.layout.Territories;

/** Backs {@code outcome/figure-members.xhtml}: the people behind one figure of a view of outcomes. */
@Named
@RequestScoped
public class FigureMembersPage extends AskedOutcome {

    @Inject
    private FigureMembers door;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Formats format;

    @Inject
    private Territories territories;

    private String view;
    private String indicator;
    private String part;
    private String month;
    private String ending;
    private String previous;
    private String cursor;

    private View origin;
    private FigureCell cell;
    private OutcomeQuestion question;
    private OutcomeAnswer<MemberPage> answer;

    /** On which view the figure stands. */
    enum View {
        OUTCOMES,
        PLAN,
        REGISTRATIONS;

        String page() {
            return name().toLowerCase(Locale.ROOT) + ".xhtml";
        }
    }

    /** Asks for the people; each look is noted by the door. */
    public void load() {
        origin = asked().oneOf("view", view, View.OUTCOMES);
        if (!isUnderstood()) {
            return;
        }
        try {
            // registrations are told of any window, the others of the year to date
            LocalDate asOf = Asked.text(previous).isPresent() ? getDay().minusYears(1) : getDay();
            question = new OutcomeQuestion(
                    asOf,
                    origin == View.REGISTRATIONS ? Optional.of(getDayBefore()) : Optional.empty(),
                    askedTerritory(),
                    getWhom(),
                    moment());
            cell = new FigureCell(
                    Asked.text(indicator).flatMap(Indicator::of).orElse(Indicator.ASP_PERSONS),
                    Asked.text(part),
                    Asked.text(month).map(this::monthOf),
                    Asked.text(ending).map(this::endingOf));
            if (asked().isWrong()) {
                return;
            }
            answer = door.members(question, cell, Asked.text(cursor), access.get());
        } catch (InvalidRequest refusal) {
            asked().refused(refusal);
        }
    }

    private YearMonth monthOf(String text) {
        if (!text.matches("[0-9]{4}-(0[1-9]|1[0-2])")) {
            throw new InvalidRequest("month", "layout.wrong.choice", text);
        }
        return YearMonth.parse(text);
    }

    private String endingOf(String text) {
        return text.equals(FigureCell.OTHERWISE)
                ? text
                : asked().oneOf("ending", text, RegistrationEnding.OTHER).name();
    }

    /** Where, what and when. */
    public String getSentence() {
        List<String> parts = new ArrayList<>();
        parts.add(
                cell.part().map(code -> territories.name(code, getDay())).orElseGet(() -> nameOf(answer.territory())));
        parts.add(language.say("outcome.indicator." + cell.indicator().code()));
        cell.ending()
                .map(reason -> reason.equals(FigureCell.OTHERWISE)
                        ? language.say("outcomeview.column.otherwise")
                        : language.say("outcomeview.ending." + reason))
                .ifPresent(parts::add);
        parts.add(
                cell.indicator().kind() == Indicator.Kind.STOCK
                        ? format.date(question.asOf())
                        : language.say(
                                "outcome.window",
                                format.date(answer.flowFrom()),
                                format.date(question.asOf().minusDays(1))));
        cell.month().map(MonthChart::name).ifPresent(parts::add);
        return String.join(" · ", parts);
    }

    /** What must be known of the list; null: it has as many people as the figure counts. */
    public String getHint() {
        if (cell.isOfHouseholds()) {
            return language.say("outcomeview.figure.of-households");
        }
        return cell.indicator().unit() == Indicator.Unit.PERSON ? null : language.say("outcomeview.figure.once");
    }

    public List<MemberPage.Member> getMembers() {
        return answer.items().get(0).items();
    }

    public String getNext() {
        return answer.items()
                .get(0)
                .next()
                .map(next -> shown("figure-members.xhtml")
                        .with("view", origin)
                        .with("indicator", cell.indicator().code())
                        .with("part", part)
                        .with("month", month)
                        .with("ending", ending)
                        .with("previous", previous)
                        .with("cursor", next)
                        .toString())
                .orElse(null);
    }

    public Address getBack() {
        return chosen(origin.page()).with("asOf", getDay()).with("indicator", indicator);
    }

    public boolean isAnswered() {
        return answer != null;
    }

    public String getView() {
        return view;
    }

    public void setView(String view) {
        this.view = view;
    }

    public String getIndicator() {
        return indicator;
    }

    public void setIndicator(String indicator) {
        this.indicator = indicator;
    }

    public String getPart() {
        return part;
    }

    public void setPart(String part) {
        this.part = part;
    }

    public String getMonth() {
        return month;
    }

    public void setMonth(String month) {
        this.month = month;
    }

    public String getEnding() {
        return ending;
    }

    public void setEnding(String ending) {
        this.ending = ending;
    }

    public String getPrevious() {
        return previous;
    }

    public void setPrevious(String previous) {
        this.previous = previous;
    }

    public String getCursor() {
        return cursor;
    }

    public void setCursor(String cursor) {
        this.cursor = cursor;
    }
}
