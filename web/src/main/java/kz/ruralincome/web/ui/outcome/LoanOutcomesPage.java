package kz.ruralincome.web.ui.outcome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kz.ruralincome.domain.account.LenderName;
import kz.ruralincome.domain.outcome.LoanAnswer;
import kz.ruralincome.domain.outcome.LoanGroup;
import kz.ruralincome.domain.outcome.LoanOutcomes;
import kz.ruralincome.domain.outcome.LoanQuestion;
import kz.ruralincome.domain.outcome.LoanRow;
import kz.ruralincome.domain.outcome.OutcomeAnswer;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.Rules;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Formats;
import kz.ruralincome.web.ui.layout.Territories;

/** Backs {@code outcome/loans.xhtml}: the loans of a window and what they led to. */
@Named
@RequestScoped
public class LoanOutcomesPage extends AskedLoans {

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

    private LoanAnswer answer;
    private LoanText text;

    /** Asks for what the address says. */
    public void load() {
        try {
            question(calendar.today()).ifPresent(this::ask);
        } catch (InvalidRequest refusal) {
            asked().refused(refusal);
        }
    }

    private void ask(LoanQuestion question) {
        answer = door.loans(question, access.get());
        text = new LoanText(format, language, access.get().seesPersons() ? Optional.of(members()) : Optional.empty());
    }

    /** The lists go on as known on the moment of this page, so that they hold what it counts. */
    private Address members() {
        return getHere()
                .to("loan-members.xhtml")
                .with("asOf", getDay())
                .with("asKnownOn", answer.about().asKnownOn());
    }

    /** The address of this view. */
    public Address getHere() {
        return figures();
    }

    /** An address under which these numbers never change. */
    public Address getPermanent() {
        return getHere().with("asOf", getDay()).with("asKnownOn", answer.about().asKnownOn());
    }

    public List<String> getErrors() {
        return errors(language);
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

    private LoanTable table(LoanGroup group, Function<LoanRow, String> link) {
        return LoanTable.of(answer.rows(group), text, link);
    }

    public String getTerritoryName() {
        return territories.name(answer.about().territory().orElse(""), getDay());
    }

    public List<Territories.Choice> getTerritoryChoices() {
        return territories.choicesWith(getTerritory(), getDay());
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

    /** The last day of the window. */
    public LocalDate getLast() {
        return getDay().minusDays(1);
    }

    /** As asked; an account that is bound to a territory has that one by default. */
    @Override
    public String getTerritory() {
        return territoryOr(access.get());
    }
}
