package kz.ruralincome.web.ui.outcome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import kz.ruralincome.domain.movement.MatrixAnswer;
import kz.ruralincome.domain.movement.MatrixQuestion;
import kz.ruralincome.domain.movement.MemberPage;
import kz.ruralincome.domain.movement.MovementDesk;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;
import kz.ruralincome.web.ui.layout.Territories;

/** Backs {@code outcome/members.xhtml}: the people behind one cell of the matrix. */
@Named
@RequestScoped
public class MembersPage extends AskedOutcome {

    @Inject
    private MovementDesk door;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Territories territories;

    @Inject
    private BusinessCalendar calendar;

    private String from;
    private String to;
    private String fromState;
    private String toState;
    private String population;
    private String cursor;

    private LocalDate first;
    private LocalDate second;
    private MatrixAnswer<MemberPage> answer;

    /** Asks for the people; each look is noted by the door. */
    public void load() {
        second = asked().date("to", to, calendar.today());
        first = asked().date("from", from, second.minusYears(1));
        var whom = asked().oneOf("population", population, Population.ALL);
        var moment = asked().moment("asKnownOn", getAsKnownOn());
        if (asked().isWrong()) {
            return;
        }
        try {
            var question = new MatrixQuestion(first, second, askedTerritory(), whom, moment);
            answer = door.members(question, fromState, toState, Asked.text(cursor), access.get());
        } catch (InvalidRequest refusal) {
            asked().refused(refusal);
        }
    }

    public List<String> getErrors() {
        return errors(language);
    }

    public boolean isAnswered() {
        return answer != null;
    }

    public List<MemberPage.Member> getMembers() {
        return answer.content().items();
    }

    public Address getHere() {
        return Address.of("members.xhtml")
                .with("from", first)
                .with("to", second)
                .with("fromState", fromState)
                .with("toState", toState)
                .with("territory", getTerritory())
                .with("population", population)
                .with("asKnownOn", getAsKnownOn());
    }

    public String getNext() {
        return answer.content()
                .next()
                .map(next -> getHere().with("cursor", next).toString())
                .orElse(null);
    }

    public Address getBack() {
        return Address.of("outcomes.xhtml")
                .with("asOf", second)
                .with("from", first)
                .with("territory", getTerritory())
                .with("population", population)
                .with("asKnownOn", getAsKnownOn());
    }

    public String getTerritoryName() {
        return territories.name(answer.territory().orElse(""), second);
    }

    public LocalDate getFirst() {
        return first;
    }

    public LocalDate getSecond() {
        return second;
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

    public String getFromState() {
        return fromState;
    }

    public void setFromState(String fromState) {
        this.fromState = fromState;
    }

    public String getToState() {
        return toState;
    }

    public void setToState(String toState) {
        this.toState = toState;
    }

    public String getPopulation() {
        return population;
    }

    public void setPopulation(String population) {
        this.population = population;
    }

    public String getCursor() {
        return cursor;
    }

    public void setCursor(String cursor) {
        this.cursor = cursor;
    }
}
