package kz.ruralincome.web.ui.outcome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import kz.ruralincome.domain.movement.MemberPage;
import kz.ruralincome.domain.outcome.ComparedGroup;
import kz.ruralincome.domain.outcome.Comparison;
import kz.ruralincome.domain.outcome.ComparisonFigure;
import kz.ruralincome.domain.outcome.ComparisonGrouping;
import kz.ruralincome.domain.outcome.ComparisonQuestion;
import kz.ruralincome.domain.outcome.OutcomeAnswer;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;
import kz.ruralincome.web.ui.layout.Formats;

/** Backs {@code outcome/comparison-members.xhtml}: the people behind one figure of one group. */
@Named
@RequestScoped
public class ComparisonMembersPage extends AskedOutcome {

    @Inject
    private Comparison door;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Formats format;

    private String grouping;
    private String group;
    private String figure;
    private String cursor;

    private ComparisonGrouping which;
    private ComparedGroup.Side side;
    private ComparisonFigure what;
    private OutcomeAnswer<MemberPage> answer;

    /** Asks for the people; each look is noted by the door. */
    public void load() {
        which = asked().oneOf("grouping", grouping, ComparisonGrouping.PILOT_AREA);
        side = asked().oneOf("group", group, ComparedGroup.Side.PILOT);
        what = asked().oneOf("figure", figure, ComparisonFigure.ASSISTED);
        if (!isUnderstood()) {
            return;
        }
        try {
            answer = door.members(
                    new ComparisonQuestion(getDayBefore(), getDay(), askedTerritory(), which, moment()),
                    side,
                    what,
                    Asked.text(cursor),
                    access.get());
        } catch (InvalidRequest refusal) {
            asked().refused(refusal);
        }
    }

    /** Where, which group, and what of it. */
    public String getSentence() {
        return language.say(
                "outcomeview.members.sentence",
                nameOf(answer.territory()),
                language.say("outcomeview.group." + which + "." + side),
                ComparisonWords.name(what, getDayBefore(), getDay(), format, language));
    }

    public List<MemberPage.Member> getMembers() {
        return answer.items().get(0).items();
    }

    private Address here() {
        return shown("comparison-members.xhtml")
                .with("grouping", which)
                .with("group", side)
                .with("figure", what);
    }

    public String getNext() {
        return answer.items()
                .get(0)
                .next()
                .map(next -> here().with("cursor", next).toString())
                .orElse(null);
    }

    public Address getBack() {
        return shown("comparison.xhtml").with("grouping", which);
    }

    public boolean isAnswered() {
        return answer != null;
    }

    public String getGrouping() {
        return grouping;
    }

    public void setGrouping(String grouping) {
        this.grouping = grouping;
    }

    public String getGroup() {
        return group;
    }

    public void setGroup(String group) {
        this.group = group;
    }

    public String getFigure() {
        return figure;
    }

    public void setFigure(String figure) {
        this.figure = figure;
    }

    public String getCursor() {
        return cursor;
    }

    public void setCursor(String cursor) {
        this.cursor = cursor;
    }
}
