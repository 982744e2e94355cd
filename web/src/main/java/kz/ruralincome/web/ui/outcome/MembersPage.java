package kz.ruralincome.web.ui.outcome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import kz.ruralincome.domain.movement.MatrixAnswer;
import kz.ruralincome.domain.movement.MatrixQuestion;
import kz.ruralincome.domain.movement.MemberPage;
import kz.ruralincome.domain.movement.MovementDesk;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;

/** Backs {@code outcome/members.xhtml}: the people behind one cell of the matrix. */
@Named
@RequestScoped
public class MembersPage extends AskedOutcome {

    @Inject
    private MovementDesk door;

    @Inject
    private CurrentAccess access;

    private String fromState;
    private String toState;
    private String cursor;

    private MatrixAnswer<MemberPage> answer;

    /** Asks for the people; each look is noted by the door. */
    public void load() {
        if (!isUnderstood()) {
            return;
        }
        try {
            var question = new MatrixQuestion(getDayBefore(), getDay(), askedTerritory(), getWhom(), moment());
            answer = door.members(question, fromState, toState, Asked.text(cursor), access.get());
        } catch (InvalidRequest refusal) {
            asked().refused(refusal);
        }
    }

    public boolean isAnswered() {
        return answer != null;
    }

    public List<MemberPage.Member> getMembers() {
        return answer.content().items();
    }

    public Address getHere() {
        return shown("members.xhtml").with("fromState", fromState).with("toState", toState);
    }

    public String getNext() {
        return answer.content()
                .next()
                .map(next -> getHere().with("cursor", next).toString())
                .orElse(null);
    }

    public Address getBack() {
        return shown("movement.xhtml");
    }

    public String getTerritoryName() {
        return nameOf(answer.territory());
    }

    public String getFromState() {
        return fromState;
    }

    public void setFromState(String fromState) {
        this.fromState = fromState;
    }

    public String getToState() {
        return toState;
    }

    public void setToState(String toState) {
        this.toState = toState;
    }

    public String getCursor() {
        return cursor;
    }

    public void setCursor(String cursor) {
        this.cursor = cursor;
    }
}
