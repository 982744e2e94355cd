package kz.ruralincome.web.ui.quality;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.quality.Finding;
import kz.ruralincome.domain.quality.FindingCounts;
import kz.ruralincome.domain.quality.FindingDesk;
import kz.ruralincome.domain.quality.FindingFilter;
import kz.ruralincome.domain.quality.FindingKind;
import kz.ruralincome.domain.quality.FindingPage;
import kz.ruralincome.domain.quality.FindingState;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;
import kz.ruralincome.web.ui.layout.Formats;
import kz.ruralincome.web.ui.layout.Territories;

/** Backs {@code quality/findings.xhtml}: how much of each kind does not fit together, and the list behind each number. */
@Named
@RequestScoped
public class FindingsPage {

    @Inject
    private FindingDesk desk;

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

    @Inject
    private HttpServletRequest request;

    private final Asked asked = new Asked();

    private FindingFilter filter = FindingFilter.open();
    private FindingCounts counts;
    private FindingPage page;

    /** A kind and how many findings there are of it in each state. */
    public record Line(FindingKind kind, List<Count> counts, boolean chosen) {}

    /** A number and the list behind it. */
    public record Count(FindingState state, int number, Address address) {}

    /** Reads the page that the address asks for. */
    public void load() {
        Access.demand(access.get().writesOfPersons());
        var chosen = new FindingFilter(
                asked.choice("kind", request.getParameter("kind"), FindingKind.class),
                asked.oneOf("state", request.getParameter("state"), FindingState.OPEN),
                text("territory"));
        if (asked.isWrong()) {
            return;
        }
        try {
            page = desk.page(chosen, text("cursor"), access.get());
            counts = desk.counts(chosen.territory(), access.get());
            filter = chosen;
        } catch (InvalidRequest refusal) {
            asked.refused(refusal);
        }
    }

    private Optional<String> text(String name) {
        return Asked.text(request.getParameter(name));
    }

    public List<String> getErrors() {
        return asked.sentences(language);
    }

    public boolean isRead() {
        return page != null;
    }

    /** All kinds, those too of which there is nothing. */
    public List<Line> getLines() {
        return Arrays.stream(FindingKind.values())
                .map(one -> new Line(
                        one,
                        Arrays.stream(FindingState.values())
                                .map(state -> new Count(
                                        state,
                                        counts.of(one, state),
                                        getHere().with("kind", one).with("state", state)))
                                .toList(),
                        filter.kind().filter(one::equals).isPresent()))
                .toList();
    }

    /** How many the list holds. */
    public String getCount() {
        return language.say(
                "quality.count",
                filter.kind().map(one -> counts.of(one, filter.state())).orElseGet(() -> counts.of(filter.state())));
    }

    public String getFreshness() {
        return counts.asOf()
                .map(day -> language.say("quality.as-of", format.date(day)))
                .orElseGet(() -> language.say("quality.not-yet"));
    }

    public List<Finding> getFindings() {
        return page.items();
    }

    /** What the chosen kind means and how it is mended; null when all are shown. */
    public String getAbout() {
        return filter.kind().map(one -> language.say("quality.about." + one)).orElse(null);
    }

    public Address getHere() {
        return Address.of("findings.xhtml")
                .with("kind", filter.kind().orElse(null))
                .with("state", filter.state())
                .with("territory", filter.territory().orElse(null));
    }

    public String getNext() {
        return page.next()
                .map(next -> getHere().with("cursor", next).toString())
                .orElse(null);
    }

    public boolean isFirst() {
        return text("cursor").isEmpty();
    }

    public FindingKind[] getKinds() {
        return FindingKind.values();
    }

    public FindingState[] getStates() {
        return FindingState.values();
    }

    public FindingFilter getFilter() {
        return filter;
    }

    public List<Territories.Choice> getTerritoryChoices() {
        return text("territory")
                .map(chosen -> territories.choicesWith(chosen, calendar.today()))
                .orElseGet(territories::getToday);
    }
}
