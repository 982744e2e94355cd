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
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Formats;

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

    private LoanAnswer answer;
    private LoanText text;
    private LoanStory story;
    private LoanTable byTerritory;
    private LoanTable byLender;
    private LoanTable byPurpose;
    private LoanTable byQuarter;

    /** Asks for what the address says. */
    public void load() {
        try {
            question().ifPresent(this::ask);
        } catch (InvalidRequest refusal) {
            asked().refused(refusal);
        }
    }

    private void ask(LoanQuestion question) {
        answer = door.loans(question, access.get());
        text = new LoanText(format, language, access.get().seesPersons() ? Optional.of(members()) : Optional.empty());
        // written once: a page asks for a table again for each of its cells
        story = new LoanStory(answer, text);
        byTerritory = table(
                LoanGroup.TERRITORY,
                row -> row.unit().isEmpty() || row.key().equals(answer.about().territory())
                        ? null
                        : getHere().with("territory", row.key().orElseThrow()).toString());
        byLender = table(
                LoanGroup.LENDER,
                row -> getHere().with("lender", row.key().orElseThrow()).toString());
        byPurpose = table(LoanGroup.PURPOSE, row -> null);
        byQuarter = table(LoanGroup.QUARTER, row -> null);
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

    /** What the numbers rest on. */
    public RestsOn getRests() {
        return RestsOn.of(answer.about(), getHere().with("asOf", getDay()));
    }

    public boolean isAnswered() {
        return answer != null;
    }

    public LocalDate getObservedTo() {
        return answer.observedTo();
    }

    /** All loans: the figures that stand alone, and what they led to. */
    public LoanStory getStory() {
        return story;
    }

    public LoanTable getByTerritory() {
        return byTerritory;
    }

    public LoanTable getByLender() {
        return byLender;
    }

    public LoanTable getByPurpose() {
        return byPurpose;
    }

    public LoanTable getByQuarter() {
        return byQuarter;
    }

    private LoanTable table(LoanGroup group, Function<LoanRow, String> link) {
        return LoanTable.of(answer.rows(group), text, link);
    }

    public String getTerritoryName() {
        return nameOf(answer.about().territory());
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
}
