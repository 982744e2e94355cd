package kz.ruralincome.domain.outcome;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.shared.SmallCellSetting;

/** How the pilot is doing: its indicators for a territory, and side by side for the parts of one. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Outcomes {

    @Inject
    private SmallCellSetting smallCells;

    @Inject
    private KeptLedgers kept;

    @Inject
    private QuestionSettling settling;

    @Inject
    private AuditTrail audit;

    /** All indicators of the territory asked. */
    public OutcomeAnswer<IndicatorLine> indicators(OutcomeQuestion question, Access access) {
        return answer(question, access, "outcome.indicators", Asked::lines);
    }

    /** One indicator of each part of the territory asked. */
    public OutcomeAnswer<DistrictLine> districts(OutcomeQuestion question, Indicator indicator, Access access) {
        return answer(question, access, "outcome.districts", asked -> asked.parts(indicator));
    }

    /** The same for a report that shows the territory beside its parts: small groups stay hidden there, too. */
    public OutcomeAnswer<DistrictLine> districtsBesideTheWhole(
            OutcomeQuestion question, Indicator indicator, Access access) {
        return answer(question, access, "outcome.districts", asked -> asked.partsBesideTheWhole(indicator));
    }

    private <T> OutcomeAnswer<T> answer(
            OutcomeQuestion question, Access access, String action, Function<Asked, List<T>> lines) {
        Access.demand(access.seesFigures());
        var settled = settling.settle(question, access);
        OffsetDateTime knownOn = settled.knownOn();
        var ledgers = kept.of(question, knownOn);
        var asked = new Asked(ledgers, settled.places(), settled.territory(), access.seesPersons(), smallCells.limit());
        List<T> items = lines.apply(asked);
        if (!access.seesPersons()) {
            // differences between answers are audited
            audit.note(
                    access.account(),
                    action,
                    QuestionSettling.details(question).build().toString());
        }
        return new OutcomeAnswer<>(
                question.asOf(),
                question.window().start(),
                settled.territory(),
                knownOn,
                settled.fresh(),
                coversTo(asked, items),
                items);
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
