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
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.outcome.SnapshotTable.Row;
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
    void isDueInTheFirstNightOfAMonth() {
        var job = new OutcomeSnapshot();
        assertThat(job.firstDueFrom(MONTH)).isEqualTo(MONTH);
        assertThat(job.firstDueFrom(MONTH.plusDays(1))).isEqualTo(LocalDate.of(2023, 2, 1));
        assertThat(job.firstDueFrom(LocalDate.of(2022, 12, 31))).isEqualTo(MONTH);
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
        assertThat(line(3, 30).withoutSmallCells().value()).isEmpty();
        assertThat(line(3, 30).withoutSmallCells().now()).isEmpty();
        assertThat(line(30, 32).withoutSmallCells().value()).isPresent();
        assertThat(line(30, 32).withoutSmallCells().now()).isEmpty();
        assertThat(line(30, 32).withoutSmallCells().nowReason()).hasValue(Reason.SMALL_CELL);
        assertThat(line(30, 40).withoutSmallCells()).isEqualTo(line(30, 40));
        assertThat(line(30, 30).withoutSmallCells().isRestated()).isFalse();
        assertThat(line(30, 40).isRestated()).isTrue();
    }

    private static SnapshotLine line(long value, long now) {
        return new SnapshotLine(
                Indicator.UNEMPLOYED,
                Optional.of(BigDecimal.valueOf(value)),
                Optional.empty(),
                Optional.of(BigDecimal.valueOf(now)),
                Optional.empty());
    }
}
