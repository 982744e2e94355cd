package kz.ruralincome.domain.outcome;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.movement.MatrixCell;
import kz.ruralincome.domain.movement.MovementMatrix;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.SmallCellSetting;

/** The desk at which kept months are read, and held against what is known now. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SnapshotDesk {

    @Inject
    private SmallCellSetting smallCells;

    @Inject
    private SnapshotReading reading;

    @Inject
    private KeptLedgers ledgers;

    @Inject
    private QuestionSettling settling;

    @Inject
    private AuditTrail audit;

    /** The months that are kept, newest first. */
    public List<Snapshot> months(Access access) {
        Access.demand(access.seesFigures());
        return reading.months();
    }

    /**
     * A kept month of a territory: everyone, the region, a district, an okrug, or those of whom it is not known where.
     *
     * @param population of those that are kept: ALL or ENROLLED
     */
    public SnapshotAnswer month(LocalDate month, Optional<String> territory, Population population, Access access) {
        Access.demand(access.seesFigures());
        Snapshot snapshot = reading.months().stream()
                .filter(kept -> kept.month().equals(month))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("snapshot"));
        var question = new OutcomeQuestion(month, Optional.empty(), territory, population, Optional.empty());
        var settled = settling.settle(question, access);
        String place = settled.territory().orElse("");
        Map<Indicator, SnapshotLine.Side> kept = reading.figures(month, place, population);
        if (kept.isEmpty()) {
            throw new NotFoundException("snapshot");
        }
        if (!access.seesPersons()) {
            // differences between answers are audited
            audit.note(
                    access.account(),
                    "outcome.snapshot",
                    QuestionSettling.details(question).build().toString());
        }
        boolean isProtected = !access.seesPersons()
                && settled.territory()
                        .filter(code -> !code.equals(Places.NOWHERE))
                        .map(Integer::valueOf)
                        .filter(settled.places()::isBelowRegion)
                        .isPresent();
        var today = ledgers.of(question, settled.knownOn());
        Place where = settled.places().place(settled.territory());
        List<SnapshotLine> lines = Arrays.stream(Indicator.values())
                .filter(kept::containsKey)
                .map(indicator -> line(indicator, kept.get(indicator), today, where))
                .toList();
        Optional<MovementMatrix> movement =
                population == Population.ALL ? movement(reading.movement(month, place)) : Optional.empty();
        var shown = isProtected
                ? new SnapshotProtection(month, lines, movement, smallCells.limit()).shown()
                : new SnapshotProtection.Shown(lines, movement);
        return new SnapshotAnswer(
                snapshot,
                settled.territory(),
                settled.knownOn(),
                settled.fresh(),
                shown.items(),
                shown.movement(),
                reading.lists(snapshot.asKnownOn(), settled.knownOn()));
    }

    private static SnapshotLine line(Indicator indicator, SnapshotLine.Side kept, Ledgers today, Place where) {
        return new SnapshotLine(
                indicator, kept, today.line(indicator, where, Optional.empty()).kept());
    }

    private static Optional<MovementMatrix> movement(List<MatrixCell> cells) {
        return cells.isEmpty() ? Optional.empty() : Optional.of(MovementMatrix.of(cells));
    }
}
