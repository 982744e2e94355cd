package kz.ruralincome.domain.movement;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.movement.ChangeReason.Direction;
import kz.ruralincome.domain.movement.MemberPage.Member;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.SmallCellSetting;

/** The desk at which it is asked why a figure changed between two dates, and who is behind each part. */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class ChangeDesk {

    @Inject
    private KeptChanges kept;

    @Inject
    private ChangeReading reading;

    @Inject
    private MovementInquiry inquiry;

    @Inject
    private SmallCellSetting smallCells;

    @Inject
    private AuditTrail audit;

    /**
     * The parts of a change; small groups are withheld from callers who may see no persons.
     *
     * @param indicator the code of one that counts people by their state, see {@link StateFigure}
     */
    public MatrixAnswer<FigureChange> change(String indicator, MatrixQuestion question, Access access) {
        Access.demand(access.seesFigures());
        StateFigure figure = figure(indicator);
        var asked = inquiry.settle(question, access);
        var change = kept.change(figure, asked, access.seesPersons());
        if (!access.seesPersons()) {
            audit.note(
                    access.account(),
                    "movement.change",
                    details(figure, question).build().toString());
        }
        return asked.answer(asked.isProtected(access) ? change.withoutSmallCells(smallCells.limit()) : change);
    }

    /**
     * The people behind one part; each look at them is noted.
     *
     * @param direction {@code IN} or {@code OUT}
     * @param reason the code of the part
     * @param cursor where the page before ended
     */
    public MatrixAnswer<MemberPage> members(
            String indicator,
            MatrixQuestion question,
            String direction,
            String reason,
            Optional<String> cursor,
            Access access) {
        Access.demand(access.seesPersons());
        StateFigure figure = figure(indicator);
        ChangeReason why = reason(direction, reason);
        Optional<MemberCursor> begun = cursor.map(MemberCursor::of);
        var asked = inquiry.settle(question.knownOn(begun.map(MemberCursor::asKnownOn)), access);
        List<Member> found = reading.members(
                figure, question, asked.moment(), asked.territory().place(), why, inquiry.selection(begun, access));
        String details = details(figure, question)
                .add("direction", direction)
                .add("reason", reason)
                .build()
                .toString();
        return asked.answer(inquiry.page(found, asked.moment(), access, "movement.change.members", details));
    }

    private static StateFigure figure(String indicator) {
        MovementDesk.demandGiven("indicator", indicator);
        return StateFigure.of(indicator)
                .orElseThrow(() -> new InvalidRequest("indicator", "movement.change.indicator", indicator));
    }

    private static ChangeReason reason(String direction, String code) {
        MovementDesk.demandGiven("direction", direction);
        MovementDesk.demandGiven("reason", code);
        if (Arrays.stream(Direction.values()).noneMatch(known -> known.name().equals(direction))) {
            throw new InvalidRequest("direction", "movement.change.direction", direction);
        }
        return Arrays.stream(ChangeReason.values())
                .filter(reason -> reason.direction().name().equals(direction)
                        && reason.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest("reason", "movement.change.reason", code));
    }

    private static JsonObjectBuilder details(StateFigure figure, MatrixQuestion question) {
        return MovementDesk.details(question).add("indicator", figure.code());
    }
}
