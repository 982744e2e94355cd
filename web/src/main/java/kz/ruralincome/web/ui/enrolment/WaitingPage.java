package kz.ruralincome.web.ui.enrolment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ruralincome.domain.enrolment.Waiting;
import kz.ruralincome.domain.enrolment.WaitingDesk;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;
import kz.ruralincome.web.ui.layout.Territories;

/** Backs {@code enrolment/waiting.xhtml}: wishes to decide, promises that are due, people without consent. */
@Named
@RequestScoped
public class WaitingPage {

    @Inject
    private WaitingDesk desk;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Territories territories;

    @Inject
    private HttpServletRequest request;

    private final Asked asked = new Asked();
    private Waiting kind;
    private Map<Waiting, Long> counts;
    private WaitingDesk.People people;

    /** Reads the people that the address asks for; each look is noted by the door. */
    public void load() {
        kind = asked.oneOf("of", request.getParameter("of"), Waiting.TO_DECIDE);
        counts = desk.counts(access.get());
        people = desk.list(kind, after(), access.get());
    }

    private Optional<WaitingDesk.Last> after() {
        try {
            return Asked.text(request.getParameter("cursor")).map(WaitingDesk.Last::of);
        } catch (IllegalArgumentException foreign) {
            throw new NotFoundException("participant");
        }
    }

    /** One of the lists, and how many it holds. */
    public record Kind(Waiting value, String address, String label, boolean current) {}

    public List<Kind> getKinds() {
        return Arrays.stream(Waiting.values())
                .map(one -> new Kind(
                        one,
                        "waiting.xhtml?of=" + one,
                        language.say("enrolment.waiting." + one, counts.get(one)),
                        one == kind))
                .toList();
    }

    public Waiting getKind() {
        return kind;
    }

    public List<WaitingDesk.Person> getItems() {
        return people.items();
    }

    public List<String> getErrors() {
        return asked.sentences(language);
    }

    public String placeOf(WaitingDesk.Person person) {
        return territories.placeOf(person.territory());
    }

    public String directionOf(WaitingDesk.Person person) {
        return person.direction()
                .map(number -> language.say("enrolment.direction." + number))
                .orElse("–");
    }

    public String getNext() {
        return people.next()
                .map(last -> Address.of("waiting.xhtml")
                        .with("of", kind)
                        .with("cursor", last)
                        .toString())
                .orElse(null);
    }
}
