package kz.ruralincome.domain.outcome;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.coverage.Coverage;
import kz.ruralincome.domain.movement.MemberCursor;
import kz.ruralincome.domain.movement.MemberPage;
import kz.ruralincome.domain.movement.MovementInquiry;
import kz.ruralincome.domain.outcome.ComparedGroup.Side;
import kz.ruralincome.domain.outcome.ComparisonReading.Area;
import kz.ruralincome.domain.outcome.ComparisonReading.Wanted;
import kz.ruralincome.domain.outcome.QuestionSettling.Settled;
import kz.ruralincome.domain.shared.SmallCellSetting;

/** The same figures of those in the pilot and of the others side by side. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Comparison {

    private static final List<String> RESTS_ON = List.of(
            "members", "vital-events", "assistance", "occupations", "registrations", "enrolments", "households");

    /** Up to when somebody is observed (movement.md). */
    private static final List<String> OBSERVED_BY = List.of("assistance", "registrations", "vital-events");

    @Inject
    private ComparisonReading reading;

    @Inject
    private KeptComparisons kept;

    @Inject
    private QuestionSettling settling;

    @Inject
    private MovementInquiry inquiry;

    @Inject
    private ServedTerritory served;

    @Inject
    private AuditTrail audit;

    @Inject
    private SmallCellSetting smallCells;

    /** The groups; small ones are withheld from callers who may see no persons. */
    public ComparisonAnswer compare(ComparisonQuestion question, Access access) {
        Access.demand(access.seesFigures());
        var settled = settling.settle(question.about(Optional.empty()), access);
        var areas = reading.areas(question.to(), settled.knownOn());
        Coverage coverage = reading.coverage(settled.knownOn());
        var wanted = wanted(question, settled, coverage, areas);
        List<ComparedGroup> groups = kept.groups(wanted, settled.territory());
        if (!access.seesPersons()) {
            audit.note(
                    access.account(),
                    "outcome.comparison",
                    details(question, settled).build().toString());
            if (isProtected(question, settled)) {
                groups = ComparisonProtection.of(groups, smallCells.limit());
            }
        }
        return new ComparisonAnswer(
                about(settled, coverage, groups),
                question,
                wanted.watched(),
                pilot(settled, question, areas),
                reason(question.grouping(), reading.missing(settled.knownOn())));
    }

    /** What the groups are compared by: without a row in each of these lists a figure would say 0 where nothing is known. */
    static Optional<String> reason(ComparisonGrouping grouping, Set<String> missing) {
        Stream<String> groupedBy = grouping == ComparisonGrouping.ENROLMENT ? Stream.of("enrolments") : Stream.empty();
        return Stream.concat(Stream.of("members", "assistance", "occupations", "registrations"), groupedBy)
                .filter(missing::contains)
                .map(list -> Reason.NO_DATA)
                .findFirst();
    }

    /**
     * The people behind one figure of one group; each look at them is noted.
     *
     * @param cursor where the page before ended
     */
    public OutcomeAnswer<MemberPage> members(
            ComparisonQuestion question, Side side, ComparisonFigure figure, Optional<String> cursor, Access access) {
        Access.demand(access.seesPersons());
        Optional<MemberCursor> begun = cursor.map(MemberCursor::of);
        var settled = settling.settle(question.about(begun.map(MemberCursor::asKnownOn)), access);
        Coverage coverage = reading.coverage(settled.knownOn());
        var wanted = wanted(question, settled, coverage, reading.areas(question.to(), settled.knownOn()));
        var found = reading.members(wanted, side, figure, inquiry.selection(begun, access));
        String details = details(question, settled)
                .add("group", side.name())
                .add("figure", figure.name())
                .build()
                .toString();
        return about(
                settled,
                coverage,
                List.of(inquiry.page(found, settled.knownOn(), access, "outcome.comparison.members", details)));
    }

    /** Okrugs lie below the region wherever they are put together. */
    private static boolean isProtected(ComparisonQuestion question, Settled settled) {
        return question.grouping() == ComparisonGrouping.PILOT_AREA
                || settled.territory()
                        .filter(code -> !code.equals(Places.NOWHERE))
                        .map(Integer::valueOf)
                        .filter(settled.places()::isBelowRegion)
                        .isPresent();
    }

    static Wanted wanted(ComparisonQuestion question, Settled settled, Coverage coverage, List<Area> areas) {
        var places = settled.places();
        boolean isNowhere = settled.territory().filter(Places.NOWHERE::equals).isPresent();
        LocalDate complete = places.coversTo(coverage, settled.territory(), OBSERVED_BY)
                .filter(day -> day.isBefore(question.to()))
                .orElse(question.to());
        Set<Integer> above = areas.stream()
                .flatMap(area -> places.tree().ancestors(area.unit()).stream())
                .map(unit -> unit.kato())
                .collect(Collectors.toSet());
        return new Wanted(
                question,
                settled.knownOn(),
                complete,
                isNowhere ? null : settled.territory().map(places::units).orElse(null),
                isNowhere,
                areas.stream()
                        .flatMap(area -> Arrays.stream(places.tree().within(area.unit())))
                        .distinct()
                        .sorted()
                        .toArray(Integer[]::new),
                above.stream().sorted().toArray(Integer[]::new));
    }

    /** The areas that lie in the territory, or contain it. */
    private List<PilotArea> pilot(Settled settled, ComparisonQuestion question, List<Area> areas) {
        if (question.grouping() != ComparisonGrouping.PILOT_AREA
                || settled.territory().filter(Places.NOWHERE::equals).isPresent()) {
            return List.of();
        }
        var tree = settled.places().tree();
        int asked = settled.territory().map(Integer::valueOf).orElse(served.kato());
        return areas.stream()
                .filter(area -> tree.liesIn(area.unit(), asked) || tree.liesIn(asked, area.unit()))
                .flatMap(area ->
                        tree.unit(area.unit()).stream().map(unit -> new PilotArea(unit, area.since(), area.stage())))
                .toList();
    }

    private static <T> OutcomeAnswer<T> about(Settled settled, Coverage coverage, List<T> items) {
        return new OutcomeAnswer<>(
                settled.question().asOf(),
                settled.question().window().start(),
                settled.territory(),
                settled.knownOn(),
                settled.fresh(),
                settled.places().coversTo(coverage, settled.territory(), RESTS_ON),
                items);
    }

    private static JsonObjectBuilder details(ComparisonQuestion question, Settled settled) {
        return QuestionSettling.details(settled.question())
                .add("from", question.from().toString())
                .add("grouping", question.grouping().name());
    }
}
