package kz.ruralincome.web.ui.enrolment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import kz.ruralincome.domain.enrolment.ConsentScope;
import kz.ruralincome.domain.enrolment.EnrolmentDesk;
import kz.ruralincome.domain.enrolment.EnrolmentStatus;
import kz.ruralincome.domain.enrolment.Participation;
import kz.ruralincome.domain.enrolment.Step;
import kz.ruralincome.domain.intake.Labels;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Refusals;
import kz.ruralincome.web.ui.layout.Territories;

/** Backs {@code enrolment/person.xhtml}: the part that a person takes, what may be done next, and their consents. */
@Named
@RequestScoped
public class EnrolmentPage {

    private static final Set<String> DONE =
            Set.of("ENROL", "SUSPEND", "RESUME", "LEAVE", "DECLINE", "CONSENT", "WITHDRAW");

    @Inject
    private EnrolmentDesk desk;

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

    private UUID id;
    private Participation part;
    private Map<Step, List<String>> obstacles;

    /** Opens the person; the look is noted by the door. */
    public void load() {
        id = StepForm.personOf(request);
        part = desk.open(id, access.get());
        obstacles = desk.obstacles(id, access.get());
    }

    public UUID getId() {
        return id;
    }

    public Participation getPart() {
        return part;
    }

    public String getName() {
        return language.personName(part.person().name());
    }

    public String getPlace() {
        return territories.placeOf(part.person().territory());
    }

    public String placeOf(int unit) {
        return territories.path("%09d".formatted(unit), calendar.today());
    }

    public String getMood() {
        return part.status() == EnrolmentStatus.ENROLLED
                ? "good"
                : part.status() == EnrolmentStatus.SUSPENDED ? "warn" : "";
    }

    /** The sentences that say why a step was refused. */
    public List<String> getRefusals() {
        return Refusals.of(request);
    }

    /** What was just done, in words; empty: nothing. */
    public String getDone() {
        String done = String.valueOf(request.getParameter("done"));
        return DONE.contains(done) ? language.say("enrolment.done." + done) : "";
    }

    public boolean isOpen(String step) {
        return obstacles.get(Step.valueOf(step)).isEmpty();
    }

    /** The steps that cannot be taken today. */
    public List<Closed> getClosed() {
        return Arrays.stream(Step.values())
                .filter(step -> !obstacles.get(step).isEmpty())
                .map(step -> new Closed(
                        language.say("enrolment.step." + step),
                        obstacles.get(step).stream().map(this::today).toList()))
                .toList();
    }

    /** Of a step that is closed no day can be chosen: it is told when it opens. */
    private String today(String code) {
        return language.say(code.equals("enrolment.date.same-day") ? code + ".today" : code);
    }

    public boolean isNoneOpen() {
        return getClosed().size() == Step.values().length;
    }

    /** A step that cannot be taken, and why. */
    public record Closed(String step, List<String> reasons) {}

    /** The units in which somebody may be enrolled. */
    public List<Territories.Choice> getUnits() {
        return territories.choicesWith(getUnit(), calendar.today()).stream()
                .filter(choice -> choice.value().matches("[0-9]{9}"))
                .toList();
    }

    /** The unit that was chosen, else where they live. */
    public String getUnit() {
        String chosen = request.getParameter("unit");
        return chosen != null
                ? chosen
                : part.person().territory().map("%09d"::formatted).orElse("");
    }

    /** The direction that was chosen, else the one that they wished. */
    public String getDirection() {
        String chosen = request.getParameter("direction");
        return chosen != null
                ? chosen
                : part.wish()
                        .flatMap(Participation.Wish::direction)
                        .map(Object::toString)
                        .orElse("");
    }

    public List<Option> getDirections() {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(number -> new Option(Integer.toString(number), language.say("enrolment.direction." + number)))
                .toList();
    }

    public List<Option> getScopes() {
        return Arrays.stream(ConsentScope.values())
                .map(scope -> new Option(scope.name(), scopeOf(scope)))
                .toList();
    }

    public String scopeOf(ConsentScope scope) {
        return Labels.value("consent_scope", scope.name(), language.getCode());
    }

    /** One of the choices that there are. */
    public record Option(String value, String label) {}

    public LocalDate getToday() {
        return calendar.today();
    }

    public List<Participation.Consent> getConsents() {
        return part.consents().stream().filter(Participation.Consent::stands).toList();
    }

    public List<Participation.Consent> getFormerConsents() {
        return part.consents().stream().filter(consent -> !consent.stands()).toList();
    }

    public boolean holds(Participation.Consent consent) {
        return consent.covers(calendar.today());
    }

    /** The last day of a term; null: without one. */
    public LocalDate lastDayOf(Participation.Consent consent) {
        return consent.to().map(to -> to.minusDays(1)).orElse(null);
    }
}
