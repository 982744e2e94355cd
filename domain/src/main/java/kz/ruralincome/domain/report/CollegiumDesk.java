package kz.ruralincome.domain.report;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.assignment.AssignmentDesk;
import kz.ruralincome.domain.movement.MatrixQuestion;
import kz.ruralincome.domain.movement.MovementDesk;
import kz.ruralincome.domain.movement.MovementMatrix;
import kz.ruralincome.domain.outcome.DistrictLine;
import kz.ruralincome.domain.outcome.Indicator;
import kz.ruralincome.domain.outcome.OutcomeFigures;
import kz.ruralincome.domain.outcome.OutcomeQuestion;
import kz.ruralincome.domain.outcome.Outcomes;
import kz.ruralincome.domain.outcome.ServedTerritory;
import kz.ruralincome.domain.report.CollegiumReport.Part;
import kz.ruralincome.domain.shared.SmallCellSetting;
import kz.ruralincome.domain.territory.TerritoryTrees;
import kz.ruralincome.domain.territory.TerritoryUnit;

/** Draws up the collegium report. */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class CollegiumDesk {

    @Inject
    private Outcomes outcomes;

    @Inject
    private MovementDesk movement;

    @Inject
    private TerritoryTrees trees;

    @Inject
    private AssignmentDesk assignments;

    @Inject
    private ServedTerritory served;

    @Inject
    private SmallCellSetting smallCells;

    /**
     * The report as known on the moment of the question; all of it on one and the same, since a run may end between two
     * questions.
     *
     * @param assignmentsOn at which moment assignments are looked at; empty: at that of the question, else now
     */
    public CollegiumReport report(OutcomeQuestion question, Optional<OffsetDateTime> assignmentsOn, Access access) {
        Access.demand(access.seesFigures());
        var asKnownOn = outcomes.indicators(question, access).asKnownOn();
        var same = new OutcomeQuestion(
                question.asOf(),
                question.flowFrom(),
                question.territory(),
                question.population(),
                Optional.of(asKnownOn));
        // protected as a whole, so asked for as it is
        Access reading = new Access(access.account(), access.role(), access.territory(), true);
        var found = outcomes.figures(same, CollegiumReport.OF_PARTS, reading);
        var figures = found.whole();
        Optional<TerritoryUnit> unit = figures.territory().flatMap(code -> unit(code, question, asKnownOn));
        var report = new CollegiumReport(
                question.asOf(),
                figures.flowFrom(),
                figures.territory(),
                unit,
                figures.asKnownOn(),
                figures.freshAsOf(),
                figures.coversTo(),
                figures.items(),
                parts(found),
                matrix(
                        same,
                        figures.flowFrom(),
                        unit.filter(this::isBelowRegion).isPresent() ? reading : access),
                assignments.on(figures.territory(), assignmentsOn.or(question::asKnownOn), figures.flowFrom(), access),
                smallCells.limit());
        return access.seesPersons() ? report : CollegiumProtection.of(report, this::isBelowRegion);
    }

    private boolean isBelowRegion(TerritoryUnit unit) {
        return unit.kato() != served.kato() && unit.parent().isPresent();
    }

    private static List<Part> parts(OutcomeFigures found) {
        Map<String, Part> parts = new LinkedHashMap<>();
        for (Indicator indicator : CollegiumReport.OF_PARTS) {
            for (DistrictLine line : found.parts().get(indicator)) {
                parts.computeIfAbsent(line.kato(), kato -> new Part(kato, line.unit(), new EnumMap<>(Indicator.class)))
                        .lines()
                        .put(indicator, line.line());
            }
        }
        return List.copyOf(parts.values());
    }

    private Optional<TerritoryUnit> unit(String code, OutcomeQuestion question, OffsetDateTime knownOn) {
        return code.matches("[0-9]{9}")
                ? trees.on(question.asOf(), knownOn).unit(Integer.parseInt(code))
                : Optional.empty();
    }

    private MovementMatrix matrix(OutcomeQuestion question, LocalDate from, Access access) {
        var asked = new MatrixQuestion(
                from, question.asOf(), question.territory(), question.population(), question.asKnownOn());
        return movement.matrix(asked, access).content();
    }
}
