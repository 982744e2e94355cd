package kz.ruralincome.web.ui.participant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.participant.ParticipantSummary;
import kz.ruralincome.domain.participant.PersonPage;
import kz.ruralincome.domain.participant.PersonSearch;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;
import kz.ruralincome.web.ui.layout.Territories;

/**
 * Backs {@code participant/search.xhtml}. What is typed is posted: an IIN must stand in no address, so a search by it goes
 * on to the person; a name goes on to an address that can be sent to a colleague.
 */
@Named
@RequestScoped
public class SearchPage {

    private static final String MOSTLY_DIGITS = "[0-9 ]{9,}|[0-9]+[.,]?[0-9]*[eE]\\+?[0-9]+";

    @Inject
    private PersonSearch door;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Territories territories;

    @Inject
    private BusinessCalendar calendar;

    private final Asked asked = new Asked();

    private String query;
    private String chosen;
    private String name;
    private String territory;
    private String cursor;
    private PersonPage page;
    private boolean nobody;

    /** Searches for the name in the address. */
    public void load() {
        query = name;
        chosen = territory;
        if (Asked.text(name).isEmpty()) {
            Access.demand(access.get().seesPersons());
            return;
        }
        try {
            page = door.byName(name, Asked.text(territory), Asked.text(cursor), access.get());
            nobody = page.items().isEmpty();
        } catch (InvalidRequest refusal) {
            asked.refused(refusal);
        }
    }

    /** Takes what was typed. */
    public String search() {
        String typed = query == null ? "" : query.strip();
        try {
            if (typed.matches(MOSTLY_DIGITS)) {
                var found = door.byIin(typed.replace(" ", ""), access.get()).items();
                nobody = found.isEmpty();
                return nobody
                        ? null
                        : "/participant/view.xhtml?faces-redirect=true&id="
                                + found.get(0).id();
            }
            if (typed.isEmpty()) {
                throw new InvalidRequest("query", "participant.search.empty");
            }
            return "/participant/"
                    + Address.of("search.xhtml")
                            .with("faces-redirect", true)
                            .with("name", typed)
                            .with("territory", chosen);
        } catch (InvalidRequest refusal) {
            asked.refused(refusal);
            return null;
        }
    }

    public List<String> getErrors() {
        return asked.sentences(language);
    }

    public List<ParticipantSummary> getPeople() {
        return page == null ? List.of() : page.items();
    }

    public boolean isNobody() {
        return nobody;
    }

    public String getNext() {
        return page == null
                ? null
                : page.next()
                        .map(next -> Address.of("search.xhtml")
                                .with("name", name)
                                .with("territory", territory)
                                .with("cursor", next)
                                .toString())
                        .orElse(null);
    }

    public String placeOf(ParticipantSummary person) {
        return person.territory()
                .map(unit -> territories.path("%09d".formatted(unit), calendar.today()))
                .orElseGet(() -> language.say("outcome.nowhere"));
    }

    public String getQuery() {
        return query;
    }

    public void setQuery(String query) {
        this.query = query;
    }

    public String getChosen() {
        return chosen;
    }

    public void setChosen(String chosen) {
        this.chosen = chosen;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getTerritory() {
        return territory;
    }

    public void setTerritory(String territory) {
        this.territory = territory;
    }

    public String getCursor() {
        return cursor;
    }

    public void setCursor(String cursor) {
        this.cursor = cursor;
    }
}
