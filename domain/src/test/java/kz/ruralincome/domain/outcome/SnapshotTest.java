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
import kz.ruralincome.domain.outcome.SnapshotTable.Row;
import kz.ruralincome.domain.shared.SmallCellLimit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    private static final LocalDate MONTH = LocalDate.of(2023, 1, 1);
    private static final OffsetDateTime KNOWN = OffsetDateTime.parse("2023-01-01T04:00:00.123456Z");
    private static final Row ROW = new Row(
            "313600000", Population.ALL, Indicator.ASP_PAID, Optional.of(new BigDecimal("12.50")), Optional.empty());

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
                .isEqualTo(Map.of(Indicator.ASP_PAID, new Figure(ROW.value(), ROW.reason())));
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
        assertThat(shown(3, 30).value()).isEmpty();
        assertThat(shown(3, 30).now()).isEmpty();
        assertThat(shown(30, 32).value()).isPresent();
        assertThat(shown(30, 32).now()).isEmpty();
        assertThat(shown(30, 32).nowReason()).hasValue(Reason.SMALL_CELL);
        assertThat(shown(30, 40)).isEqualTo(line(Indicator.UNEMPLOYED, 30, 40));
        assertThat(shown(30, 30).isRestated()).isFalse();
        assertThat(shown(30, 40).isRestated()).isTrue();
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
        assertThat(shown.items().get(0).value().isPresent()
                        && columns.get("ASP").isPresent())
                .isFalse();
        assertThat(shown.items().get(1).value().isPresent()
                        && columns.get("ENTREPRENEUR").isPresent())
                .isFalse();
        assertThat(shown.items())
                .as("what is known now is the same")
                .allMatch(line -> line.value().isPresent() || line.now().isEmpty());
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

        assertThat(january.items().get(0).value()).isEmpty();
        assertThat(january.movement().orElseThrow().cells())
                .filteredOn(cell -> cell.from().equals("ASP") && cell.to().equals("ENTREPRENEUR"))
                .allMatch(cell -> cell.persons().isEmpty());
    }

    private static MatrixCell cell(String from, String to, long persons) {
        return new MatrixCell(from, to, Optional.of(persons), Optional.empty());
    }

    private static SnapshotLine shown(long value, long now) {
        var lines = List.of(line(Indicator.UNEMPLOYED, value, now));
        return new SnapshotProtection(MONTH, lines, Optional.empty(), SmallCellLimit.USUAL)
                .shown()
                .items()
                .get(0);
    }

    private static SnapshotLine line(Indicator indicator, long value, long now) {
        return new SnapshotLine(
                indicator,
                Optional.of(BigDecimal.valueOf(value)),
                Optional.empty(),
                Optional.of(BigDecimal.valueOf(now)),
                Optional.empty());
    }
}
