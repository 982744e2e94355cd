package kz.ruralincome.web.ui.correction;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.ruralincome.domain.correction.Correction;
import kz.ruralincome.domain.correction.CorrectionDesk;
import kz.ruralincome.domain.correction.CorrectionRequest;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Formats;
import kz.ruralincome.web.ui.layout.Refusals;
import kz.ruralincome.web.ui.layout.Territories;

/** Backs {@code correction/view.xhtml}: what is put right, why, and what a second account says of it. */
@Named
@RequestScoped
public class CorrectionPage {

    private static final Set<String> DONE = Set.of("WRITTEN", "PROPOSED", "CONFIRM", "REFUSE", "TAKE_BACK");

    @Inject
    private CorrectionDesk desk;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private FactWords words;

    @Inject
    private Formats format;

    @Inject
    private Territories territories;

    @Inject
    private HttpServletRequest request;

    private Correction correction;
    private boolean upToDate;

    /** Opens the correction; the look is noted by the door. */
    public void load() {
        long id = CorrectionServlet.number(request, "id");
        correction = desk.read(id, access.get());
        upToDate = !correction.isOpen() || desk.isUpToDate(id, access.get());
    }

    public Correction getCorrection() {
        return correction;
    }

    public String getName() {
        return language.personName(correction.name());
    }

    public String getTitle() {
        return language.say("correction.of", Long.toString(correction.id()), words.list(correction.list()));
    }

    /** Before and after, cell by cell. */
    public List<FactWords.Line> getLines() {
        Map<String, String> after = correction.after().orElse(correction.before());
        return words.lines(correction.list(), correction.before(), after);
    }

    public boolean isNever() {
        return correction.after().isEmpty();
    }

    /** Whether the caller has proposed it and it waits. */
    public boolean isOwn() {
        return correction.isOpen() && isOfCaller();
    }

    /** Whether the caller may decide on it. */
    public boolean isDecidable() {
        return correction.isOpen() && !isOfCaller();
    }

    private boolean isOfCaller() {
        return correction.proposedBy().equals(access.get().account());
    }

    /** The fact has changed since it was proposed: it can only be refused. */
    public boolean isOvertaken() {
        return !upToDate;
    }

    public String getMood() {
        return switch (correction.state()) {
            case PROPOSED -> "warn";
            case WRITTEN, CONFIRMED -> "good";
            case REFUSED, TAKEN_BACK -> "";
        };
    }

    /** Approved reports that may hold a figure of it, in words. */
    public List<String> getReports() {
        return correction.reports().stream()
                .map(report -> language.say(
                        "correction.report",
                        Integer.toString(report.id()),
                        format.date(report.asOf()),
                        territories.name(report.territory().orElse(null), report.asOf())))
                .toList();
    }

    /** What was just done, in words; empty: nothing. */
    public String getDone() {
        String done = String.valueOf(request.getParameter("done"));
        return DONE.contains(done) ? language.say("correction.done." + done) : "";
    }

    /** The sentences that say why a step was refused. */
    public List<String> getRefusals() {
        return Refusals.of(request);
    }

    /** The reason that was typed when it was refused. */
    public String getReason() {
        return request.getParameter("reason");
    }

    public int getLongestReason() {
        return CorrectionRequest.LONGEST_REASON;
    }
}
