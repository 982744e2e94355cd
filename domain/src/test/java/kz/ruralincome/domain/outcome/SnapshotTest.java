package kz.ruralincome.domain.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.jobrun.RunContext;
import kz.ruralincome.domain.movement.MatrixCell;
import kz.ruralincome.domain.movement.MovementMatrix;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.outcome.SnapshotLine.Side;
import kz.ruralincome.domain.outcome.SnapshotTable.Row;
import kz.ruralincome.domain.shared.SmallCellLimit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    private static final LocalDate MONTH = LocalDate.of(2023, 1, 1);
    private static final OffsetDateTime KNOWN = OffsetDateTime.parse("2023-01-01T04:00:00.123456Z");
    private static final Row ROW = new Row(
            "313600000",
            Population.ALL,
            Indicator.CREDIT_DISBURSED,
            new Side(Optional.of(new BigDecimal("12.50")), Optional.empty(), Optional.of(3L)));

    private final PilotDatabase database = PilotDatabase.fresh();
    private Connection connection;
    private RunContext run;

    @BeforeEach
    void begin() throws SQLException {
        connection = database.connect();
        connection.setAutoCommit(false);
        run = new RunContext(UUID.randomUUID(), MONTH.plusDays(4), false, connection);
    }

    @AfterEach
    void end() throws SQLException {
        connection.close();
    }

    @Test
    void isAskedForEachNightSoThatAFailedRunLosesNoMonth() {
        var job = new OutcomeSnapshot();
        assertThat(job.firstDueFrom(MONTH)).isEqualTo(MONTH);
        assertThat(job.firstDueFrom(MONTH.plusDays(1))).isEqualTo(MONTH.plusDays(1));
    }

    @Test
    void keepsAMonthOnce() throws SQLException {
        assertThat(SnapshotTable.begin(run, MONTH, KNOWN)).isTrue();
        SnapshotTable.keepFigures(connection, MONTH, List.of(ROW));
        SnapshotTable.keepMovement(
                connection,
                MONTH,
                "",
                List.of(new MatrixCell("ASP", "ENTREPRENEUR", Optional.of(7L), Optional.empty())));
        connection.commit();

        assertThat(SnapshotTable.begin(run, MONTH, KNOWN.plusDays(3)))
                .as("again, later")
                .isFalse();
        assertThat(SnapshotTable.months(connection)).singleElement().satisfies(month -> assertThat(month.asKnownOn())
                .isEqualTo(KNOWN));
        assertThat(SnapshotTable.figures(connection, MONTH, "313600000", Population.ALL))
                .isEqualTo(Map.of(Indicator.CREDIT_DISBURSED, ROW.figure()));
        assertThat(SnapshotTable.movement(connection, MONTH, ""))
                .extracting(cell -> cell.persons().orElseThrow())
                .containsExactly(7L);
    }

    @Test
    void ofARunThatDiesNothingIsLeft() throws SQLException {
        SnapshotTable.begin(run, MONTH, KNOWN);
        SnapshotTable.keepFigures(connection, MONTH, List.of(ROW));
        connection.rollback();

        assertThat(SnapshotTable.begin(run, MONTH, KNOWN)).isTrue();
        assertThat(SnapshotTable.figures(connection, MONTH, "313600000", Population.ALL))
                .isEmpty();
    }

    @Test
    void staysAsItIs() throws SQLException {
        SnapshotTable.begin(run, MONTH, KNOWN);
        SnapshotTable.keepFigures(connection, MONTH, List.of(ROW));
        connection.commit();
        for (String change : List.of(
                "update outcome_snapshot set rules = 'x'",
                "update outcome_snapshot_figure set value = 1",
                "delete from outcome_snapshot_figure",
                "truncate outcome_snapshot_movement",
                "insert into outcome_snapshot_figure values ('2023-01-01', '', 'ALL', 'unemployed', 1, null)")) {
            assertThatThrownBy(() -> database.execute(change)).as(change).hasMessageContaining("stays as it is");
        }
    }

    @Test
    void tellsThoseWhoSeeNoPersonsNoSmallGroupAndNoSmallDifference() {
        assertThat(shown(3, 30).kept().value()).isEmpty();
        assertThat(shown(3, 30).now().value()).isEmpty();
        assertThat(shown(30, 32).kept().value()).isPresent();
        assertThat(shown(30, 32).now().value()).isEmpty();
        assertThat(shown(30, 32).now().reason()).hasValue(Reason.SMALL_CELL);
        assertThat(shown(30, 40)).isEqualTo(line(Indicator.UNEMPLOYED, 30, 40));
        assertThat(shown(30, 30).isRestated()).isFalse();
        assertThat(shown(30, 40).isRestated()).isTrue();
    }

    @Test
    void tellsNoSumOverFewNorBySoFewADifference() {
        var few = shown(Indicator.CREDIT_DISBURSED, side(900_000, 4L), side(900_000, 4L));
        assertThat(few.kept().value()).isEmpty();
        assertThat(few.now().value()).isEmpty();
        var fewHouseholds = shown(Indicator.INCOME_PER_CAPITA, side(40_000, 2L), side(40_000, 2L));
        assertThat(fewHouseholds.kept().value()).isEmpty();
        var more = shown(Indicator.CREDIT_DISBURSED, side(900_000, 20L), side(990_000, 21L));
        assertThat(more.kept().value()).isPresent();
        assertThat(more.now().value()).as("what one more borrower owes").isEmpty();
        var many = shown(Indicator.CREDIT_DISBURSED, side(900_000, 20L), side(990_000, 30L));
        assertThat(many.now().value()).isPresent();
        var early = shown(Indicator.CREDIT_DISBURSED, side(900_000, null), side(900_000, 20L));
        assertThat(early.kept().value()).as("of how many was not kept").isEmpty();
    }

    private static SnapshotLine shown(Indicator indicator, Side kept, Side now) {
        var lines = List.of(new SnapshotLine(indicator, kept, now));
        return new SnapshotProtection(MONTH, lines, Optional.empty(), SmallCellLimit.USUAL)
                .shown()
                .items()
                .get(0);
    }

    private static Side side(long value, Long behind) {
        return new Side(Optional.of(BigDecimal.valueOf(value)), Optional.empty(), Optional.ofNullable(behind));
    }

    /** Those with a business and assistance are a figure less the column of the others. */
    @Test
    void leavesNoFigureFromWhichAColumnOfTheMatrixIsComputed() {
        var matrix = MovementMatrix.of(List.of(
                cell("ASP", "ASP", 20),
                cell("ASP", "ENTREPRENEUR_ON_ASP", 3),
                cell("ENTREPRENEUR", "ENTREPRENEUR", 40),
                cell("INACTIVE", "INACTIVE", 60)));
        var shown = new SnapshotProtection(
                        MONTH,
                        List.of(line(Indicator.ASP_PERSONS_ON_DAY, 23, 23), line(Indicator.ENTREPRENEURS, 43, 43)),
                        Optional.of(matrix),
                        SmallCellLimit.USUAL)
                .shown();

        var columns = shown.movement().orElseThrow().columnSums();
        assertThat(columns.get("ENTREPRENEUR_ON_ASP")).isEmpty();
        assertThat(shown.items().get(0).kept().value().isPresent()
                        && columns.get("ASP").isPresent())
                .isFalse();
        assertThat(shown.items().get(1).kept().value().isPresent()
                        && columns.get("ENTREPRENEUR").isPresent())
                .isFalse();
        assertThat(shown.items())
                .as("what is known now is the same")
                .allMatch(line ->
                        line.kept().value().isPresent() || line.now().value().isEmpty());
    }

    /** Of the first month of a year the flow and the matrix are of the same days. */
    @Test
    void leavesNoFlowFromWhichACellIsComputed() {
        var matrix = MovementMatrix.of(List.of(
                cell("ASP", "ENTREPRENEUR", 3), cell("UNEMPLOYED", "ENTREPRENEUR", 20), cell("ASP", "ASP", 50)));
        var moved =
                List.of(line(Indicator.MOVED_ASP_TO_ENTREPRENEUR, 3, 3), line(Indicator.ASP_PERSONS_ON_DAY, 50, 50));
        var january =
                new SnapshotProtection(MONTH.plusMonths(1), moved, Optional.of(matrix), SmallCellLimit.USUAL).shown();

        assertThat(january.items().get(0).kept().value()).isEmpty();
        assertThat(january.movement().orElseThrow().cells())
                .filteredOn(cell -> cell.from().equals("ASP") && cell.to().equals("ENTREPRENEUR"))
                .allMatch(cell -> cell.persons().isEmpty());
    }

    private static MatrixCell cell(String from, String to, long persons) {
        return new MatrixCell(from, to, Optional.of(persons), Optional.empty());
    }

    private static SnapshotLine shown(long value, long now) {
        return shown(Indicator.UNEMPLOYED, side(value, null), side(now, null));
    }

    private static SnapshotLine line(Indicator indicator, long value, long now) {
        return new SnapshotLine(indicator, side(value, null), side(now, null));
    }
}
