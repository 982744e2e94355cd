package kz.ruralincome.domain.report;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ruralincome.domain.assignment.AssignmentsOn;
import kz.ruralincome.domain.movement.MovementMatrix;
import kz.ruralincome.domain.outcome.Indicator;
import kz.ruralincome.domain.outcome.IndicatorLine;
import kz.ruralincome.domain.shared.SmallCellLimit;
import kz.ruralincome.domain.territory.TerritoryUnit;

/**
 * The figures of one territory on one day, as known on one moment.
 *
 * @param flowFrom the first day of the window of FLOWs, and the first date of the movement
 * @param territory a KATO code or {@code none}; empty: everyone
 * @param unit the territory, where it is a unit
 * @param parts its parts, side by side
 * @param movement from {@code flowFrom} to {@code asOf}
 * @param assignments of the collegium, as they stood at a moment of their own: they follow no run of the movement
 * @param smallCells which groups are withheld in it from those who may see no persons
 */
public record CollegiumReport(
        LocalDate asOf,
        LocalDate flowFrom,
        Optional<String> territory,
        Optional<TerritoryUnit> unit,
        OffsetDateTime asKnownOn,
        Optional<OffsetDateTime> freshAsOf,
        Optional<LocalDate> coversTo,
        List<IndicatorLine> figures,
        List<Part> parts,
        MovementMatrix movement,
        AssignmentsOn assignments,
        SmallCellLimit smallCells) {

    /** The figures that are told for each part. */
    public static final List<Indicator> OF_PARTS = List.of(
            Indicator.ASP_PERSONS,
            Indicator.ASP_HOUSEHOLDS,
            Indicator.ASP_CHILDREN_WITH_PACKAGE,
            Indicator.ASP_IN_EMPLOYMENT_MEASURES,
            Indicator.ENTREPRENEURS,
            Indicator.REGISTRATIONS_NEW,
            Indicator.MOVED_ASP_TO_ENTREPRENEUR,
            Indicator.CREDIT_LOANS);

    /**
     * A part of the territory.
     *
     * @param kato a KATO code, {@code outside} or {@code none}
     * @param unit empty for these two
     */
    public record Part(String kato, Optional<TerritoryUnit> unit, Map<Indicator, IndicatorLine> lines) {}
}
