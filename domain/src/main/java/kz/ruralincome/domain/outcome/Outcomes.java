package kz.ruralincome.domain.outcome;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.shared.SmallCellSetting;

/** How the pilot is doing: its indicators for a territory, and side by side for the parts of one. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Outcomes {

    @Inject
    private KeptLedgers kept;

    @Inject
    private QuestionSettling settling;

    @Inject
    private AuditTrail audit;

    @Inject
    private SmallCellSetting smallCells;

    /** All indicators of the territory asked. */
    public OutcomeAnswer<IndicatorLine> indicators(OutcomeQuestion question, Access access) {
        var settled = settle(question, access, "outcome.indicators");
        return settled.answer(settled.asked().lines());
    }

    /** One indicator of each part of the territory asked. */
    public OutcomeAnswer<DistrictLine> districts(OutcomeQuestion question, Indicator indicator, Access access) {
        var settled = settle(question, access, "outcome.districts");
        return settled.answer(settled.asked().parts(indicator));
    }

    /** All indicators of the territory, and those compared of each of its parts: no small group is computed from both. */
    public OutcomeFigures figures(OutcomeQuestion question, Collection<Indicator> compared, Access access) {
        var settled = settle(question, access, "outcome.indicators");
        var figures = settled.asked().figures(compared);
        return new OutcomeFigures(settled.answer(figures.lines()), figures.parts());
    }

    /** A question of which nothing is open, with all that is counted for it. */
    private record Counted(QuestionSettling.Settled settled, Asked asked) {

        <T> OutcomeAnswer<T> answer(List<T> items) {
            return new OutcomeAnswer<>(
                    settled.question().asOf(),
                    settled.question().window().start(),
                    settled.territory(),
                    settled.knownOn(),
                    settled.fresh(),
                    coversTo(asked, items),
                    items);
        }
    }

    private Counted settle(OutcomeQuestion question, Access access, String action) {
        Access.demand(access.seesFigures());
        var settled = settling.settle(question, access);
        var ledgers = kept.of(question, settled.knownOn());
        if (!access.seesPersons()) {
            // differences between answers are audited
            audit.note(
                    access.account(),
                    action,
                    QuestionSettling.details(question).build().toString());
        }
        return new Counted(
                settled,
                new Asked(ledgers, settled.places(), settled.territory(), access.seesPersons(), smallCells.limit()));
    }

    private static Optional<LocalDate> coversTo(Asked asked, Collection<?> items) {
        return asked.coversTo(items.stream()
                .map(item -> item instanceof DistrictLine part ? part.line() : (IndicatorLine) item)
                .filter(line -> line.value().isPresent())
                .map(IndicatorLine::indicator)
                .distinct()
                .toList());
    }
}
