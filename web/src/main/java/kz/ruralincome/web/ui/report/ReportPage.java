package kz.ruralincome.web.ui.report;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.ruralincome.domain.report.CheckedSentence;
import kz.ruralincome.domain.report.KeptReport;
import kz.ruralincome.domain.report.ReportFile;
import kz.ruralincome.domain.report.ReportShelf;
import kz.ruralincome.domain.report.Restatement;
import kz.ruralincome.domain.report.SentenceDesk;
import kz.ruralincome.domain.report.Signature;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.language.StatementText;
import kz.ruralincome.web.report.CollegiumSheets;
import kz.ruralincome.web.report.ReportPrinting;
import kz.ruralincome.web.report.Sheet;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;
import kz.ruralincome.web.ui.layout.Territories;

/** Backs {@code outcome/report.xhtml}: one report, its approval, its files, and what has become of its figures. */
@Named
@RequestScoped
public class ReportPage {

    private static final String REASON = "reason-";

    @Inject
    private ReportShelf shelf;

    @Inject
    private SentenceDesk desk;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Territories territories;

    @Inject
    private HttpServletRequest request;

    private int id;
    private String remark = "";
    private KeptReport report;
    private List<ReportFile.Entry> files;
    private List<Restatement> restated;
    private List<CheckedSentence> sentences;
    private List<String> refusals = List.of();

    @PostConstruct
    void begin() {
        try {
            id = Integer.parseInt(String.valueOf(request.getParameter("id")));
        } catch (NumberFormatException malformed) {
            throw new NotFoundException("report");
        }
    }

    public KeptReport getReport() {
        if (report == null) {
            report = shelf.report(id, access.get());
        }
        return report;
    }

    public String approve() {
        var signature = new Signature(remark, numbers("seen"), reasons());
        return tried(() -> shelf.approve(id, ReportPrinting::files, signature, access.get()), "report.xhtml?id=" + id);
    }

    /** Why sentences may stand that do not agree with the register, as it was written beside each. */
    private Map<Integer, String> reasons() {
        Map<Integer, String> reasons = new HashMap<>();
        numbers("seen").forEach(number -> Asked.text(request.getParameter(REASON + number))
                .ifPresent(reason -> reasons.put(number, reason)));
        return reasons;
    }

    /** What was written beside a sentence, when the form comes back. */
    public String reasonFor(CheckedSentence sentence) {
        return Asked.text(request.getParameter(REASON + sentence.id())).orElse("");
    }

    private List<Integer> numbers(String parameter) {
        try {
            return Stream.of(Optional.ofNullable(request.getParameterValues(parameter))
                            .orElse(new String[0]))
                    .map(Integer::valueOf)
                    .toList();
        } catch (NumberFormatException malformed) {
            throw new NotFoundException("report.sentence");
        }
    }

    /** Takes the sentence out that stands in the form. */
    public String take() {
        int sentence = numbers("sentence").stream().findFirst().orElseThrow(() -> new NotFoundException("report"));
        return tried(() -> desk.take(id, sentence, access.get()), "report.xhtml?id=" + id);
    }

    public List<CheckedSentence> getSentences() {
        if (sentences == null) {
            sentences = desk.sentences(id, access.get());
        }
        return sentences;
    }

    /** Numbers of a sentence that no statement prints; empty: there are none. */
    public String unstated(CheckedSentence sentence) {
        return StatementText.numbers(language.get(), sentence.sentence().unstated(getReport()));
    }

    /** Whether the caller has drafted it, and may put sentences in and take them out. */
    public boolean isAuthor() {
        return !getReport().isApproved()
                && getReport().draftedBy().equals(access.get().account());
    }

    public String discard() {
        return tried(() -> shelf.discard(id, access.get()), "reports.xhtml?");
    }

    private String tried(Runnable step, String then) {
        try {
            step.run();
            return "/outcome/" + then + "&faces-redirect=true";
        } catch (RuleViolation refusal) {
            refusals = List.of(language.say(refusal.code(), refusal.arguments()));
            // as it is now, not as it was before somebody else was quicker
            report = null;
            files = null;
            restated = null;
            sentences = null;
            return null;
        }
    }

    public List<String> getRefusals() {
        return refusals;
    }

    /** Where the figures of the report stand as it was drafted. */
    public Address getShown() {
        return Address.of("collegium.xhtml")
                .with("asOf", getReport().asOf())
                .with("territory", getReport().territory().orElse(null))
                .with("asKnownOn", getReport().knownOn())
                .with("assignmentsOn", getReport().draftedAt());
    }

    /** Whether the caller may not read what was printed. */
    public boolean isWithheld() {
        return shelf.isWithheld(getReport(), access.get());
    }

    public boolean isGiving() {
        return access.get().givesAssignments();
    }

    public List<ReportFile.Entry> getFiles() {
        if (files == null) {
            files = shelf.files(id, access.get());
        }
        return files;
    }

    public boolean isRestated() {
        if (restated == null) {
            restated = shelf.restatements(id, access.get());
        }
        return !restated.isEmpty();
    }

    public Sheet getRestatements() {
        return isRestated() ? CollegiumSheets.restatements(restated, language.get()) : null;
    }

    public String getTerritory() {
        return territories.name(getReport().territory().orElse(""), getReport().asOf());
    }

    public String getRemark() {
        return remark;
    }

    public void setRemark(String remark) {
        this.remark = remark;
    }
}
