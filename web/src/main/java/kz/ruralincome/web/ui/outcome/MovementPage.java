package kz.ruralincome.web.ui.outcome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import kz.ruralincome.domain.movement.MatrixAnswer;
import kz.ruralincome.domain.movement.MatrixQuestion;
import kz.ruralincome.domain.movement.MovementDesk;
import kz.ruralincome.domain.movement.MovementFreshness;
import kz.ruralincome.domain.movement.MovementMatrix;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;

/** Backs {@code outcome/movement.xhtml}: who moved between two dates, as a picture and as its table. */
@Named
@RequestScoped
public class MovementPage extends AskedOutcome {

    @Inject
    private MovementDesk door;

    @Inject
    private MovementFreshness freshness;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    private String stays;
    private MatrixAnswer<MovementMatrix> answer;
    private MatrixTable table;
    private SankeyPicture picture;

    /** Asks for what the address says. */
    public void load() {
        if (!isUnderstood()) {
            return;
        }
        try {
            answer = door.matrix(
                    new MatrixQuestion(getDayBefore(), getDay(), askedTerritory(), getWhom(), moment()), access.get());
        } catch (InvalidRequest refusal) {
            asked().refused(refusal);
            return;
        } catch (RuleViolation refusal) {
            asked().refused(new InvalidRequest(
                    "population", refusal.code(), refusal.arguments().toArray()));
            return;
        }
        var words = new MovementWords(
                language.get(), access.get().seesPersons() ? Optional.of(members()) : Optional.empty());
        table = MatrixTable.of(answer.content(), words);
        picture = SankeyPicture.of(answer.content(), !isWithoutStays(), words);
    }

    /** The lists go on as known on the moment of this view, so that they hold what it counts. */
    private Address members() {
        return shown("members.xhtml").with("asKnownOn", answer.asKnownOn());
    }

    /** Whether those whose state is the same on both dates are left out of the picture. */
    public boolean isWithoutStays() {
        return "no".equals(stays);
    }

    /** The picture the other way: with those who stayed, or without them. */
    public String getOtherPicture() {
        return shown("movement.xhtml").with("stays", isWithoutStays() ? null : "no") + "#picture";
    }

    /** What the numbers rest on. */
    public RestsOn getRests() {
        return RestsOn.of(answer, shown("movement.xhtml").with("stays", stays));
    }

    public boolean isAnswered() {
        return answer != null;
    }

    /** Whether facts were recorded that these numbers do not hold yet. */
    public boolean isPending() {
        return Asked.text(getAsKnownOn()).isEmpty() && freshness.isBehind();
    }

    public MatrixTable getMatrix() {
        return table;
    }

    public SankeyPicture getPicture() {
        return picture;
    }

    public String getTerritoryName() {
        return nameOf(answer.territory());
    }

    public String getStays() {
        return stays;
    }

    public void setStays(String stays) {
        this.stays = stays;
    }
}
