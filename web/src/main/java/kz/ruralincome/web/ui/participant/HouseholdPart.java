package kz.ruralincome.web.ui.participant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.intake.Labels;
import kz.ruralincome.domain.participant.HouseholdOn;
import kz.ruralincome.domain.participant.Households;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Asked;
import kz.ruralincome.web.ui.layout.Territories;

/** The household of a person on the day that the address asks for, today by default. */
@Named
@RequestScoped
public class HouseholdPart {

    @Inject
    private Households households;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Territories territories;

    @Inject
    private BusinessCalendar calendar;

    @Inject
    private HttpServletRequest request;

    private final Asked asked = new Asked();
    private LocalDate day;
    private Optional<HouseholdOn> household;

    /** Reads the household; each look is noted by the door. */
    void load(UUID person) {
        day = asked.date("on", request.getParameter("on"), calendar.today());
        household = households.on(person, day, access.get());
    }

    /** The day in the form that a field of a date takes. */
    public String getDay() {
        return day.toString();
    }

    public LocalDate getOn() {
        return day;
    }

    public boolean isThere() {
        return household.isPresent();
    }

    public String getNumber() {
        return household.orElseThrow().number();
    }

    /** Where it is on the day. */
    public String getPlace() {
        return household
                .orElseThrow()
                .unit()
                .map(unit -> territories.path("%09d".formatted(unit), day))
                .orElseGet(() -> language.say("outcome.nowhere"));
    }

    public List<HouseholdOn.Member> getMembers() {
        return household.map(HouseholdOn::members).orElse(List.of());
    }

    public List<HouseholdOn.Change> getChanges() {
        return household.map(HouseholdOn::changes).orElse(List.of());
    }

    public List<String> getErrors() {
        return asked.sentences(language);
    }

    /** Of whom is out of reach, a dash. */
    public String relation(Optional<String> code) {
        return code.map(known -> Labels.value("relation", known, language.getCode()))
                .orElse("–");
    }

    /** Of whom is out of reach, a dash. */
    public String state(HouseholdOn.Member member) {
        return member.state()
                .map(known -> language.say("movement.state." + known))
                .orElse("–");
    }

    /** Whom a change befell: the name, and the relation of whom is in reach. */
    public String whoOf(HouseholdOn.Change change) {
        String name = language.personName(change.name());
        return change.relation().isPresent() ? name + " (" + relation(change.relation()) + ")" : name;
    }
}
