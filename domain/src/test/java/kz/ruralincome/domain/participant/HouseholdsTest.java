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
            assertThat(then.members())
                    .extracting(member -> member.relation().orElseThrow())
                    .containsExactly("HEAD", "OTHER");
            assertThat(then.changes())
                    .extracting(change -> change.on() + " " + change.kind() + " "
                            + change.relation().orElseThrow())
                    .containsExactly("2022-06-01 PARTED CHILD", "2020-06-01 JOINED OTHER", "2020-01-01 JOINED HEAD");

            HouseholdOn now = of(town, ANNA, "2023-06-15", null).orElseThrow();
            assertThat(now.unit()).contains(314037000);
            assertThat(now.members())
                    .extracting(member -> member.relation().orElseThrow())
                    .containsExactly("HEAD");
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
            Sql.update(town.connection(), """
                    insert into person_card (person_id, family_name, birth_date, search_name)
                    select id, case iin when ? then 'Сынақова' else 'Кетті' end, '2001-02-03', '' from person""", ANNA);
            Integer[] bayzak = {313600000, 313645000};
            HouseholdOn before = of(town, ANNA, "2020-07-01", bayzak).orElseThrow();
            assertThat(before.members())
                    .extracting(member -> member.relation().orElse("–") + " "
                            + member.person().isPresent() + " "
                            + member.birthDate().isPresent() + " "
                            + member.state().isPresent() + " " + member.name())
                    .containsExactly("HEAD true true true Сынақова", "– false false false Кетті");
            assertThat(before.changes())
                    .filteredOn(change -> change.name().equals("Кетті"))
                    .extracting(HouseholdOn.Change::relation)
                    .containsOnly(Optional.empty());
            assertThat(of(town, CEM, "2021-05-01", null).orElseThrow().members())
                    .extracting(member -> member.relation().orElseThrow())
                    .doesNotContain("OTHER");
            assertThat(before.changes()).extracting(HouseholdOn.Change::kind).contains(HouseholdOn.Kind.LEFT);
        }
    }

    @Test
    void tellWhatChangedWhileThePersonWasAMemberAlone() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            String other = IntakeFixture.iin("02030450056");
            String spouse = IntakeFixture.iin("86030450057");
            town.register.given("members", """
                    household_no,iin,from,to,relation
                    H1,%1$s,2020-06-01,2021-06-01,CHILD
                    H1,%2$s,2020-03-01,2021-06-01,OTHER
                    H1,%3$s,2021-06-01,,SPOUSE
                    """.formatted(CEM, other, spouse));
            town.register.given(
                    "vital-events",
                    "iin,date,kind\n%1$s,2021-07-01,LEFT\n%2$s,2022-01-01,DIED\n%1$s,2020-07-01,LEFT\n%1$s,2020-08-01,RETURNED\n"
                            .formatted(ANNA, spouse));

            assertThat(of(town, CEM, "2020-07-01", null).orElseThrow().changes())
                    .as("neither who came before or after, nor what befell them")
                    .extracting(change -> change.on() + " " + change.kind() + " "
                            + change.relation().orElseThrow())
                    .containsExactly(
                            "2021-06-01 PARTED CHILD",
                            "2021-06-01 PARTED OTHER",
                            "2020-08-01 RETURNED HEAD",
                            "2020-07-01 LEFT HEAD",
                            "2020-06-01 JOINED CHILD");
            assertThat(of(town, spouse, "2021-06-01", null).orElseThrow().changes())
                    .extracting(change -> change.on() + " " + change.kind() + " "
                            + change.relation().orElseThrow())
                    .containsExactly("2022-01-01 DIED SPOUSE", "2021-07-01 LEFT HEAD", "2021-06-01 JOINED SPOUSE");
        }
    }
}
