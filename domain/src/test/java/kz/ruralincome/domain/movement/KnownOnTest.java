package kz.ruralincome.domain.movement;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.movement.MatrixSql.Place;
import kz.ruralincome.domain.register.Revision;
import kz.ruralincome.domain.shared.Sql;
import org.junit.jupiter.api.Test;

/** What was answered once is answered ever after, however long a writing transaction was open. */
class KnownOnTest {

    private static final MatrixQuestion QUESTION = new MatrixQuestion(
            LocalDate.parse("2024-01-01"),
            LocalDate.parse("2024-06-01"),
            Optional.empty(),
            Population.ALL,
            Optional.empty());

    @Test
    void aTransactionThatCommitsLateSlipsInBehindNoAnswer() throws SQLException {
        var database = PilotDatabase.fresh();
        database.execute("insert into person (iin) values ('900101300007'), ('991231300003')");
        try (Connection late = database.connect();
                Connection reader = database.connect()) {
            late.setAutoCommit(false);
            reader.setAutoCommit(false);
            unemployed(late, 1);
            unemployed(reader, 2);
            reader.commit();
            OffsetDateTime moment = run(reader);
            var answer = ask(reader, moment);
            assertThat(answer).hasSize(1);

            late.commit();

            assertThat(ask(reader, moment)).as("from the timelines").isEqualTo(answer);
            OffsetDateTime next = run(reader);
            assertThat(ask(reader, moment)).as("from the facts").isEqualTo(answer);
            assertThat(ask(reader, next).get(0).persons()).contains(2L);
            assertThat(Sql.first(reader, Long.class, "select count(*) from timeline"))
                    .as("the run after it has seen the late one")
                    .contains(2L);
        }
    }

    private static void unemployed(Connection connection, int person) throws SQLException {
        Sql.update(
                connection,
                """
                insert into occupation (person_id, source, valid_from, valid_to, kind, rev)
                values (?, 'OTHER', '2023-01-01', 'infinity', 'UNEMPLOYED', ?)""",
                person,
                Revision.open(connection, "test", "LOAD").id());
    }

    private static OffsetDateTime run(Connection connection) throws SQLException {
        OffsetDateTime moment = MovementProperties.close(connection);
        TimelineUpdate.apply(connection, moment, false, null);
        connection.commit();
        return moment;
    }

    private static List<MatrixCell> ask(Connection connection, OffsetDateTime moment) throws SQLException {
        var cells = MatrixReading.cells(connection, QUESTION, moment, Place.EVERYWHERE, true);
        connection.commit();
        return cells;
    }
}
