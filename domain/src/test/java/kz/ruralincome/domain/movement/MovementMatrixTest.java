package kz.ruralincome.domain.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.movement.PersonMovement.Period;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.SmallCellLimit;
import org.junit.jupiter.api.Test;

class MovementMatrixTest {

    @Test
    void sumsRowsAndColumnsInTheOrderOfStates() {
        var matrix = MovementMatrix.of(
                List.of(cell("ASP", "ENTREPRENEUR", 12), cell("ASP", "ASP", 30), cell("UNKNOWN", "ASP", 7)));

        assertThat(matrix.persons()).contains(49L);
        assertThat(matrix.rowSums().toString()).isEqualTo("{ASP=Optional[42], UNKNOWN=Optional[7]}");
        assertThat(matrix.columnSums().toString()).isEqualTo("{ENTREPRENEUR=Optional[12], ASP=Optional[37]}");
    }

    @Test
    void withholdsASmallGroupAndWhatWouldGiveItAway() {
        var matrix = MovementMatrix.of(List.of(
                        cell("ASP", "ENTREPRENEUR", 3),
                        cell("ASP", "ASP", 30),
                        cell("UNEMPLOYED", "ENTREPRENEUR", 20),
                        cell("UNEMPLOYED", "ASP", 40)))
                .withoutSmallCells(SmallCellLimit.USUAL);

        assertThat(matrix.cells().get(0).persons()).isEmpty();
        assertThat(matrix.cells()).as("each alone could be computed").allMatch(cell -> cell.persons()
                .isEmpty());
        assertThat(matrix.persons()).contains(93L);
    }

    @Test
    void leavesLargeGroupsAlone() {
        var matrix = MovementMatrix.of(List.of(cell("ASP", "ASP", 30), cell("ASP", "ENTREPRENEUR", 5)));

        assertThat(matrix.withoutSmallCells(SmallCellLimit.USUAL)).isEqualTo(matrix);
    }

    @Test
    void aTimelineHasNoBorderWhereOnlyThePlaceChanges() {
        var periods = PersonMovement.periods(List.of(
                begins(State.ASP, "2022-01-01"), begins(State.ASP, "2022-03-01"), begins(State.UNKNOWN, "2022-05-01")));

        assertThat(periods)
                .containsExactly(
                        new Period(
                                State.ASP, LocalDate.parse("2022-01-01"), Optional.of(LocalDate.parse("2022-05-01"))),
                        begins(State.UNKNOWN, "2022-05-01"));
    }

    @Test
    void aCursorIsReadAsItWasWritten() {
        var cursor = new MemberCursor(
                UUID.fromString("904c12fa-7295-4530-a5ab-68516845b258"),
                OffsetDateTime.parse("2026-11-24T15:12:08.790045Z"));

        assertThat(MemberCursor.of(cursor.toString())).isEqualTo(cursor);
        for (String foreign : List.of("", "x", "x_1", cursor + "0000000000000")) {
            assertThatThrownBy(() -> MemberCursor.of(foreign)).isInstanceOf(InvalidRequest.class);
        }
    }

    private static MatrixCell cell(String from, String to, long persons) {
        return new MatrixCell(from, to, Optional.of(persons), Optional.empty());
    }

    private static Period begins(State state, String day) {
        return new Period(state, LocalDate.parse(day), Optional.empty());
    }
}
