package kz.ruralincome.web.ui.participant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.participant.ContactSearch;
import kz.ruralincome.domain.participant.ParticipantSummary;
import kz.ruralincome.domain.participant.PersonHit;
import kz.ruralincome.domain.participant.PersonPage;
import kz.ruralincome.domain.participant.PersonSearch;
import kz.ruralincome.domain.participant.SearchTerm;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;
import kz.ruralincome.web.ui.layout.Territories;

/**
 * Backs {@code participant/search.xhtml}. What is typed is posted: an IIN must stand in no address, so a search by it goes
 * on to the person, nor must a phone or a name, for which a key stands there; a household goes on to an address that can be
 * sent to a colleague.
 */
@Named
@RequestScoped
public class SearchPage {

    @Inject
    private PersonSearch door;

    @Inject
    private ContactSearch contacts;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Territories territories;

    @Inject
    private RecentNames names;

    @Inject
    private HttpServletRequest request;

    private final Asked asked = new Asked();

    private String query;
    private String chosen;
    private String name;
    private String territory;
    private String cursor;
    private String phone;
    private String household;
    private PersonPage page;
    private List<PersonHit> hits;
    private boolean nobody;

    /** Searches for what the address names. */
    public void load() {
        Optional<String> words = Asked.text(name).flatMap(names::find);
        query = words.orElse(household);
        chosen = territory;
        Access.demand(access.get().seesPersons());
        try {
            if (words.isPresent()) {
                page = door.byName(words.get(), Asked.text(territory), Asked.text(cursor), access.get());
                nobody = page.items().isEmpty();
            } else if (Asked.text(name).isPresent()) {
                throw new InvalidRequest("query", "participant.search.over");
            } else if (Asked.text(household).isPresent()) {
                found(contacts.byHousehold(household.strip(), access.get()));
            } else if (Asked.text(phone).isPresent()) {
                found(contacts.byPhone(key(), access.get()));
            }
        } catch (InvalidRequest refusal) {
            asked.refused(refusal);
        }
    }

    private void found(List<PersonHit> people) {
        hits = people;
        nobody = people.isEmpty();
    }

    private long key() {
        try {
            return Long.parseLong(phone);
        } catch (NumberFormatException malformed) {
            throw new NotFoundException("participant");
        }
    }

    /** Takes what was typed, and goes on by what it looks like. */
    public String search() {
        try {
            var term = SearchTerm.of(query == null ? "" : query);
            if (term.text().isEmpty()) {
                throw new InvalidRequest("query", "participant.search.empty");
            }
            Optional<String> view =
                    switch (term.kind()) {
                        case IIN -> person(term.text());
                        case PHONE ->
                            phone(term.text())
                                    .or(() -> household(query.strip()))
                                    .or(() -> SearchTerm.shortenedIin(query).flatMap(this::person));
                        case HOUSEHOLD -> household(term.text()).or(() -> words(term));
                        case NAME -> name(term.text());
                    };
            nobody = view.isEmpty();
            return view.orElse(null);
        } catch (InvalidRequest refusal) {
            asked.refused(refusal);
            return null;
        }
    }

    private Optional<String> person(String iin) {
        return door.byIin(iin, access.get()).items().stream()
                .findFirst()
                .map(found -> isMerging()
                        ? "/participant/merge.xhtml?faces-redirect=true&kept=" + getWith() + "&merged=" + found.id()
                        : "/participant/view.xhtml?faces-redirect=true&id=" + found.id());
    }

    private Optional<String> phone(String digits) {
        return contacts.phoneKey(digits, access.get())
                .map(key -> here().with("phone", key).toString());
    }

    private Optional<String> household(String number) {
        return contacts.isHousehold(number, access.get())
                ? Optional.of(here().with("household", number).toString())
                : Optional.empty();
    }

    private Optional<String> words(SearchTerm term) {
        if (term.isMixed()) {
            throw new InvalidRequest("query", "participant.search.mixed");
        }
        return term.mayBeName() ? name(term.text()) : Optional.empty();
    }

    private Optional<String> name(String words) {
        return Optional.of(
                here().with("name", names.keep(words)).with("territory", chosen).toString());
    }

    private Address here() {
        return Address.of("/participant/search.xhtml")
                .with("faces-redirect", true)
                .with("with", isMerging() ? getWith() : null);
    }

    /** Whether the second record of a person is looked for. */
    public boolean isMerging() {
        return access.get().writesOfPersons() && getWith() != null && getWith().matches("[0-9a-f-]{36}");
    }

    public List<String> getErrors() {
        return asked.sentences(language);
    }

    public List<ParticipantSummary> getPeople() {
        return page != null
                ? page.items()
                : hits == null
                        ? List.of()
                        : hits.stream().map(PersonHit::person).toList();
    }

    /** By what they were found, as a caption of the list. */
    public String getFoundBy() {
        if (page != null) {
            return language.say("participant.found");
        }
        return household != null
                ? language.say("participant.found.household", household)
                : language.say("participant.found.phone");
    }

    /** Whether it is said of each if they have the phone, or belong to the household, on the day. */
    public boolean isByContact() {
        return hits != null;
    }

    /** How the person goes with what they were found by: on the day, or once. */
    public String foundBy(ParticipantSummary person) {
        boolean current = hits.stream().anyMatch(hit -> hit.person().id().equals(person.id()) && hit.current());
        return language.say(
                "participant.found." + (household != null ? "member" : "number") + (current ? "" : ".once"));
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
                                .with("with", isMerging() ? getWith() : null)
                                .toString())
                        .orElse(null);
    }

    public String placeOf(ParticipantSummary person) {
        return territories.placeOf(person.territory());
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

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public String getHousehold() {
        return household;
    }

    public void setHousehold(String household) {
        this.household = household;
    }

    /** The record that another one is sought for; asked of the request, since it must be there when the form comes back. */
    public String getWith() {
        return request.getParameter("with");
    }

    public String getCursor() {
        return cursor;
    }

    public void setCursor(String cursor) {
        this.cursor = cursor;
    }
}
