package kz.ruralincome.domain.outcome;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.coverage.Coverage;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.shared.SmallCellSetting;

/** How a figure went, month by month: on each month start what a question about that day alone is answered. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Trends {

    @Inject
    private SmallCellSetting smallCells;

    @Inject
    private KeptLedgers kept;

    @Inject
    private QuestionSettling settling;

    @Inject
    private KeptTrends trends;

    @Inject
    private AuditTrail audit;

    /** The figure on the month starts of the question; small groups are withheld from callers who may see no persons. */
    public TrendAnswer trend(TrendQuestion question, Access access) {
        Access.demand(access.seesFigures());
        var settled = settling.settle(question.on(question.lastMonth()), access);
        OffsetDateTime knownOn = settled.knownOn();
        LocalDate from = question.first(() -> kept.firstFact(knownOn));
        List<LocalDate> months = Months.startingFrom(from, question.to()).toList();
        Coverage coverage = kept.coverage(knownOn);
        List<TrendPoint> points =
                trends.points(question.figure(), months, settled.territory(), question.population(), knownOn);
        if (!access.seesPersons()) {
            // differences between answers are audited
            audit.note(
                    access.account(),
                    "outcome.trends",
                    QuestionSettling.details(question.on(question.lastMonth()))
                            .add("indicator", question.figure().code())
                            .build()
                            .toString());
        }
        boolean isProtected = !access.seesPersons()
                && settled.territory()
                        .filter(code -> !code.equals(Places.NOWHERE))
                        .map(Integer::valueOf)
                        .filter(settled.places()::isBelowRegion)
                        .isPresent();
        return new TrendAnswer(
                question.figure(),
                from,
                question.to(),
                new OutcomeAnswer<>(
                        question.lastMonth(),
                        question.on(question.lastMonth()).window().start(),
                        settled.territory(),
                        knownOn,
                        settled.fresh(),
                        coversTo(question, settled, coverage),
                        isProtected ? TrendProtection.of(question.figure(), points, smallCells.limit()) : points));
    }

    private static Optional<LocalDate> coversTo(
            TrendQuestion question, QuestionSettling.Settled settled, Coverage coverage) {
        Stream<String> enrolments =
                question.population() == Population.ENROLLED ? Stream.of("enrolments") : Stream.empty();
        return settled.places()
                .coversTo(
                        coverage,
                        settled.territory(),
                        Stream.concat(question.figure().restsOn().stream(), enrolments)
                                .distinct()
                                .toList());
    }
}
