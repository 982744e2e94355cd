package kz.ruralincome.domain.outcome;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.movement.MemberCursor;
import kz.ruralincome.domain.movement.MemberPage;
import kz.ruralincome.domain.movement.MovementInquiry;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.shared.InvalidRequest;

/** The people behind a figure, for those who may see them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FigureMembers {

    @Inject
    private FigureMembersReading reading;

    @Inject
    private QuestionSettling settling;

    @Inject
    private MovementInquiry inquiry;

    /**
     * Some of the people whom the figure counts, or who are members of the households that it counts; each look at them is
     * noted. Who counts twice is listed once.
     *
     * @param cursor where the page before ended
     * @throws InvalidRequest when nobody stands behind the figure
     */
    public OutcomeAnswer<MemberPage> members(
            OutcomeQuestion question, FigureCell cell, Optional<String> cursor, Access access) {
        Access.demand(access.seesPersons());
        if (question.population() != Population.ALL && !cell.indicator().isOfPersons()) {
            throw new InvalidRequest("population", "outcome.reason." + Reason.NOT_FOR_POPULATION);
        }
        Optional<MemberCursor> begun = cursor.map(MemberCursor::of);
        var settled = settling.settle(question.knownOn(begun.map(MemberCursor::asKnownOn)), access);
        var found = reading.members(
                new FigureMembersReading.Wanted(
                        cell,
                        cell.condition(settled.places(), settled.territory()),
                        question.window(),
                        question.population(),
                        settled.knownOn()),
                inquiry.selection(begun, access));
        var details = QuestionSettling.details(question)
                .add("flowFrom", question.window().start().toString())
                .add("indicator", cell.indicator().code());
        cell.part().ifPresent(part -> details.add("part", part));
        cell.month().ifPresent(month -> details.add("month", month.toString()));
        cell.ending().ifPresent(ending -> details.add("ending", ending));
        var page = inquiry.page(
                found,
                settled.knownOn(),
                access,
                "outcome.figure.members",
                details.build().toString());
        return new OutcomeAnswer<>(
                question.asOf(),
                question.window().start(),
                settled.territory(),
                settled.knownOn(),
                settled.fresh(),
                settled.places()
                        .coversTo(
                                reading.coverage(settled.knownOn()),
                                settled.territory(),
                                cell.indicator().restsOn()),
                List.of(page));
    }
}
