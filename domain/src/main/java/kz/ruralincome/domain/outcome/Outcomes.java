package kz.ruralincome.domain.outcome;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.register.Watermark;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.territory.TerritoryTrees;

/** How the pilot is doing: its indicators for a territory, and side by side for the parts of one. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Outcomes {

    @Inject
    private LedgerReading reading;

    @Inject
    private LedgerCache cache;

    @Inject
    private Watermark watermark;

    @Inject
    private TerritoryTrees trees;

    @Inject
    private ServedTerritory served;

    @Inject
    private AuditTrail audit;

    /** All indicators of the territory asked. */
    public OutcomeAnswer<IndicatorLine> indicators(OutcomeQuestion question, Access access) {
        return answer(question, access, "outcome.indicators", asked -> Stream.of(Indicator.values())
                .map(asked::line)
                .toList());
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
        check(question);
        Optional<OffsetDateTime> fresh = reading.freshAsOf();
        OffsetDateTime knownOn = question.asKnownOn().or(() -> fresh).orElseGet(watermark::closedAt);
        var tree = trees.on(question.asOf(), knownOn);
        var places = new Places(tree, served.kato());
        var territory = places.reached(question.territory(), access);
        Window window = question.window();
        Window before = question.windowBefore();
        var ledgers = cache.get(
                window,
                before,
                question.population(),
                knownOn,
                () -> reading.read(window, before, question.population(), knownOn));
        var asked = new Asked(ledgers, places, territory, access.seesPersons());
        List<T> items = lines.apply(asked);
        if (!access.seesPersons()) {
            note(question, access, action); // differences between answers are audited
        }
        return new OutcomeAnswer<>(
                question.asOf(), window.start(), territory, knownOn, fresh, coversTo(asked, items), items);
    }

    private void check(OutcomeQuestion question) {
        List<InvalidRequest.FieldError> errors = new ArrayList<>();
        if (question.flowFrom().filter(from -> !from.isBefore(question.asOf())).isPresent()) {
            errors.add(new InvalidRequest.FieldError("flowFrom", "outcome.flow-from.late", List.of()));
        }
        if (question.asKnownOn().filter(moment -> !watermark.reaches(moment)).isPresent()) {
            errors.add(new InvalidRequest.FieldError("asKnownOn", "outcome.as-known-on.late", List.of()));
        }
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
    }

    private static Optional<LocalDate> coversTo(Asked asked, Collection<?> items) {
        return asked.coversTo(items.stream()
                .map(item -> item instanceof DistrictLine part ? part.line() : (IndicatorLine) item)
                .filter(line -> line.value().isPresent())
                .map(IndicatorLine::indicator)
                .distinct()
                .toList());
    }

    private void note(OutcomeQuestion question, Access access, String action) {
        var details = Json.createObjectBuilder()
                .add("asOf", question.asOf().toString())
                .add("population", question.population().name());
        question.territory().ifPresent(territory -> details.add("territory", territory));
        audit.note(access.account(), action, details.build().toString());
    }
}
