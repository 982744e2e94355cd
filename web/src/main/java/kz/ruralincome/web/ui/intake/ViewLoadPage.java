package kz.ruralincome.web.ui.intake;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.account.Role;
import kz.ruralincome.domain.intake.Labels;
import kz.ruralincome.domain.intake.ListDesk;
import kz.ruralincome.domain.intake.Load;
import kz.ruralincome.domain.intake.LoadProblem;
import kz.ruralincome.domain.intake.LoadState;
import kz.ruralincome.domain.intake.MappingDesk;
import kz.ruralincome.domain.intake.MendDesk;
import kz.ruralincome.domain.intake.TerritoryDifference;
import kz.ruralincome.domain.screening.ScreeningLoads;
import kz.ruralincome.domain.screening.ScreeningSummary;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.DomainException;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Formats;
import kz.ruralincome.web.ui.layout.Territories;

/** Backs {@code intake/load.xhtml}: one load, how far it is, what was found, and what may be done about it. */
@Named
@RequestScoped
public class ViewLoadPage {

    @Inject
    private ListDesk desk;

    @Inject
    private MappingDesk mappings;

    @Inject
    private MendDesk mending;

    @Inject
    private ScreeningLoads screenings;

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
    private LoadNames names;

    @Inject
    private HttpServletRequest request;

    private String id;
    private Load load;
    private List<ProblemLine> errors = List.of();
    private List<ProblemLine> warnings = List.of();
    private String refusal;
    private List<LoadLine> later = List.of();
    private List<TerritoryDifference> differences;
    private Optional<ScreeningSummary> screening;

    /** Something found in the file, with its sentence. */
    public record ProblemLine(String row, String column, String code, String sentence, String value) {}

    @PostConstruct
    void begin() {
        id = request.getParameter("id");
    }

    /** Reads the load that the address names. */
    public void read() {
        UUID wanted = identity();
        load = desk.load(wanted, access.get());
        errors = lines(desk.problems(wanted, true, access.get()));
        warnings = lines(desk.problems(wanted, false, access.get()));
    }

    /** Lets a held load go in. */
    public String confirm() {
        return act(() -> desk.confirm(identity(), access.get()));
    }

    /** Takes back what the load did. */
    public String withdraw() {
        return act(() -> desk.withdraw(identity(), access.get()));
    }

    /** Sends a list that was only tried once more, for good. */
    public String takeIn() {
        try {
            return "/intake/load.xhtml?faces-redirect=true&id=" + desk.sendForGood(identity(), access.get());
        } catch (DomainException refused) {
            refusal = language.say(refused.code(), refused.arguments());
            read();
            return null;
        }
    }

    private String act(Runnable action) {
        try {
            action.run();
            return "/intake/load.xhtml?faces-redirect=true&id=" + identity();
        } catch (DomainException refused) {
            refusal = language.say(refused.code(), refused.arguments());
            if (refused.code().equals("load.built-on")) {
                later = names.ofAll(refused.arguments().get(0).toString());
                refusal = later.isEmpty() ? refusal : language.say("load.built-on.these");
            }
            read();
            return null;
        }
    }

    private UUID identity() {
        try {
            return UUID.fromString(id == null ? "" : id);
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundException("load");
        }
    }

    private List<ProblemLine> lines(List<LoadProblem> problems) {
        return problems.stream()
                .map(problem -> new ProblemLine(
                        problem.row() == 0 ? "–" : format.number(problem.row()),
                        problem.column()
                                .map(column -> Labels.column(load.list(), column, language.getCode()))
                                .orElse("–"),
                        problem.code(),
                        names.sentence(problem, load.list()),
                        problem.value().orElse("")))
                .toList();
    }

    /** The screening that it was made by; null: none, or out of the reader's reach. */
    public ScreeningSummary getScreening() {
        if (screening == null) {
            screening = screenings.madeBy(getLoad(), access.get());
        }
        return screening.orElse(null);
    }

    public LoadLine getLine() {
        return LoadLine.of(getLoad(), format, language);
    }

