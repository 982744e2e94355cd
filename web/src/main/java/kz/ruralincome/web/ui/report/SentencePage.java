package kz.ruralincome.web.ui.report;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.report.KeptReport;
import kz.ruralincome.domain.report.ReportShelf;
import kz.ruralincome.domain.report.SentenceDesk;
import kz.ruralincome.domain.report.SentenceJson;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.web.json.Json;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.claim.StatementForm;
import kz.ruralincome.web.ui.layout.Territories;
import kz.ruralincome.web.ui.layout.Territories.Choice;

/** Backs {@code outcome/sentence.xhtml}: puts a sentence into a draft. */
@Named
@RequestScoped
public class SentencePage {

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

    private int report;
    private Optional<String> closed;
    private StatementForm statements;
    private String kk;
    private String ru;
    private List<String> refusals = List.of();

    @PostConstruct
    void begin() {
        try {
            report = Integer.parseInt(String.valueOf(request.getParameter("report")));
        } catch (NumberFormatException malformed) {
            throw new NotFoundException("report");
        }
        closed = closed(shelf.report(report, access.get()));
        List<Choice> places = new ArrayList<>(List.of(new Choice("", language.say("report.whole"))));
        desk.places(report, access.get())
                .forEach(unit -> places.add(new Choice("%09d".formatted(unit.kato()), territories.nameOf(unit))));
        statements = new StatementForm(places);
    }

    /** The key of the reason why the caller may not put sentences into a report; empty: may. */
    private Optional<String> closed(KeptReport kept) {
        if (kept.isApproved()) {
            return Optional.of("report.approved");
        }
        return kept.draftedBy().equals(access.get().account()) ? Optional.empty() : Optional.of("report.sentence.own");
    }

    public boolean isClosed() {
        return closed.isPresent();
    }

    /** The key of the sentence that says why it is closed. */
    public String getWhy() {
        return closed.orElseThrow();
    }

    /** Puts it in; back to the report when it was taken. */
    public String put() {
        try {
            desk.put(report, SentenceJson.read(toJson()), access.get());
            return "/outcome/report.xhtml?faces-redirect=true&id=" + report;
        } catch (InvalidRequest refusal) {
            refusals = refusal.errors().stream().map(this::sentence).toList();
        } catch (RuleViolation refusal) {
            refusals = List.of(language.say(refusal.code(), refusal.arguments()));
        }
        return null;
    }

    private JsonObject toJson() {
        return Json.createObjectBuilder()
                .add("kk", Optional.ofNullable(kk).orElse(""))
                .add("ru", Optional.ofNullable(ru).orElse(""))
                .add("statements", statements.toJson())
                .build();
    }

    private String sentence(FieldError error) {
        return statements
                .sentence(error, language)
                .orElseGet(() -> language.say(
                        "claim.form.wrong",
                        language.say(
                                error.field().equals("statements")
                                        ? "claim.form.statements"
                                        : "report.sentence." + error.field()),
                        language.say(error.code(), error.arguments())));
    }

    public List<String> getRefusals() {
        return refusals;
    }

    public StatementForm getStatements() {
        return statements;
    }

    /** The number of the report, as it stands in addresses. */
    public String getReport() {
        return Integer.toString(report);
    }

    public String getKk() {
        return kk;
    }

    public void setKk(String kk) {
        this.kk = kk;
    }

    public String getRu() {
        return ru;
    }

    public void setRu(String ru) {
        this.ru = ru;
    }
}
