package kz.ruralincome.web.ui.screening;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.screening.ScreeningDesk;
import kz.ruralincome.domain.screening.ScreeningPage;
import kz.ruralincome.domain.screening.ScreeningState;
import kz.ruralincome.domain.screening.ScreeningSummary;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;
import kz.ruralincome.web.ui.layout.Territories;

/** Backs {@code screening/list.xhtml}: drafts to go on with, and what was finished or cancelled. */
@Named
@RequestScoped
public class ScreeningListPage {

    @Inject
    private ScreeningDesk desk;

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
    private ScreeningPage page;

    /** Reads the screenings that the address asks for. */
    public void load() {
        Optional<ScreeningState> wanted = asked.choice("state", getState(), ScreeningState.class);
        page = desk.list(wanted, number(), access.get());
    }

    private Optional<Long> number() {
        return Asked.text(request.getParameter("before")).map(text -> {
            if (!text.matches("[0-9]{1,18}")) {
                throw new NotFoundException("screening");
            }
            return Long.valueOf(text);
        });
    }

    public List<ScreeningSummary> getItems() {
        return page.items();
    }

    public long getCount() {
        return page.count();
    }

    public List<String> getErrors() {
        return asked.sentences(language);
    }

    /** The state that is asked for; null: any. */
    public String getState() {
        return request.getParameter("state");
    }

    public ScreeningState[] getStates() {
        return ScreeningState.values();
    }

    public String placeOf(ScreeningSummary screening) {
        return screening
                .unit()
                .map(unit -> territories.path("%09d".formatted(unit), calendar.today()))
                .orElse("–");
    }

    /** A draft is gone on with, anything else is looked at. */
    public String addressOf(ScreeningSummary screening) {
        return (screening.state() == ScreeningState.DRAFT ? "form.xhtml?id=" : "view.xhtml?id=") + screening.id();
    }

    public String mood(ScreeningSummary screening) {
        return switch (screening.state()) {
            case DRAFT -> "warn";
            case FINISHED -> "good";
            case CANCELLED -> "bad";
        };
    }

    public String getNext() {
        return page.next()
                .map(last -> Address.of("list.xhtml")
                        .with("state", getState())
                        .with("before", last)
                        .toString())
                .orElse(null);
    }
}
