package kz.ruralincome.domain.movement;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.coverage.Coverage;
import kz.ruralincome.domain.movement.MemberPage.Member;
import kz.ruralincome.domain.register.Watermark;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.Slice;
import kz.ruralincome.domain.territory.TerritoryTrees;

/** What every question about movement goes through: its moment and territory are settled, and looks at people noted. */
@Dependent
public class MovementInquiry {

    /** The lists on which a state and a place rest. */
    private static final List<String> RESTS_ON = List.of(
            "members", "vital-events", "assistance", "occupations", "registrations", "enrolments", "households");

    private static final int PAGE = 100;

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

    Settled settle(MatrixQuestion question, Access access) {
        if (question.asKnownOn().filter(moment -> !watermark.reaches(moment)).isPresent()) {
            throw new InvalidRequest("asKnownOn", "movement.as-known-on.late");
        }
        Optional<OffsetDateTime> fresh = freshness.freshAsOf();
        OffsetDateTime moment = question.asKnownOn().or(() -> fresh).orElseGet(watermark::closedAt);
        var tree = trees.on(question.to(), moment);
        var territory = AskedTerritory.of(question.territory(), tree, access);
        Coverage coverage = reading.coverage(moment);
        return new Settled(question, territory, moment, fresh, territory.coversTo(coverage, RESTS_ON));
    }

    /** Whom a page holds that goes on after another; one more than it shows, so that it is known whether more follow. */
    public MemberSelection selection(Optional<MemberCursor> begun, Access access) {
        return new MemberSelection(
                access.territory().map(trees.on(calendar.today())::within),
                calendar.today(),
                begun.map(MemberCursor::after),
                PAGE + 1);
    }

    /** The page of those found; the look at them is noted. */
    public MemberPage page(List<Member> found, OffsetDateTime moment, Access access, String event, String details) {
        var page = Slice.of(found, PAGE);
        if (!page.items().isEmpty()) {
            audit.saw(
                    access.account(),
                    event,
                    page.items().stream().map(Member::number).toList(),
                    details);
        }
        Optional<String> next =
                page.goesOnAfter().map(last -> new MemberCursor(reading.idOf(last.number()), moment).toString());
        return new MemberPage(page.items(), next);
    }

    /** What was asked, once it is settled. */
    record Settled(
            MatrixQuestion question,
            AskedTerritory territory,
            OffsetDateTime moment,
            Optional<OffsetDateTime> fresh,
            Optional<LocalDate> coversTo) {

        /** Whether small groups are withheld from the caller. */
        boolean isProtected(Access access) {
            return !access.seesPersons() && territory.isBelowRegion();
        }

        <T> MatrixAnswer<T> answer(T content) {
            return new MatrixAnswer<>(question, territory.code(), moment, fresh, coversTo, content);
        }
    }
}
