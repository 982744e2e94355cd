package kz.ruralincome.web.ui.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.web.language.Language;
import kz.ruralincome.web.security.CurrentAccess;

/** What stands on top of every page: where one can go, in which language, and the date that stands in for today. */
@Named
@RequestScoped
public class Menu {

    private static final String OUTCOMES = "/outcome/";

    /** What the views of outcomes have in common in their addresses; those of people between two days call the later one {@code to}. */
    private static final List<String> CHOICE =
            List.of("asOf", "from", "territory", "population", "indicator", "asKnownOn");

    @Inject
    private CurrentAccess access;

    @Inject
    private BusinessCalendar calendar;

    @Inject
    private HttpServletRequest request;

    /** The sections that the caller may go to, each by its first page. */
    public List<Entry> getEntries() {
        return Arrays.stream(Section.values())
                .filter(section -> !section.placesFor(access.get()).isEmpty())
                .map(section -> new Entry(
                        section.placesFor(access.get()).get(0).path(),
                        section.labelFor(access.get()),
                        section.holds(request.getServletPath())))
                .toList();
    }

    /** Every page that the caller may go to, section by section. */
    public List<Entry> getPlaces() {
        return Arrays.stream(Section.values())
                .flatMap(section -> section.placesFor(access.get()).stream())
                .map(place -> new Entry(place.path(), place.label(), false))
                .toList();
    }

    /** The pages of the section that this view belongs to; none where there is no choice. */
    public List<Entry> getTabs() {
        List<Entry> tabs = Arrays.stream(Section.values())
                .filter(section -> section.holds(request.getServletPath()))
                .flatMap(section -> section.placesFor(access.get()).stream())
                .map(place -> new Entry(
                        withChoice(place.path()), place.label(), place.path().equals(request.getServletPath())))
                .toList();
        return tabs.size() > 1 ? tabs : List.of();
    }

    /** A view of outcomes shows what was chosen on the one before it. */
    private String withChoice(String path) {
        if (!path.startsWith(OUTCOMES) || !request.getServletPath().startsWith(OUTCOMES)) {
            return path;
        }
        var address = Address.of(path).with("asOf", request.getParameter("to"));
        for (String name : CHOICE) {
            String value = request.getParameter(name);
            address = value == null ? address : address.with(name, value);
        }
        return address.toString();
    }

    public List<Language> getLanguages() {
        return List.of(Language.values());
    }

    /** Every language calls itself by its own name, whatever the page's language. */
    public String nameOf(Language tongue) {
        String own = tongue.locale().getDisplayLanguage(tongue.locale());
        return own.substring(0, 1).toUpperCase(tongue.locale()) + own.substring(1);
    }

    /**
     * This view in another language: the same address with another {@code lang}. What a form sent stands in no address, and a
     * view that shows a refused form is still about what its address names.
     */
    public String inLanguage(Language tongue) {
        Object wrong = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = wrong == null ? request.getContextPath() + request.getServletPath() : wrong.toString();
        return inLanguage(tongue, path, request.getQueryString());
    }

    /** Two slashes at the beginning would lead to another site. */
    static String inLanguage(Language tongue, String path, String query) {
        return Stream.concat(
                        Stream.of("lang=" + tongue.code()),
                        Stream.of(query == null ? new String[0] : query.split("&"))
                                .filter(pair -> !pair.isEmpty() && !pair.startsWith("lang=")))
                .collect(Collectors.joining("&", path.replaceFirst("^[/\\\\]+", "/") + "?", ""));
    }

    /** The date that stands in for today; null while the calendar follows the clock. */
    public LocalDate getStandInDate() {
        return calendar.fixedDate().orElse(null);
    }

    /**
     * A place that one can go to.
     *
     * @param path its view
     * @param label the key of its name
     * @param current whether one is there
     */
    public record Entry(String path, String label, boolean current) {}
}
