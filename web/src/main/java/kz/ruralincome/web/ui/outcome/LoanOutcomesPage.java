package kz.ruralincome.web.ui.outcome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.account.LenderName;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.outcome.LoanAnswer;
import kz.ruralincome.domain.outcome.LoanGroup;
import kz.ruralincome.domain.outcome.LoanOutcomes;
import kz.ruralincome.domain.outcome.LoanQuestion;
import kz.ruralincome.domain.outcome.LoanRow;
import kz.ruralincome.domain.outcome.OutcomeAnswer;
import kz.ruralincome.domain.outcome.OutcomeQuestion;
import kz.ruralincome.domain.outcome.Window;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.Rules;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;
import kz.ruralincome.web.ui.layout.Formats;
import kz.ruralincome.web.ui.layout.Territories;

/** Backs {@code outcome/loans.xhtml}: the loans of a window and what they led to. */
@Named
@RequestScoped
public class LoanOutcomesPage {

    @Inject
    private LoanOutcomes door;

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

    private final Asked asked = new Asked();

    private String asOf;
    private String flowFrom;
    private String lender;
    private String territory;
    private String asKnownOn;

    private LocalDate day;
    private LocalDate first;
    private LoanAnswer answer;
    private LoanText text;

    /** Asks for what the address says. */
    public void load() {
        day = asked.date("asOf", asOf, calendar.today());
        first = asked.date(
                "flowFrom", flowFrom, Window.of(day, Optional.empty()).start());
        var moment = asked.moment("asKnownOn", asKnownOn);
        if (asked.isWrong()) {
            return;
        }
        var question = new OutcomeQuestion(
                day, Asked.text(flowFrom).map(given -> first), Asked.text(territory), Population.ALL, moment);
        try {
            answer = door.loans(new LoanQuestion(question, Asked.text(lender)), access.get());
            text = new LoanText(
                    format, language, access.get().seesPersons() ? Optional.of(members()) : Optional.empty());
        } catch (InvalidRequest refusal) {
            asked.refused(refusal);
        }
    }

    /** The lists go on as known on the moment of this page, so that they hold what it counts. */
    private Address members() {
        return getHere()
                .to("loan-members.xhtml")
                .with("asOf", day)
                .with("asKnownOn", answer.about().asKnownOn());
    }

    /** The address of this view. */
    public Address getHere() {
        return Address.of("loans.xhtml")
                .with("asOf", asOf)
                .with("flowFrom", flowFrom)
                .with("lender", lender)
                .with("territory", territory)
                .with("asKnownOn", asKnownOn);
    }

    /** An address under which these numbers never change. */
    public Address getPermanent() {
        return getHere().with("asOf", day).with("asKnownOn", answer.about().asKnownOn());
    }

    public List<String> getErrors() {
        return asked.sentences(language);
    }

    public boolean isAnswered() {
        return answer != null;
    }

    /** What the numbers rest on. */
    public OutcomeAnswer<LoanRow> getAbout() {
        return answer.about();
    }

    /** The version of the definitions by which these numbers are counted. */
    public String getRules() {
        return Rules.VERSION;
    }

    public LocalDate getObservedTo() {
        return answer.observedTo();
    }

    /** All loans: the figures that stand alone, and what they led to. */
    public LoanStory getStory() {
        return new LoanStory(answer, text);
    }

    public LoanTable getByTerritory() {
        return table(
                LoanGroup.TERRITORY,
                row -> row.unit().isEmpty() || row.key().equals(answer.about().territory())
                        ? null
                        : getHere().with("territory", row.key().orElseThrow()).toString());
    }

    public LoanTable getByLender() {
        return table(
                LoanGroup.LENDER,
                row -> getHere().with("lender", row.key().orElseThrow()).toString());
    }

    public LoanTable getByPurpose() {
        return table(LoanGroup.PURPOSE, row -> null);
    }

    public LoanTable getByQuarter() {
        return table(LoanGroup.QUARTER, row -> null);
    }

    private LoanTable table(LoanGroup group, java.util.function.Function<LoanRow, String> link) {
        return LoanTable.of(answer.rows(group), text, link);
    }

    public String getTerritoryName() {
        return territories.name(answer.about().territory().orElse(""), day);
    }

    public List<Territories.Choice> getTerritoryChoices() {
        return territories.choicesWith(getTerritory(), day);
    }

    /** Lenders to choose from; none while nothing is answered. */
    public List<LenderName> getLenders() {
        return answer == null ? List.of() : answer.lenders();
    }

    public String nameOf(LenderName one) {
        return text.name(one);
    }

    /** Whether a count is hidden, which the page then explains. */
    public boolean isWithheld() {
        return answer.isWithheld();
    }

    public LocalDate getDay() {
        return day;
    }

    public LocalDate getFirst() {
        return first;
    }

    /** The last day of the window. */
    public LocalDate getLast() {
        return day.minusDays(1);
    }

    public String getAsOf() {
        return asOf;
    }

    public void setAsOf(String asOf) {
        this.asOf = asOf;
    }

    public String getFlowFrom() {
        return flowFrom;
    }

    public void setFlowFrom(String flowFrom) {
        this.flowFrom = flowFrom;
    }

    public String getLender() {
        return lender;
    }

    public void setLender(String lender) {
        this.lender = lender;
    }

    /** As asked; an account that is bound to a territory has that one by default. */
    public String getTerritory() {
        return Asked.text(territory)
                .orElseGet(() -> access.get().territory().map("%09d"::formatted).orElse(""));
    }

    public void setTerritory(String territory) {
        this.territory = territory;
    }

    public String getAsKnownOn() {
        return asKnownOn;
    }

    public void setAsKnownOn(String asKnownOn) {
        this.asKnownOn = asKnownOn;
    }
}
