package kz.ruralincome.domain.movement;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.movement.MatrixSql.Place;
import org.junit.jupiter.api.Test;

class WorkingAgeTest {

    /** Of 1990 by the digits of the IIN, and by no list until one says 1930. */
    private static final String BEFORE = """
            insert into person (iin) values ('900101300007');
            insert into household (household_no) values ('H-1');
            insert into revision (account, purpose) values ('test', 'LOAD');
            insert into parameter (name, valid_from, value, rev)
            select name, '2000-01-01', 63, (select max(id) from revision)
            from unnest(array['PENSION_AGE_MEN', 'PENSION_AGE_WOMEN']) name;
            insert into occupation (person_id, source, valid_from, valid_to, kind, rev)
            select id, 'OTHER', '2020-01-01', 'infinity', 'UNEMPLOYED', (select max(id) from revision) from person""";

    private static final String LISTED_LATER = """
            insert into revision (account, purpose) values ('test', 'LOAD');
            insert into membership (person_id, household_id, valid_from, valid_to, relation, birth_date, rev)
            select p.id, h.id, '2023-01-01', 'infinity', 'HEAD', '1930-01-01', (select max(id) from revision)
            from person p, household h""";

    @Test
    void isByTheDigitsOfTheIinAsLongAsNoListSaysOtherwise() throws SQLException {
        var database = PilotDatabase.fresh();
        database.execute(BEFORE);
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            OffsetDateTime before = run(connection);
            assertThat(counted(connection, before)).isEqualTo(1);

            database.execute(LISTED_LATER);

            OffsetDateTime after = run(connection);
            assertThat(counted(connection, after)).isZero();
            assertThat(counted(connection, before)).as("as known before").isEqualTo(1);
        }
    }

    private static OffsetDateTime run(Connection connection) throws SQLException {
        OffsetDateTime moment = MovementProperties.close(connection);
        TimelineUpdate.apply(connection, moment, true, null);
        connection.commit();
        return moment;
    }

    private static long counted(Connection connection, OffsetDateTime moment) throws SQLException {
        var question = new MatrixQuestion(
                LocalDate.of(2021, 1, 1),
                LocalDate.of(2022, 1, 1),
                Optional.empty(),
                Population.WORKING_AGE,
                Optional.of(moment));
        var cells = MatrixReading.cells(connection, question, moment, Place.EVERYWHERE, false);
        connection.rollback();
        return cells.stream().mapToLong(cell -> cell.persons().orElseThrow()).sum();
    }
}
