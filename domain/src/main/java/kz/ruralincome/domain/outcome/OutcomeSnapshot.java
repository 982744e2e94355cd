package kz.ruralincome.domain.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.ruralincome.domain.jobrun.Job;
import kz.ruralincome.domain.jobrun.RunContext;
import kz.ruralincome.domain.movement.KeptMatrices;
import kz.ruralincome.domain.movement.MatrixCell;
import kz.ruralincome.domain.movement.MatrixQuestion;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.outcome.SnapshotTable.Row;
import kz.ruralincome.domain.register.Watermark;
import kz.ruralincome.domain.territory.TerritoryTrees;
import kz.ruralincome.domain.territory.TerritoryUnit;

/**
 * Keeps each month's figures of its first day as they are known then, for everyone, the region and each district and okrug,
 * and who moved in the month before. It asks each night, so that a failed run loses no month: what is kept stays, a run for a
 * month that is kept does nothing, and one that comes late says by its moment how late it was.
 */
@ApplicationScoped
public class OutcomeSnapshot implements Job {

    /** Its name in URLs. */
    public static final String NAME = "outcome-snapshot";

    private static final List<Population> KEPT = List.of(Population.ALL, Population.ENROLLED);

    @Inject
    private KeptLedgers ledgers;

    @Inject
    private KeptMatrices matrices;

    @Inject
    private LedgerReading reading;

    @Inject
    private Watermark watermark;

    @Inject
    private TerritoryTrees trees;

    @Inject
    private ServedTerritory served;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(4, 0);
    }

    @Override
    public Map<String, Long> run(RunContext context) throws SQLException {
        LocalDate month = context.businessDate().withDayOfMonth(1);
        OffsetDateTime knownOn = reading.freshAsOf().orElseGet(watermark::close);
        long figures = 0;
        long cells = 0;
        // of an empty register nothing is kept: a later night of the month finds what came in
        if (ledgers.firstFact(knownOn).isPresent() && SnapshotTable.begin(context, month, knownOn)) {
            var places = new Places(trees.on(month, knownOn), served.kato());
            figures = SnapshotTable.keepFigures(context.connection(), month, figures(month, knownOn, places));
            for (Optional<String> place : withMovement(places)) {
                List<MatrixCell> moved = matrices.cells(
                        new MatrixQuestion(month.minusMonths(1), month, place, Population.ALL, Optional.of(knownOn)),
                        place,
                        knownOn,
                        false);
                cells += SnapshotTable.keepMovement(context.connection(), month, place.orElse(""), moved);
            }
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("figures", figures);
        counts.put("cells", cells);
        return counts;
    }

    private List<Row> figures(LocalDate month, OffsetDateTime knownOn, Places places) {
        Map<String, Place> kept = places(places);
        List<Row> rows = new ArrayList<>();
        for (Population population : KEPT) {
            var ledgers = this.ledgers.of(
                    new OutcomeQuestion(month, Optional.empty(), Optional.empty(), population, Optional.of(knownOn)),
                    knownOn);
            kept.forEach((code, place) -> {
                for (Indicator indicator : Indicator.values()) {
                    var line = ledgers.line(indicator, place, Optional.empty());
                    if (!line.reason().equals(Optional.of(Reason.NOT_FOR_POPULATION))) {
                        rows.add(new Row(code, population, indicator, line.kept()));
                    }
                }
            });
        }
        return rows;
    }

    /** Everyone, the region, the districts, the okrugs, outside the region, and not known where. */
    private Map<String, Place> places(Places places) {
        Map<String, Place> kept = new HashMap<>();
        kept.put("", places.place(Optional.empty()));
        kept.put(Places.NOWHERE, places.place(Optional.of(Places.NOWHERE)));
        kept.put(DistrictLine.OUTSIDE, places.outside());
        int region = served.kato();
        Stream.concat(Stream.of(region), places.tree().children(region).stream().flatMap(district -> Stream.concat(
                                Stream.of(district), places.tree().children(district.kato()).stream())
                        .map(TerritoryUnit::kato)))
                .forEach(unit -> kept.put(Places.code(unit), places.territory(unit)));
        return kept;
    }

    private List<Optional<String>> withMovement(Places places) {
        int region = served.kato();
        Stream<String> units = Stream.concat(
                        Stream.of(region),
                        places.tree().children(region).stream().map(TerritoryUnit::kato))
                .map(Places::code);
        return Stream.concat(Stream.of(Optional.<String>empty()), units.map(Optional::of))
                .toList();
    }
}
