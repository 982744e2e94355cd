package kz.ruralincome.domain.movement;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.coverage.Coverage;
import kz.ruralincome.domain.movement.MatrixReading.Cell;
import kz.ruralincome.domain.movement.MemberPage.Member;
import kz.ruralincome.domain.register.Watermark;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.territory.TerritoryTrees;

/** The desk at which it is asked who moved between two dates, and who they are. */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class MovementDesk {

    /** The lists on which a state and a place rest. */
    private static final List<String> RESTS_ON = List.of(
            "members", "vital-events", "assistance", "occupations", "registrations", "enrolments", "households");

    private static final int PAGE = 500;

    @Inject
    private MatrixReading reading;

    @Inject
    private MovementFreshness freshness;

    @Inject
    private Watermark watermark;

    @Inject
    private TerritoryTrees trees;

    @Inject
    private BusinessCalendar calendar;

    @Inject
    private AuditTrail audit;

    /** The matrix; small groups are withheld from callers who may see no persons. */
    public MatrixAnswer<MovementMatrix> matrix(MatrixQuestion question, Access access) {
        Access.demand(access.seesFigures());
        var asked = ask(question, access);
        var matrix = MovementMatrix.of(
                reading.cells(question, asked.moment(), asked.territory().place(), access.seesPersons()));
        if (!access.seesPersons()) {
            audit.note(
                    access.account(),
                    "movement.matrix",
                    details(question).build().toString());
        }
        boolean isProtected = !access.seesPersons() && asked.territory().isBelowRegion();
        return asked.answer(isProtected ? matrix.withoutSmallCells() : matrix);
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
        var asked = ask(question.knownOn(begun.map(MemberCursor::asKnownOn)), access);
        List<Member> found = reading.members(
                question,
                asked.moment(),
                asked.territory().place(),
                new Cell(from, to),
                access.territory().map(trees.on(calendar.today())::within),
                calendar.today(),
                begun.map(MemberCursor::after),
                PAGE + 1);
        List<Member> page = found.subList(0, Math.min(PAGE, found.size()));
        if (!page.isEmpty()) {
            String details = details(question)
                    .add("fromState", from)
                    .add("toState", to)
                    .build()
                    .toString();
            audit.saw(
                    access.account(),
                    "movement.members",
                    page.stream().map(Member::number).toList(),
                    details);
        }
        Optional<String> next = found.size() > PAGE
                ? Optional.of(new MemberCursor(reading.idOf(page.get(PAGE - 1).number()), asked.moment()).toString())
                : Optional.empty();
        return asked.answer(new MemberPage(page, next));
    }

    private static void demandState(String field, String state) {
        if (!MovementMatrix.states().contains(state)) {
            throw new InvalidRequest(field, "movement.state.unknown", String.valueOf(state));
        }
    }

    private Asked ask(MatrixQuestion question, Access access) {
        if (question.asKnownOn().filter(moment -> !watermark.reaches(moment)).isPresent()) {
            throw new InvalidRequest("asKnownOn", "movement.as-known-on.late");
        }
        Optional<OffsetDateTime> fresh = freshness.freshAsOf();
        OffsetDateTime moment = question.asKnownOn().or(() -> fresh).orElseGet(watermark::closedAt);
        var tree = trees.on(question.to(), moment);
        var territory = AskedTerritory.of(question.territory(), tree, access);
        Coverage coverage = reading.coverage(moment);
        return new Asked(question, territory, moment, fresh, territory.coversTo(coverage, RESTS_ON));
    }

    /** What was asked, once it is settled. */
    private record Asked(
            MatrixQuestion question,
            AskedTerritory territory,
            OffsetDateTime moment,
            Optional<OffsetDateTime> fresh,
            Optional<LocalDate> coversTo) {

        <T> MatrixAnswer<T> answer(T content) {
            return new MatrixAnswer<>(question, territory.code(), moment, fresh, coversTo, content);
        }
    }

    private static JsonObjectBuilder details(MatrixQuestion question) {
        var details = Json.createObjectBuilder()
                .add("from", question.from().toString())
                .add("to", question.to().toString())
                .add("population", question.population().name());
        question.territory().ifPresent(territory -> details.add("territory", territory));
        return details;
    }
}
