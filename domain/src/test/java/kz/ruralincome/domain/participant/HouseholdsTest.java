package kz.ruralincome.domain.participant;

import static kz.ruralincome.domain.screening.ScreeningFixture.ANNA;
import static kz.ruralincome.domain.screening.ScreeningFixture.BEK;
import static kz.ruralincome.domain.screening.ScreeningFixture.CEM;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import kz.ruralincome.domain.intake.IntakeFixture;
import kz.ruralincome.domain.screening.ScreeningFixture;
import kz.ruralincome.domain.shared.Sql;
import org.junit.jupiter.api.Test;

class HouseholdsTest {

    private static Optional<HouseholdOn> of(ScreeningFixture town, String iin, String day, Integer[] units)
            throws SQLException {
        int person = Sql.first(town.connection(), Integer.class, "select id from person where iin = ?", iin)
                .orElseThrow();
        return Households.on(town.connection(), person, LocalDate.parse(day), IntakeFixture.TODAY, units, "aigul");
    }

    @Test
    void areThoseOfTheDayWithHowTheyChanged() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            town.register.given("members", """
                    household_no,iin,from,to,relation
                    H1,%1$s,2020-06-01,2021-06-01,OTHER
                    H1,%1$s,2021-06-01,2022-06-01,CHILD
                    H3,%1$s,2022-06-01,,CHILD
                    """.formatted(CEM));
            town.register.given("households", "household_no,from,kato\nH1,2021-01-01,314037000\n");

            HouseholdOn then = of(town, ANNA, "2020-07-01", null).orElseThrow();
            assertThat(then.number()).isEqualTo("H1");
            assertThat(then.unit()).contains(313645000);
            assertThat(then.members()).extracting(HouseholdOn.Member::relation).containsExactly("HEAD", "OTHER");
            assertThat(then.changes())
                    .extracting(change -> change.on() + " " + change.kind() + " " + change.relation())
                    .containsExactly("2022-06-01 PARTED CHILD", "2020-06-01 JOINED OTHER", "2020-01-01 JOINED HEAD");

            HouseholdOn now = of(town, ANNA, "2023-06-15", null).orElseThrow();
            assertThat(now.unit()).contains(314037000);
            assertThat(now.members()).extracting(HouseholdOn.Member::relation).containsExactly("HEAD");
            assertThat(of(town, ANNA, "2019-12-31", null)).isEmpty();
            assertThat(town.register.rows("select count(*) from audit where action = 'participant.household'"))
                    .containsExactly("4");
        }
    }

    @Test
    void leaveOutWhoIsDeadAndLinkWhoIsInReachAlone() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            town.register.given(
                    "members", "household_no,iin,from,to,relation\nH1,%s,2020-01-01,2022-01-01,OTHER\n".formatted(CEM));
            town.register.given("vital-events", "iin,date,kind\n%s,2021-05-01,LEFT\n".formatted(CEM));
            Sql.update(town.connection(), """
                    insert into timeline (person_id, iin, borders, states, units)
                    select id, iin, '{2020-01-01,2021-05-01}', '{UNKNOWN,AWAY}',
                        case iin when ? then '{313645000,313645000}' else '{314037000,314037000}' end::integer[]
                    from person where iin <> ?""", ANNA, BEK);
            Integer[] bayzak = {313600000, 313645000};
            HouseholdOn before = of(town, ANNA, "2020-07-01", bayzak).orElseThrow();
            assertThat(before.members())
                    .extracting(
                            member -> member.relation() + " " + member.person().isPresent())
                    .containsExactly("HEAD true", "OTHER false");
            assertThat(of(town, CEM, "2021-05-01", null).orElseThrow().members())
                    .extracting(HouseholdOn.Member::relation)
                    .doesNotContain("OTHER");
            assertThat(before.changes()).extracting(HouseholdOn.Change::kind).contains(HouseholdOn.Kind.LEFT);
        }
    }
}
