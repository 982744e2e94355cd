package kz.ruralincome.web.ui.outcome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.movement.ChangeDesk;
import kz.ruralincome.domain.movement.ChangePart;
import kz.ruralincome.domain.movement.ChangeReason.Direction;
import kz.ruralincome.domain.movement.FigureChange;
import kz.ruralincome.domain.movement.MatrixAnswer;
import kz.ruralincome.domain.movement.StateFigure;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Formats;

/** Backs {@code outcome/change.xhtml}: why a figure changed between two dates. */
@Named
@RequestScoped
public class ChangePage extends AskedChange {

    private static final String WITHHELD = "…";

    @Inject
    private ChangeDesk door;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Formats format;

    private MatrixAnswer<FigureChange> answer;

    /**
     * A row of the table.
     *
     * @param meaning what the reason says
     * @param text how many, with the sign of the direction
     * @param label what the link opens, for those who hear it
     * @param width of the largest part, in percent
     * @param mood colour of the bar
     * @param link to the people; null: the caller may not open it
     */
    public record Row(String name, String meaning, String text, String label, long width, String mood, Address link) {}

    /** Asks for what the address says. */
    public void load() {
        try {
            question().ifPresent(question -> answer = door.change(getFigure().code(), question, access.get()));
        } catch (InvalidRequest refusal) {
            asked().refused(refusal);
        }
    }

    public List<Row> getParts() {
        List<ChangePart> parts = answer.content().parts();
        long largest = parts.stream()
                .mapToLong(part -> part.persons().orElse(0L))
                .max()
                .orElse(1);
        return parts.stream().map(part -> row(part, Math.max(1, largest))).toList();
    }

    private Row row(ChangePart part, long largest) {
        boolean isOut = part.reason().direction() == Direction.OUT;
        String name = language.say("movement.change.reason." + part.reason());
        String text = part.persons()
                .map(persons -> (isOut ? "−" : "+") + format.number(persons))
                .orElse(WITHHELD);
        return new Row(
                name,
                language.say("movement.change.meaning." + part.reason()),
                text,
                language.say("movement.change.open", name, text),
                100 * part.persons().orElse(0L) / largest,
                isOut ? "out" : "in",
                access.get().seesPersons() ? address("change-members.xhtml").with("reason", part.reason()) : null);
    }

    public String getBefore() {
        return text(answer.content().before());
    }

    public String getAfter() {
        return text(answer.content().after());
    }

    private String text(Optional<Long> count) {
        return count.map(format::number).orElse(WITHHELD);
    }

    public boolean isWithheld() {
        return answer.content().before().isEmpty()
                || answer.content().after().isEmpty()
                || answer.content().parts().stream()
                        .anyMatch(part -> part.persons().isEmpty());
    }

    public Address getBack() {
        return shown("outcomes.xhtml");
    }

    /** What the numbers rest on. */
    public RestsOn getRests() {
        return RestsOn.of(answer, address("change.xhtml"));
    }

    public boolean isAnswered() {
        return answer != null;
    }

    public String getTerritoryName() {
        return nameOf(answer.territory());
    }

    public StateFigure[] getFigures() {
        return StateFigure.values();
    }
}