    /** Also when a button is pressed: which buttons there are depends on the load, before the view has read it. */
    public Load getLoad() {
        if (load == null) {
            read();
        }
        return load;
    }

    /** Nobody answers for a load of their own: somebody else of the same right must. */
    public boolean isMayAnswer() {
        var role = access.get().role();
        return (role == Role.ADMIN || role == Role.COORDINATOR) && !isOwn();
    }

    public boolean isOwn() {
        return getLoad().account().equals(access.get().account());
    }

    public boolean isConfirmable() {
        return getLoad().state() == LoadState.HELD;
    }

    public boolean isWithdrawable() {
        return (getLoad().state() == LoadState.DONE || getLoad().state() == LoadState.HELD)
                && !getLoad().options().dryRun();
    }

    /** Whether it was only tried, and what it would bring may be taken in. */
    public boolean isTrial() {
        return getLoad().options().dryRun()
                && getLoad().state() == LoadState.DONE
                && getLoad().accepted() + getLoad().ended() > 0
                && desk.maySend(getLoad().list(), access.get());
    }

    /** Whether it tells in what units would differ. */
    public boolean isComparing() {
        return getLoad().options().dryRun()
                && getLoad().state() == LoadState.DONE
                && getLoad().list().equals("territories");
    }

    public List<TerritoryDifference> getDifferences() {
        if (differences == null) {
            differences = desk.differences(getLoad().id(), access.get());
        }
        return differences;
    }

    public Map<TerritoryDifference.Kind, Integer> getDifferenceCounts() {
        return desk.differenceCounts(getLoad().id(), access.get());
    }

    public boolean isMoreDifferences() {
        return getDifferences().size() == ListDesk.SHOWN_PROBLEMS;
    }

    /** What a unit is or would be: names, where the unit above lies, or a day. */
    public String told(TerritoryDifference one, Optional<String> side) {
        return side.map(text -> switch (one.kind()) {
                    case MOVED -> territories.path(text, calendar.today());
                    case ENDED -> format.date(LocalDate.parse(text));
                    default -> text;
                })
                .orElse("–");
    }

    /** With whose mapping its headings were read; null: they say it themselves. */
    public String getMappedBy() {
        return mappings.of(getLoad())
                .map(mapping -> language.say("mapping.read-with", mapping.name(), mapping.account()))
                .orElse(null);
    }

    /** Whether its headings may be mapped by hand. */
    public boolean isMappable() {
        return mappings.mayMap(getLoad(), access.get());
    }

    /** Whether its rejected rows may be mended one by one, here or in a spreadsheet. */
    public boolean isMendable() {
        return mending.mayMend(getLoad(), access.get());
    }

    /** Whether all of them fit into one spreadsheet. */
    public boolean isRejectedInSheet() {
        return getLoad().rejected() <= RejectedFileServlet.MOST_SHEET_ROWS;
    }

    /** Whether rows of a snapshot were rejected: they are mended in the whole file alone. */
    public boolean isWholeOnly() {
        return getLoad().options().isSnapshot()
                && getLoad().rejected() > 0
                && getLoad().state() == LoadState.DONE
                && desk.maySend(getLoad().list(), access.get());
    }

    public boolean isSeesCells() {
        return access.get().role() != Role.AKIMAT;
    }

    /** Whether there are more errors than a page shows. */
    public boolean isMoreErrors() {
        return errors.size() == ListDesk.SHOWN_PROBLEMS;
    }

    public String getTerritoryName() {
        var unit = getLoad().options().unit();
        return unit == null ? null : territories.path("%09d".formatted(unit), calendar.today());
    }

    public String getSourceName() {
        var source = getLoad().options().source();
        return source == null ? null : Labels.value("occupation_source", source, language.getCode());
    }

    public List<ProblemLine> getErrors() {
        return errors;
    }

    public List<ProblemLine> getWarnings() {
        return warnings;
    }

    /** The loads that must be withdrawn before this one; none, unless it was refused for that. */
    public List<LoadLine> getLater() {
        return later;
    }

    public String getRefusal() {
        return refusal;
    }
}
