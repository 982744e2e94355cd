package kz.ruralincome.domain.movement;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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
}
