package kz.ruralincome.web.ui.trail;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.trail.TrailDesk;
import kz.ruralincome.domain.trail.TrailFilter;
import kz.ruralincome.domain.trail.TrailLine;
import kz.ruralincome.domain.trail.TrailPage;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.language.Texts;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;
import kz.ruralincome.web.ui.layout.Collation;

/** Backs {@code trail/trail.xhtml}: who did and saw what, and when. */
@Named
@RequestScoped
public class TrailViewPage {

    static final String WORDS = "trail.action.";

    @Inject
    private TrailDesk desk;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private HttpServletRequest request;

    private final Asked asked = new Asked();

    private TrailForm form;
    private TrailPage page;

    /** An action to choose, with its words. */
    public record Choice(String code, String words) {}

    @PostConstruct
    void begin() {
        form = new TrailForm(request);
    }

    /** Reads the page that the address asks for; the door notes the look. */
    public void load() {
        Access.demand(access.get().administers());
        TrailFilter filter = form.filter(asked);
        if (asked.isWrong()) {
            return;
        }
        try {
            page = desk.page(filter, Asked.text(form.text("cursor")), access.get());
        } catch (InvalidRequest refusal) {
            asked.refused(refusal);
        }
    }

    public List<String> getErrors() {
        return asked.sentences(language);
    }

    public boolean isRead() {
        return page != null;
    }

    public List<TrailLine> getLines() {
        return page.items();
    }

    /** What was done, in words; null: there are none, and the code must do. */
    public String wordsOf(String action) {
        return Texts.has(language.get(), WORDS + action) ? language.say(WORDS + action) : null;
    }

    /** The circumstances; an empty object says nothing. */
    public String detailsOf(TrailLine line) {
        return line.details().filter(details -> !details.equals("{}")).orElse("");
    }

    public String personPage(TrailLine line) {
        return Address.of("/participant/view.xhtml")
                .with("id", line.person().orElseThrow())
                .toString();
    }

    public List<String> getAccounts() {
        return desk.accounts(access.get());
    }

    /** What stands in the trail, by its words. */
    public List<Choice> getActions() {
        return desk.actions(access.get()).stream()
                .map(code -> new Choice(code, Texts.has(language.get(), WORDS + code) ? wordsOf(code) : code))
                .sorted(Comparator.comparing(Choice::words, Collation.of(language.get())))
                .toList();
    }

    /** What the address asks under the name. */
    public String value(String name) {
        return form.text(name);
    }

    public Address getHere() {
        return form.to("trail.xhtml");
    }

    /** All that was asked for, as a file. */
    public Address getFile() {
        return form.to("trail.csv");
    }

    public Address getNext() {
        return page.next().map(place -> getHere().with("cursor", place)).orElse(null);
    }

    public boolean isFirst() {
        return form.text("cursor").isEmpty();
    }
}
