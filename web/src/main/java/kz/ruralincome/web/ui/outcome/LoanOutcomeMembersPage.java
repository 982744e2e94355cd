package kz.ruralincome.web.ui.outcome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.outcome.LoanCell;
import kz.ruralincome.domain.outcome.LoanGroup;
import kz.ruralincome.domain.outcome.LoanMeasure;
import kz.ruralincome.domain.outcome.LoanMembers;
import kz.ruralincome.domain.outcome.LoanOutcomes;
import kz.ruralincome.domain.outcome.LoanQuestion;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;
import kz.ruralincome.web.ui.layout.Formats;

/** Backs {@code outcome/loan-members.xhtml}: the loans behind one figure. */
@Named
@RequestScoped
public class LoanOutcomeMembersPage extends AskedLoans {

    @Inject
    private LoanOutcomes door;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Formats format;

    private String measure;
    private String group;
    private String key;
    private String cursor;

    private LoanMeasure what;
    private LoanMembers answer;

    /** Asks for the loans; each look is noted by the door. */
    public void load() {
        var of = asked().oneOf("group", group, LoanGroup.ALL);
        try {
            question().ifPresent(question -> open(question, of));
        } catch (InvalidRequest refusal) {
            asked().refused(refusal);
        }
    }

    private void open(LoanQuestion question, LoanGroup of) {
        what = Asked.text(measure)
                .flatMap(LoanMeasure::of)
                .orElseThrow(() -> new InvalidRequest("measure", "loanoutcome.measure.unknown"));
        answer = door.members(question, new LoanCell(what, of, Asked.text(key)), Asked.text(cursor), access.get());
    }

    public boolean isAnswered() {
        return answer != null;
    }

    public List<LoanMembers.Member> getMembers() {
        return answer.about().items();
    }

    /** Whether the figure is a sum of money. */
    public boolean isTenge() {
        return what.isTenge();
    }

    /** The figure whose loans these are. */
    public String getMeasureName() {
        return new LoanText(format, language, Optional.empty()).nameOf(what);
    }

    public Address getHere() {
        return getBack()
                .to("loan-members.xhtml")
                .with("measure", measure)
                .with("group", group)
                .with("key", key);
    }

    public String getNext() {
        return answer.next()
                .map(next -> getHere().with("cursor", next).toString())
                .orElse(null);
    }

    public Address getBack() {
        return figures();
    }

    public String getTerritoryName() {
        return nameOf(answer.about().territory());
    }

    public String getMeasure() {
        return measure;
    }

    public void setMeasure(String measure) {
        this.measure = measure;
    }

    public String getGroup() {
        return group;
    }

    public void setGroup(String group) {
        this.group = group;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public String getCursor() {
        return cursor;
    }

    public void setCursor(String cursor) {
        this.cursor = cursor;
    }
}
