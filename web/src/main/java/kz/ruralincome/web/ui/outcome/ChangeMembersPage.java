package kz.ruralincome.web.ui.outcome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import kz.ruralincome.domain.movement.ChangeDesk;
import kz.ruralincome.domain.movement.ChangeReason;
import kz.ruralincome.domain.movement.MatrixAnswer;
import kz.ruralincome.domain.movement.MatrixQuestion;
import kz.ruralincome.domain.movement.MemberPage;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;
import kz.ruralincome.web.ui.layout.Formats;

/** Backs {@code outcome/change-members.xhtml}: the people behind one part of a change. */
@Named
@RequestScoped
public class ChangeMembersPage extends AskedChange {

    @Inject
    private ChangeDesk door;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Formats format;

    private String reason;
    private String cursor;
    private ChangeReason why;
    private MatrixAnswer<MemberPage> answer;

    /** Asks for the people; each look is noted by the door. */
    public void load() {
        why = asked().oneOf("reason", reason, ChangeReason.REGISTERED);
        try {
            question().ifPresent(this::open);
        } catch (InvalidRequest refusal) {
            asked().refused(refusal);
        }
    }

    private void open(MatrixQuestion question) {
        answer = door.members(
                getFigure().code(), question, why.direction().name(), why.code(), Asked.text(cursor), access.get());
    }

    public String getSentence() {
        return language.say(
                "movement.change.members.sentence",
                language.say("outcome.indicator." + getFigure().code()),
                format.date(getDayBefore()),
                format.date(getDay()),
                language.say("movement.change.reason." + why));
    }

    public List<MemberPage.Member> getMembers() {
        return answer.content().items();
    }

    public String getNext() {
        return answer.content()
                .next()
                .map(next -> address("change-members.xhtml")
                        .with("reason", why)
                        .with("cursor", next)
                        .toString())
                .orElse(null);
    }

    public Address getBack() {
        return address("change.xhtml");
    }

    public boolean isAnswered() {
        return answer != null;
    }

    public String getTerritoryName() {
        return nameOf(answer.territory());
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getCursor() {
        return cursor;
    }

    public void setCursor(String cursor) {
        this.cursor = cursor;
    }
}
