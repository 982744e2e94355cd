package kz.ruralincome.domain.outcome;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.territory.TerritoryUnit;

/**
 * What was planned beside what became of it. The figures are those of {@link Outcomes}, withheld where they are withheld
 * there.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PlanDesk {

    @Inject
    private Outcomes outcomes;

    @Inject
    private PlanReading reading;

    @Inject
    private ServedTerritory served;

    /**
     * Every indicator with a plan for the territory asked or one of its parts, in the order of the indicators.
     *
     * @param asOf the plan is that of the year that contains the day before, by what was decided by then
     */
    public OutcomeAnswer<PlannedFigure> plans(
            LocalDate asOf, Optional<String> territory, Optional<OffsetDateTime> asKnownOn, Access access) {
        var question = new OutcomeQuestion(asOf, Optional.empty(), territory, Population.ALL, asKnownOn);
        // one moment for the whole answer: a run may end between two questions
        var moment = outcomes.indicators(question, access).asKnownOn();
        var decisions = reading.decisions(asOf, moment);
        List<Indicator> planned = Stream.of(Indicator.values())
                .filter(indicator -> decisions.containsKey(indicator.code()))
                .toList();
        var found = outcomes.figures(
                question.knownOn(Optional.of(moment)),
                Stream.concat(planned.stream(), planned.stream().map(PlannedFigure::factOf))
                        .collect(Collectors.toSet()),
                access);
        var whole = found.whole();
        var lines = whole.items().stream().collect(Collectors.toMap(IndicatorLine::indicator, Function.identity()));
        List<PlannedFigure> figures = planned.stream()
                .map(indicator -> figure(
                        indicator, lines, whole.territory(), parts(found, indicator), decisions.get(indicator.code())))
                .filter(figure -> Stream.concat(Stream.of(figure.whole()), figure.parts().stream())
                        .anyMatch(line -> line.plan().isPresent()))
                .toList();
        return new OutcomeAnswer<>(
                whole.asOf(),
                whole.flowFrom(),
                whole.territory(),
                whole.asKnownOn(),
                whole.freshAsOf(),
                coversTo(figures),
                figures);
    }

    /** The parts by code: with the plan, and with the fact. */
    private record Parts(Map<String, DistrictLine> planned, List<DistrictLine> facts) {}

    private static Parts parts(OutcomeFigures found, Indicator indicator) {
        return new Parts(
                found.parts().get(indicator).stream()
                        .collect(Collectors.toMap(DistrictLine::kato, Function.identity())),
                found.parts().get(PlannedFigure.factOf(indicator)));
    }

    private PlannedFigure figure(
            Indicator indicator,
            Map<Indicator, IndicatorLine> lines,
            Optional<String> territory,
            Parts parts,
            Map<Integer, List<PlanDecision>> decided) {
        Indicator fact = PlannedFigure.factOf(indicator);
        Optional<Integer> unit = territory.isEmpty()
                ? Optional.of(served.kato())
                : territory.filter(code -> !code.equals(Places.NOWHERE)).map(Integer::valueOf);
        return new PlannedFigure(
                indicator,
                fact,
                new PlanLine(
                        Optional.empty(),
                        lines.get(indicator).plan(),
                        lines.get(fact),
                        unit.map(kato -> decided.getOrDefault(kato, List.of())).orElse(List.of())),
                parts.facts().stream()
                        // what is booked on the territory itself has no plan of its own, nor have those outside or
                        // nowhere
                        .filter(part -> part.unit()
                                .map(TerritoryUnit::kato)
                                .filter(kato -> !unit.equals(Optional.of(kato)))
                                .isPresent())
                        .map(part -> new PlanLine(
                                part.unit(),
                                parts.planned().get(part.kato()).line().plan(),
                                part.line(),
                                decided.getOrDefault(part.unit().orElseThrow().kato(), List.of())))
                        .toList());
    }

    private static Optional<LocalDate> coversTo(List<PlannedFigure> figures) {
        var days =
                figures.stream().map(figure -> figure.whole().fact().coversTo()).toList();
        return days.stream().allMatch(Optional::isPresent)
                ? days.stream().flatMap(Optional::stream).min(LocalDate::compareTo)
                : Optional.empty();
    }
}
