package kz.ruralincome.domain.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.movement.MatrixSql.Place;
import kz.ruralincome.domain.shared.SmallCellLimit;
import org.junit.jupiter.api.Test;

class FigureChangeTest {

    @Test
    void anEndByTheLawOf2026IsToldFromOthers() throws SQLException {
        try (Connection connection = PilotDatabase.fresh().connect()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("""
                    insert into person (id, iin) overriding system value values
                        (1, '900101300007'), (2, '991231300003'), (3, '900101300811');
                    insert into revision (id, account, purpose) overriding system value values (901, 'registry', 'LOAD');
                    insert into registration (person_id, registration_no, valid_from, valid_to, status, reason, rev)
                    values (1, 'R1', '2025-01-01', '2026-01-01', 'ACTIVE', null, 901),
                        (1, 'R1', '2026-01-01', 'infinity', 'DEREGISTERED', 'LAW_2026', 901),
                        (2, 'R2', '2025-01-01', '2026-01-01', 'ACTIVE', null, 901),
                        (2, 'R2', '2026-01-01', 'infinity', 'DEREGISTERED', 'OWN_WISH', 901),
                        (3, 'R3', '2025-01-01', '2026-01-01', 'ACTIVE', null, 901)""");
            connection.commit();
            var moment = MovementProperties.close(connection);
            var question = new MatrixQuestion(
                    LocalDate.of(2025, 12, 31),
                    LocalDate.of(2026, 1, 1),
                    Optional.empty(),
                    Population.ALL,
                    Optional.empty());

            var change =
                    ChangeReading.change(connection, StateFigure.ENTREPRENEURS, question, moment, Place.EVERYWHERE);

            assertThat(change.parts())
                    .extracting(ChangePart::reason, part -> part.persons().orElseThrow())
                    .containsExactly(tuple(ChangeReason.ENDED_BY_LAW, 1L), tuple(ChangeReason.DEREGISTERED, 2L));
            assertThat(KeptChanges.read(change.figure(), KeptChanges.written(change)))
                    .as("kept and read again")
                    .isEqualTo(change);
            assertThat(change.before()).hasValue(3L);
            assertThat(change.after()).hasValue(0L);
        }
    }

    @Test
    void aSmallPartIsWithheldAndWhatWouldTellIt() {
        var change = new FigureChange(
                StateFigure.ASP_PERSONS,
                Optional.of(100L),
                Optional.of(90L),
                List.of(part(ChangeReason.REGISTERED, 3), part(ChangeReason.ENDED, 17), part(ChangeReason.BEGUN, 10)));

        var shown = change.withoutSmallCells(SmallCellLimit.USUAL);

        assertThat(shown.parts().get(0).persons()).isEmpty();
        assertThat(shown.parts().get(1).persons().isEmpty()
                        || shown.before().isEmpty()
                        || shown.after().isEmpty()
                        || shown.parts().get(2).persons().isEmpty())
                .as("else 100 - 90 + 10 - 17 tells it")
                .isTrue();
    }

    private static ChangePart part(ChangeReason reason, long persons) {
        return new ChangePart(reason, Optional.of(persons), Optional.empty());
    }
}
