package kz.ruralincome.web.ui.assistance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.assistance.ReviewChange;
import kz.ruralincome.domain.assistance.ReviewList;
import kz.ruralincome.domain.assistance.ReviewListing;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;
import kz.ruralincome.web.ui.layout.Formats;
import kz.ruralincome.web.ui.layout.Territories;

/** Backs {@code assistance/review.xhtml}: what the last review of those on assistance has found. */
@Named
@RequestScoped
public class ReviewPage {

    private static final String PATH = "review.xhtml";

    @Inject
    private ReviewList reviews;

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

    private ReviewListing listing;

    /** Reads the page that the address asks for. */
    public void load() {
        Access.demand(access.get().seesPersons());
        var change = asked.choice("change", value("change"), ReviewChange.class);
        var after = after();
        if (asked.isWrong()) {
            return;
        }
        try {
            listing = reviews.page(Optional.ofNullable(value("territory")), change, after, access.get())
                    .orElse(null);
        } catch (InvalidRequest refusal) {
            asked.refused(refusal);
        }
    }

    private Optional<Integer> after() {
        String cursor = value("cursor");
        if (cursor != null && !cursor.matches("[0-9]{1,9}")) {
            asked.refused(new InvalidRequest("cursor", "layout.wrong.choice", cursor));
            return Optional.empty();
        }
        return Optional.ofNullable(cursor).map(Integer::valueOf);
    }

    /** What the address says of a name; null: nothing. */
    public String value(String name) {
        return Asked.text(request.getParameter(name)).orElse(null);
    }

    public List<String> getErrors() {
        return asked.sentences(language);
    }

    /** Null: there was no review, or the address makes no sense. */
    public ReviewListing getListing() {
        return listing;
    }

    public ReviewChange[] getChanges() {
        return ReviewChange.values();
    }

    public String countOf(ReviewChange change) {
        return format.number(listing.counts().getOrDefault(change, 0));
    }

    /** This list with one change alone. */
    public Address only(ReviewChange change) {
        return getHere().with("change", change);
    }

    public String placeOf(ReviewListing.Row row) {
        return territories.placeOf(row.place());
    }

    /** What the review found of a household, and what would have to be known. */
    public String missingOf(ReviewListing.Row row) {
        return row.missing().stream()
                .map(code -> language.say("assistance.missing.short." + code))
                .collect(Collectors.joining("; "));
    }

    public String mood(ReviewChange change) {
        return switch (change) {
            case FIRST, SAME, UP -> "good";
            case DOWN, NOT_KNOWN -> "warn";
            case NO_LONGER, REFUSED -> "bad";
        };
    }

    /** The day of application that the review tested. */
    public String testOf(ReviewListing.Row row) {
        return Address.of("test.xhtml")
                .with("household", row.household())
                .with("appliedOn", listing.quarter().first())
                .toString();
    }

    /** The territories to choose from; a list of persons' households knows no nowhere. */
    public List<Territories.Choice> getTerritoryChoices() {
        String chosen = value("territory");
        var choices = chosen == null || !chosen.matches("[0-9]{9}")
                ? territories.getToday()
                : territories.choicesWith(chosen, calendar.today());
        return choices.stream().filter(choice -> !choice.value().equals("none")).toList();
    }

    public Address getHere() {
        return Address.of(PATH).with("territory", value("territory")).with("change", value("change"));
    }

    public String getNext() {
        return listing.next()
                .map(next -> getHere().with("cursor", next).toString())
                .orElse(null);
    }

    public boolean isFirst() {
        return value("cursor") == null;
    }
}
