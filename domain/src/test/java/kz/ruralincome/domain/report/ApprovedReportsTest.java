package kz.ruralincome.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import kz.ruralincome.domain.intake.IntakeFixture;
import kz.ruralincome.domain.shared.Sql;
import org.junit.jupiter.api.Test;

class ApprovedReportsTest {

    private static void report(IntakeFixture register, String territory, boolean approved) throws SQLException {
        Sql.update(
                register.connection(),
                "insert into report (as_of, flow_from, territory, known_on, rules, drafted_by, approved_by, approved_at)"
                        + " values ('2023-01-01', '2022-01-01', ?, now(), '1', 'admin',"
                        + " case when ? then 'akimat' end, case when ? then now() end)",
                territory,
                approved,
                approved);
    }

    private static List<Integer> holding(IntakeFixture register, String from, String to, int... units)
            throws SQLException {
        return ApprovedReports.holding(
                register.connection(),
                from.isEmpty() ? LocalDate.MIN : LocalDate.parse(from),
                to.isEmpty() ? LocalDate.MAX : LocalDate.parse(to),
                java.util.Arrays.stream(units).boxed().toList());
    }

    @Test
    void areFoundByTheDaysThatTheyReadAndThePlacesThatTheyHold() throws SQLException {
        try (var register = IntakeFixture.withTerritories()) {
            report(register, "313600000", true); // 1
            report(register, null, true); // 2
            report(register, "none", true); // 3
            report(register, "313600000", false);
            report(register, "610000000", true); // 5

            assertThat(holding(register, "2022-05-01", "2022-06-01", 313645000)).containsExactly(1, 2, 3);
            assertThat(holding(register, "2022-05-01", "2022-06-01", 314037000)).containsExactly(2, 3);
            assertThat(holding(register, "2022-05-01", "2022-06-01", 610000000, 313645000))
                    .containsExactly(1, 2, 3, 5);
            assertThat(holding(register, "", "", 313645000)).containsExactly(1, 2, 3);
            // the as-of date itself is read, the day after is not
            assertThat(holding(register, "2023-01-01", "", 313645000)).containsExactly(1, 2, 3);
            assertThat(holding(register, "2023-01-02", "", 313645000)).isEmpty();
            // the year before for what was, and half a year more
            assertThat(holding(register, "", "2020-07-02", 313645000)).containsExactly(1, 2, 3);
            assertThat(holding(register, "", "2020-07-01", 313645000)).isEmpty();
        }
    }

    @Test
    void holdPlacesThatOnceLayInTheirTerritory() throws SQLException {
        try (var register = IntakeFixture.withTerritories()) {
            register.given(
                    "territories",
                    "kato,from,to,parent,name_ru,action\n313645000,,,,,REMOVE\n313645000,,2022-06-01,313600000,Костобе,\n"
                            + "313645000,2022-06-01,,314000000,Костобе,\n");
            report(register, "313600000", true);
            report(register, "314000000", true);
            assertThat(holding(register, "2022-05-01", "2022-06-01", 313645000)).containsExactly(1, 2);
        }
    }
}
