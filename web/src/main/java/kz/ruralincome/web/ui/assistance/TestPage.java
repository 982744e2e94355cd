package kz.ruralincome.web.ui.assistance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.assistance.AssistanceDesk;
import kz.ruralincome.domain.assistance.DecisionRequest;
import kz.ruralincome.domain.assistance.HouseholdFile;
import kz.ruralincome.domain.assistance.RefusalDesk;
import kz.ruralincome.domain.assistance.RefusalGround;
import kz.ruralincome.domain.assistance.Verdict;
import kz.ruralincome.domain.assistance.WhatIf;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;
import kz.ruralincome.web.ui.layout.Formats;
import kz.ruralincome.web.ui.layout.Territories;

/** Backs {@code assistance/test.xhtml}: a household's right to assistance, what would end it, and the officer's decision. */
@Named
@RequestScoped
public class TestPage {

    @Inject
    private AssistanceDesk desk;

    @Inject
    private RefusalDesk refusals;

    @Inject
    private AskedTest asked;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Formats format;

    @Inject
    private Territories territories;

    private final Asked wrong = new Asked();

    private HouseholdFile file;
    private String basis;
    private String verdict;
    private String monthly;
    private String contract;
    private String reason;
    private String ground;
    private String on;
    private String document;

    /** Opens the household that the address names; the look is noted by the door. */
    public void load() {
        getFile();
    }

    /** Read when it is first asked for: a form that is refused shows the page again without loading it. */
    public HouseholdFile getFile() {
        if (file == null) {
            file = desk.open(
                    asked.getHousehold(), asked.getAppliedOn(), asked.circumstances(), asked.whatIf(), access.get());
        }
        return file;
    }

    /** Keeps the decision and shows it. */
    public String decide() {
        try {
            long decision = desk.decide(
                    new DecisionRequest(
                            asked.getHousehold(),
                            asked.getAppliedOn(),
                            asked.circumstances(),
                            basis == null ? "" : basis,
                            chosen(Verdict.class, verdict),
                            amount(),
                            Asked.text(contract),
                            Asked.text(reason)),
                    access.get());
            return "/assistance/decision.xhtml?faces-redirect=true&id=" + decision;
        } catch (InvalidRequest refusal) {
            wrong.refused(refusal);
        } catch (RuleViolation changed) {
            wrong.refused(changed);
            forget();
        }
        return null;
    }

    /** What was chosen followed another test: the page shows the new one, with what it recommends. */
    private void forget() {
        file = null;
        verdict = null;
        monthly = null;
    }

    private Optional<BigDecimal> amount() {
        Optional<String> text = Asked.text(monthly);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Amounts.read(text.get())
                .orElseThrow(() -> new InvalidRequest("monthly", "assistance.wrong.number", text.get())));
    }

    /** Records a ground of refusal. */
    public String recordRefusal() {
        return wrong.goOn(() -> {
            var day = new Asked().day("on", on);
            refusals.record(
                    asked.getHousehold(), chosen(RefusalGround.class, ground), day, Asked.text(document), access.get());
            return again();
        });
    }

    /** Takes back the ground that the form names: a row may stand elsewhere by now, so its place says nothing. */
    public String takeBack() {
        String refusal = asked.value("refusal");
        if (refusal == null || !refusal.matches("[0-9]{1,18}")) {
            throw new NotFoundException("refusal");
        }
        refusals.takeBack(asked.getHousehold(), Long.parseLong(refusal), access.get());
        return again();
    }

    private String again() {
        return asked.getPlain()
                .to("/assistance/test.xhtml")
                .with("faces-redirect", "true")
                .toString();
    }

    private static <E extends Enum<E>> Optional<E> chosen(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    public List<String> getErrors() {
        getFile(); // what the address says wrongly is found while it is read
        List<String> all = new ArrayList<>(wrong.sentences(language));
        all.addAll(asked.getErrors());
        return all;
    }

    public String getPlace() {
        return territories.placeOf(getFile().place());
    }

    /** Whether the caller may decide and record. */
    public boolean isOfficer() {
        return access.get().writesOfPersons();
    }

    public WhatIf.Answer getAnswer() {
        return getFile().whatIf().orElse(null);
    }

    /** What the supposed income means for the right, in a sentence. */
    public String getAnswerSentence() {
        var answer = getAnswer();
        return answer.distance()
                .map(distance -> language.say(
                        "assistance.what-if." + answer.change(),
                        format.money(distance.abs()),
                        format.money(answer.with().room().orElseThrow().abs())))
                .orElseGet(() -> language.say("assistance.what-if." + answer.change()));
    }

    public String getAnswerMood() {
        return switch (getAnswer().change()) {
            case KEEPS -> "good";
            case ENDS, NO_RIGHT_BEFORE -> "error";
            case NOT_KNOWN -> "notice";
        };
    }

    /** What the test recommends; null: nothing. */
    public Verdict getRecommended() {
        return Arrays.stream(Verdict.values())
                .filter(one -> one.follows(getFile().result()))
                .findFirst()
                .orElse(null);
    }

    public Verdict[] getVerdicts() {
        return Verdict.values();
    }

    public List<RefusalGround> getGrounds() {
        return Arrays.stream(RefusalGround.values())
                .filter(RefusalGround::isRecorded)
                .toList();
    }

    public Address getPlain() {
        return asked.getPlain();
    }

    public String getBasis() {
        return getFile().basis();
    }

    public void setBasis(String basis) {
        this.basis = basis;
    }

    public String getVerdict() {
        return verdict != null || getRecommended() == null
                ? verdict
                : getRecommended().name();
    }

    public void setVerdict(String verdict) {
        this.verdict = verdict;
    }

    public String getMonthly() {
        return monthly != null
                ? monthly
                : getFile().result().monthly().map(BigDecimal::toPlainString).orElse(null);
    }

    public void setMonthly(String monthly) {
        this.monthly = monthly;
    }

    public String getContract() {
        return contract;
    }

    public void setContract(String contract) {
        this.contract = contract;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getGround() {
        return ground;
    }

    public void setGround(String ground) {
        this.ground = ground;
    }

    public String getOn() {
        return on;
    }

    public void setOn(String on) {
        this.on = on;
    }

    public String getDocument() {
        return document;
    }

    public void setDocument(String document) {
        this.document = document;
    }
}
