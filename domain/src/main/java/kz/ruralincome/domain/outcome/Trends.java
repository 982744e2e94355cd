package kz.ruralincome.domain.outcome;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.coverage.Coverage;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.territory.TerritoryTree;
import kz.ruralincome.domain.territory.TerritoryTrees;

/** How a figure went, month by month: on each month start what a question about that day alone is answered. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Trends {

    /** Months whose ledgers are read in one transaction, and are in memory together. */
    private static final int AT_ONCE = 12;

    @Inject
    private KeptLedgers kept;

    @Inject
    private QuestionSettling settling;

    @Inject
    private TerritoryTrees trees;

    @Inject
    private ServedTerritory served;

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
        List<TrendPoint> points = points(question, months, settled, coverage);
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
                        isProtected ? TrendProtection.of(question.figure(), points) : points));
    }

    private List<TrendPoint> points(
            TrendQuestion question, List<LocalDate> months, QuestionSettling.Settled settled, Coverage coverage) {
        List<TrendPoint> points = new ArrayList<>();
        TerritoryTree tree = null;
        Place place = null;
        Map<Window, Ledger> ledgers = Map.of();
        for (int i = 0; i < months.size(); i++) {
            if (i % AT_ONCE == 0) {
                ledgers = kept.of(
                        windows(months.subList(i, Math.min(i + AT_ONCE, months.size()))),
                        question.population(),
                        settled.knownOn());
            }
            Window window = window(months.get(i));
            TerritoryTree then = trees.on(window.asOf(), settled.knownOn());
            if (then != tree) { // the same for years
                tree = then;
                place = new Places(tree, served.kato()).place(settled.territory());
            }
            Ledger ledger = ledgers.get(window);
            Figure figure = question.figure().of(new Ledgers(ledger, ledger, coverage, question.population()), place);
            points.add(new TrendPoint(window.asOf(), window.start(), figure.value(), figure.reason()));
        }
        return points;
    }

    private static List<Window> windows(List<LocalDate> months) {
        return months.stream().map(Trends::window).toList();
    }

    private static Window window(LocalDate month) {
        return Window.of(month, Optional.empty());
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
