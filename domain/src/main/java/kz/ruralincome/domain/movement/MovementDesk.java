package kz.ruralincome.domain.movement;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.movement.MatrixReading.Cell;
import kz.ruralincome.domain.movement.MemberPage.Member;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.SmallCellSetting;

/** The desk at which it is asked who moved between two dates, and who they are. */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class MovementDesk {

    @Inject
    private MatrixReading reading;

    @Inject
    private KeptMatrices kept;

    @Inject
    private MovementInquiry inquiry;

    @Inject
    private SmallCellSetting smallCells;

    @Inject
    private AuditTrail audit;

    /** The matrix; small groups are withheld from callers who may see no persons. */
    public MatrixAnswer<MovementMatrix> matrix(MatrixQuestion question, Access access) {
        Access.demand(access.seesFigures());
        var asked = inquiry.settle(question, access);
        var matrix =
                MovementMatrix.of(kept.cells(question, asked.territory().code(), asked.moment(), access.seesPersons()));
        if (!access.seesPersons()) {
            audit.note(
                    access.account(),
                    "movement.matrix",
                    details(question).build().toString());
        }
        return asked.answer(asked.isProtected(access) ? matrix.withoutSmallCells(smallCells.limit()) : matrix);
    }

    /**
     * The people behind one cell; each look at them is noted.
     *
     * @param cursor where the page before ended
     */
    public MatrixAnswer<MemberPage> members(
            MatrixQuestion question, String from, String to, Optional<String> cursor, Access access) {
        Access.demand(access.seesPersons());
        demandState("fromState", from);
        demandState("toState", to);
        Optional<MemberCursor> begun = cursor.map(MemberCursor::of);
        var asked = inquiry.settle(question.knownOn(begun.map(MemberCursor::asKnownOn)), access);
        List<Member> found = reading.members(
                question,
                asked.moment(),
                asked.territory().place(),
                new Cell(from, to),
                inquiry.selection(begun, access));
        String details = details(question)
                .add("fromState", from)
                .add("toState", to)
                .build()
                .toString();
        return asked.answer(inquiry.page(found, asked.moment(), access, "movement.members", details));
    }

    private static void demandState(String field, String state) {
        demandGiven(field, state);
        if (!MovementMatrix.states().contains(state)) {
            throw new InvalidRequest(field, "movement.state.unknown", state);
        }
    }

    /** @throws InvalidRequest {@code value.missing} */
    static void demandGiven(String field, String text) {
        if (text == null || text.isBlank()) {
            throw new InvalidRequest(field, "value.missing");
        }
    }

    static JsonObjectBuilder details(MatrixQuestion question) {
        var details = Json.createObjectBuilder()
                .add("from", question.from().toString())
                .add("to", question.to().toString())
                .add("population", question.population().name());
        question.territory().ifPresent(territory -> details.add("territory", territory));
        return details;
    }
}
