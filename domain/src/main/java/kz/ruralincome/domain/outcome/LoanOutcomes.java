package kz.ruralincome.domain.outcome;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.coverage.Coverage;
import kz.ruralincome.domain.outcome.LoanMembers.Member;
import kz.ruralincome.domain.outcome.LoanOutcomeReading.Wanted;
import kz.ruralincome.domain.outcome.QuestionSettling.Settled;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.Slice;
import kz.ruralincome.domain.shared.SmallCellSetting;
import kz.ruralincome.domain.territory.TerritoryTrees;

/** What the loans of a window led to. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LoanOutcomes {

    /** Loans come by calls of which nobody declares that they are all; these lists say the rest of their story. */
    private static final List<String> RESTS_ON = List.of(
            "members", "vital-events", "assistance", "occupations", "registrations", "enrolments", "households");

    private static final int PAGE = 500;

    private static final List<String> OBSERVED_BY = List.of("assistance", "registrations", "vital-events");

    @Inject
    private SmallCellSetting smallCells;

    @Inject
    private LoanOutcomeReading reading;

    @Inject
    private KeptLoanOutcomes kept;

    @Inject
    private KeptLoanProtection keptProtection;

    @Inject
    private QuestionSettling settling;

    @Inject
    private TerritoryTrees trees;

    @Inject
    private BusinessCalendar calendar;

    @Inject
    private AuditTrail audit;

    /** The figures of all loans that were asked for, and of their groups. */
    public LoanAnswer loans(LoanQuestion question, Access access) {
        Access.demand(access.seesFigures());
        var settled = settling.settle(question.about(), access);
        var found = kept.read(wanted(question, settled), settled.territory());
        demandLender(question, found.hasLender());
        if (!found.agesKnown()) {
            throw new InvalidRequest("population", "outcome.reason." + Reason.PARAMETER_MISSING);
        }
        if (!access.seesPersons()) {
            // differences between answers are audited
            audit.note(
                    access.account(), "outcome.loans", details(question).build().toString());
        }
        var answer = new LoanAnswer(
                about(settled, found.coverage(), new LoanGrouping(settled.places(), settled.territory()).rows(found)),
                question.lender(),
                found.observedTo(),
                found.comparison(),
                found.lenders());
        return access.seesPersons()
                ? answer
                : keptProtection.seen(
                        answer, new LoanProtection(settled.places(), settled.territory(), smallCells.limit()));
    }

    /**
     * The loans behind one figure, as many as it counts; each look is noted for each borrower.
     *
     * @param cursor where the page before ended
     */
    public LoanMembers members(LoanQuestion question, LoanCell cell, Optional<String> cursor, Access access) {
        Access.demand(access.seesPersons());
        Optional<LoanMemberCursor> begun = cursor.map(LoanMemberCursor::of);
        var settled = settling.settle(question.about().knownOn(begun.map(LoanMemberCursor::asKnownOn)), access);
        var found = reading.members(
                wanted(question, settled),
                new LoanOutcomeReading.Page(
                        cell.measure(),
                        cell.condition(settled.places(), settled.territory()),
                        access.territory().map(own -> trees.on(calendar.today()).within(own)),
                        calendar.today(),
                        begun.map(LoanMemberCursor::after).orElse(0L),
                        PAGE + 1));
        demandLender(question, found.hasLender());
        var page = Slice.of(found.members(), PAGE);
        if (!page.items().isEmpty()) {
            audit.saw(
                    access.account(),
                    "outcome.loans.members",
                    page.items().stream().map(Member::borrower).distinct().toList(),
                    details(question)
                            .add("measure", cell.measure().code())
                            .build()
                            .toString());
        }
        return new LoanMembers(
                about(settled, found.coverage(), page.items()),
                question.lender(),
                found.observedTo(),
                page.goesOnAfter().map(last -> new LoanMemberCursor(last.number(), settled.knownOn()).toString()));
    }

    private static void demandLender(LoanQuestion question, boolean isThere) {
        if (!isThere) {
            throw new InvalidRequest(
                    "lender", "outcome.lender.unknown", question.lender().orElseThrow());
        }
    }

    private static JsonObjectBuilder details(LoanQuestion question) {
        var details = QuestionSettling.details(question.about());
        question.lender().ifPresent(lender -> details.add("lender", lender));
        return details;
    }

    private static <T> OutcomeAnswer<T> about(Settled settled, Coverage coverage, List<T> items) {
        var question = settled.question();
        return new OutcomeAnswer<>(
                question.asOf(),
                question.window().start(),
                settled.territory(),
                settled.knownOn(),
                settled.fresh(),
                coversTo(coverage, settled, RESTS_ON),
                items);
    }

    private static Wanted wanted(LoanQuestion question, Settled settled) {
        LocalDate asOf = question.about().asOf();
        boolean nowhere = settled.territory().filter(Places.NOWHERE::equals).isPresent();
        return new Wanted(
                question.about().window(),
                question.about().population(),
                question.lender(),
                nowhere ? Optional.empty() : settled.territory().map(settled.places()::units),
                nowhere,
                settled.knownOn(),
                coverage -> coversTo(coverage, settled, OBSERVED_BY)
                        .filter(day -> day.isBefore(asOf))
                        .orElse(asOf));
    }

    private static Optional<LocalDate> coversTo(Coverage coverage, Settled settled, List<String> lists) {
        return settled.places().coversTo(coverage, settled.territory(), lists);
    }
}
