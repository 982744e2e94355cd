package kz.ruralincome.web.ui.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.outcome.OutcomeQuestion;
import kz.ruralincome.domain.report.CollegiumDesk;
import kz.ruralincome.domain.report.ReportShelf;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.language.Language;
import kz.ruralincome.web.report.CollegiumSheets;
import kz.ruralincome.web.report.CollegiumText;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;
import kz.ruralincome.web.ui.layout.Menu;
import kz.ruralincome.web.ui.outcome.AskedOutcome;

/** Backs {@code outcome/collegium.xhtml}: the report as it would be printed, and where its files are. */
@Named
@RequestScoped
public class CollegiumPage extends AskedOutcome {

    @Inject
    private CollegiumDesk desk;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Menu menu;

    @Inject
    private ReportShelf shelf;

    @Inject
    private HttpServletRequest request;

    private String assignmentsOn;
    private CollegiumText text;
    private List<File> files = List.of();
    private OffsetDateTime knownOn;

    /** Asks for what the address says. */
    public void load() {
        boolean isUnderstood = isUnderstood();
        var assignments = asked().moment("assignmentsOn", assignmentsOn);
        if (!isUnderstood || asked().isWrong()) {
            return;
        }
        var question = new OutcomeQuestion(getDay(), Optional.empty(), askedTerritory(), Population.ALL, moment());
        try {
            var report = desk.report(question, assignments, access.get());
            knownOn = report.asKnownOn();
            text = CollegiumSheets.of(report, language.get());
            // the files are of this very moment, so that they say what the page says
            Address file = Address.of("collegium-file")
                    .with("asOf", getDay())
                    .with("territory", askedTerritory().orElse(null))
                    .with("asKnownOn", report.asKnownOn())
                    .with("assignmentsOn", report.assignments().moment());
            List<File> made = new ArrayList<>();
            for (Language tongue : Language.values()) {
                for (String form : new String[] {"pdf", "xlsx"}) {
                    made.add(new File(
                            language.say("report.file." + form, menu.nameOf(tongue)),
                            file.with("form", form).with("in", tongue.code()).toString()));
                }
            }
            files = made;
        } catch (InvalidRequest refusal) {
            asked().refused(refusal);
        }
    }

    /** There is something to draft; asked again when the form comes back, before anything is read. */
    public boolean isDraftable() {
        return text != null || request.getParameter("draft") != null;
    }

    /** Keeps the report with these figures as a draft. */
    public String draft() {
        var shown = new Asked();
        var day = shown.day("draftAsOf", request.getParameter("draftAsOf"));
        var known = shown.moment("draftKnownOn", request.getParameter("draftKnownOn"));
        if (day.isEmpty() || known.isEmpty()) {
            throw new NotFoundException("report");
        }
        var question = new OutcomeQuestion(
                day.get(), Optional.empty(), Asked.text(request.getParameter("draftTerritory")), Population.ALL, known);
        int id = shelf.draft(question, access.get());
        return "/outcome/report.xhtml?faces-redirect=true&id=" + id;
    }

    public CollegiumText getText() {
        return text;
    }

    public OffsetDateTime getKnownOn() {
        return knownOn;
    }

    public List<File> getFiles() {
        return files;
    }

    public String getAssignmentsOn() {
        return assignmentsOn;
    }

    public void setAssignmentsOn(String assignmentsOn) {
        this.assignmentsOn = assignmentsOn;
    }

    /** One file of the report. */
    public record File(String name, String link) {}
}
