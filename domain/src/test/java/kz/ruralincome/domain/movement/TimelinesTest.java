package kz.ruralincome.domain.movement;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.shared.Sql;
import org.junit.jupiter.api.Test;

class TimelinesTest {

    @Test
    void areComputedFromTheFactsForAnyClosedMoment() throws SQLException {
        var database = PilotDatabase.fresh();
        database.execute("""
                insert into person (iin) values ('900101300007');
                insert into household (household_no) values ('1');
                insert into unit values (314000000);
                insert into revision (account, purpose) values ('test', 'LOAD');
                insert into locality (household_id, valid_from, unit_id, rev) values (1, '-infinity', 314000000, 1);
                insert into membership (person_id, household_id, valid_from, valid_to, relation, rev)
                    values (1, 1, '2020-01-01', 'infinity', 'HEAD', 1);
                insert into assistance (household_id, valid_from, valid_to, kind, monthly_amount, rev) values
                    (1, '2022-01-01', '2022-04-01', 'CONDITIONAL', 1, 1), (1, '2022-04-01', '2022-07-01', 'CONDITIONAL', 1, 1);
                insert into vital_event (person_id, on_date, kind, rev) values (1, '2022-08-01', 'DIED', 1)""");
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            var moment = Sql.first(connection, OffsetDateTime.class, "select close_watermark()")
                    .orElseThrow();
            var timelines = Timelines.asKnownOn(
                    connection, moment, LocalDate.parse("2022-01-01"), LocalDate.parse("2023-01-01"));

            assertThat(Sql.first(connection, String.class, "select t::text from " + timelines.persons() + " t"))
                    .contains("(1,900101300007,1990-01-01,M,\"{2020-01-01,2022-01-01,2022-07-01,2022-08-01}\","
                            + "\"{UNKNOWN,ASP,UNKNOWN,DECEASED}\",\"{314000000,314000000,314000000,314000000}\")");
            assertThat(Sql.first(connection, String.class, "select t::text from " + timelines.households() + " t"))
                    .contains("(1,\"{-infinity,2020-01-01,2022-01-01,2022-07-01,2022-08-01}\",\"{f,f,t,f,f}\","
                            + "\"{f,t,t,t,f}\",\"{314000000,314000000,314000000,314000000,314000000}\")");
        }
    }

    /** Six people who work; of one it becomes known later that he is without work, and of nobody else anything. */
    @Test
    void areThoseOfTheLastRunButForWhomTheFactsChanged() throws SQLException {
        var database = PilotDatabase.fresh();
        database.execute("""
                insert into person (iin) select '90010130000' || n from generate_series(1, 6) n;
                insert into revision (account, purpose) values ('test', 'LOAD');
                insert into occupation (person_id, source, valid_from, valid_to, kind, rev)
                    select id, 'LABOUR_REGISTER', '2020-01-01', 'infinity', 'SELF_EMPLOYED', 1 from person""");
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            OffsetDateTime before = run(connection);
            database.execute("""
                    insert into revision (account, purpose) values ('test', 'LOAD');
                    update occupation set superseded_rev = 2 where person_id = 3;
                    insert into occupation (person_id, source, valid_from, valid_to, kind, rev)
                        values (3, 'LABOUR_REGISTER', '2020-01-01', 'infinity', 'UNEMPLOYED', 2)""");
            OffsetDateTime after = run(connection);

            assertThat(states(connection, before)).containsOnly("SELF_EMPLOYED").hasSize(6);
            assertThat(states(connection, after))
                    .filteredOn("UNEMPLOYED"::equals)
                    .hasSize(1);
            Sql.update(connection, "update timeline set states = '{INACTIVE}' where person_id = 1");
            assertThat(states(connection, before))
                    .as("who did not change is not computed")
                    .filteredOn("INACTIVE"::equals)
                    .hasSize(1);
        }
    }

    private static OffsetDateTime run(Connection connection) throws SQLException {
        OffsetDateTime moment = Sql.first(connection, OffsetDateTime.class, "select close_watermark()")
                .orElseThrow();
        TimelineUpdate.apply(connection, moment, false, null);
        connection.commit();
        return moment;
    }

    private static List<String> states(Connection connection, OffsetDateTime moment) throws SQLException {
        LocalDate day = LocalDate.parse("2022-01-01");
        var timelines = Timelines.asKnownOn(connection, moment, day, day);
        return Sql.list(
                connection,
                row -> row.getString(1),
                "select states[1] from " + timelines.persons() + " t order by person_id");
    }
}
