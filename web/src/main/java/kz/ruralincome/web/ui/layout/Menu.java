package kz.ruralincome.web.ui.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.web.language.Language;
import kz.ruralincome.web.security.CurrentAccess;

/** What stands on top of every page: where one can go, in which language, and the date that stands in for today. */
@Named
@RequestScoped
public class Menu {

    @Inject
    private CurrentAccess access;

    @Inject
    private BusinessCalendar calendar;

    @Inject
    private HttpServletRequest request;

    /** The places that the caller may go to. */
    public List<Entry> getEntries() {
        Access may = access.get();
        List<Entry> entries = new ArrayList<>();
        if (may.seesFigures()) {
            entries.add(new Entry("/outcome/outcomes.xhtml", "layout.outcomes"));
            entries.add(new Entry("/claim/claims.xhtml", "layout.claims"));
            entries.add(new Entry("/outcome/loans.xhtml", "loanoutcome.menu"));
        }
        if (may.seesPersons()) {
            entries.add(new Entry("/participant/search.xhtml", "layout.participants"));
        }
        if (may.seesPersons()) {
            entries.add(new Entry("/credit/loans.xhtml", "layout.loans"));
        }
        if (may.seesLoads()) {
            entries.add(new Entry("/intake/lists.xhtml", "layout.lists"));
        }
        if (may.seesJobs()) {
            entries.add(new Entry("/jobrun/jobs.xhtml", "layout.jobs"));
        }
        if (may.administers()) {
            entries.add(new Entry("/account/machines.xhtml", "layout.machines"));
        }
        return entries;
    }

    /** Whether the view is the entry's, or one of its folder that has no entry of its own. */
    public boolean isCurrent(Entry entry) {
        String path = request.getServletPath();
        return getEntries().stream()
                .filter(one -> one.path().equals(path))
                .findFirst()
                .or(() -> getEntries().stream()
                        .filter(one -> folder(one.path()).equals(folder(path)))
                        .findFirst())
                .filter(entry::equals)
                .isPresent();
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    public List<Language> getLanguages() {
        return List.of(Language.values());
    }

    /** Every language calls itself by its own name, whatever the page's language. */
    public String nameOf(Language tongue) {
        String own = tongue.locale().getDisplayLanguage(tongue.locale());
        return own.substring(0, 1).toUpperCase(tongue.locale()) + own.substring(1);
    }

    /** This view in another language: the same address with another {@code lang}. */
    public String inLanguage(Language tongue) {
        var query = new StringBuilder("?lang=").append(tongue.code());
        if ("GET".equals(request.getMethod())) {
            request.getParameterMap().forEach((name, values) -> {
                for (String value : name.equals("lang") ? new String[0] : values) {
                    query.append('&').append(encode(name)).append('=').append(encode(value));
                }
            });
        }
        return request.getContextPath() + request.getServletPath() + query;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The date that stands in for today; null while the calendar follows the clock. */
    public LocalDate getStandInDate() {
        return calendar.fixedDate().orElse(null);
    }

    /** A place: its view and the key of its name. */
    public record Entry(String path, String label) {}
}
