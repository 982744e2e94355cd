package kz.ruralincome.domain.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.account.Role;
import kz.ruralincome.domain.shared.AccessRefused;
import kz.ruralincome.domain.shared.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormIntakeTest {

    private static final String ANNA = IntakeFixture.iin("85010130012");
    private static final String BEK = IntakeFixture.iin("90020230034");
    private static final Access AIGUL = new Access("aigul", Role.COORDINATOR, Optional.of(313600000), false);
    private static final String OCCUPATIONS =
            "select kind, valid_from, valid_to from occupation where superseded_rev is null order by valid_from";

    private static FormIntake form(Connection connection) throws SQLException {
        return new FormIntake(connection, AIGUL, IntakeFixture.TODAY).begin();
    }

    private static FormRow member(String household, String iin) {
        return new FormRow(
                "members",
                "member",
                FormIntake.cells("household_no", household, "iin", iin, "from", "2023-01-01", "relation", "HEAD"));
    }

    private static FormRow occupation(String iin, String from, String kind) {
        return new FormRow(
                "occupations",
                "occupation",
                FormIntake.cells("iin", iin, "source", "SCREENING", "from", from, "kind", kind));
    }

    @Test
    void writesSeveralListsInTheirOrderInOneTransaction() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            boolean changed = form(register.connection())
                    .write(
                            "screening-1",
                            List.of(
                                    occupation(ANNA, "2023-01-01", "UNEMPLOYED"),
                                    member("H9", ANNA),
                                    new FormRow(
                                            "households",
                                            "place",
                                            Map.of(
                                                    "household_no",
                                                    "H9",
                                                    "from",
                                                    "2023-01-01",
                                                    "kato",
                                                    "313645000",
                                                    "address",
                                                    "Абай \"5\", үй 1"))));
            register.connection().commit();
            assertThat(changed).isTrue();
            assertThat(register.rows(OCCUPATIONS)).containsExactly("UNEMPLOYED 2023-01-01 infinity");
            assertThat(register.rows("select address from locality where address is not null"))
                    .containsExactly("Абай \"5\", үй 1");
            assertThat(register.rows(
                            "select list, state, accepted, of_form from load where account = 'aigul' order by seq"))
                    .containsExactly("households DONE 1 t", "members DONE 1 t", "occupations DONE 1 t");
        }
    }

    @Test
    void changesNothingWhenTheSameIsSaidAgain() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            form(register.connection()).write("form", List.of(member("H1", ANNA)));
            register.connection().commit();
            assertThat(form(register.connection()).write("form", List.of(member("H1", ANNA))))
                    .isFalse();
        }
    }

    @Test
    void refusesTheWholeFormForOneRowAndSaysWhere() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            Connection connection = register.connection();
            assertThatThrownBy(() -> form(connection)
                            .write(
                                    "form",
                                    List.of(member("H1", ANNA), member("H1", "850101300120"), member("H3", BEK))))
                    .isInstanceOfSatisfying(FormRefused.class, e -> assertThat(e.findings())
                            .extracting(FormFinding::column, FormFinding::code)
                            .containsExactly(
                                    org.assertj.core.groups.Tuple.tuple("iin", "iin.checksum"),
                                    org.assertj.core.groups.Tuple.tuple("iin", "row.territory")));
            connection.rollback();
            assertThat(register.rows("select count(*) from person")).containsExactly("0");
        }
    }

    @Test
    void saysNothingOfWhatOnlyFollowsFromARefusalBefore() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            Connection connection = register.connection();
            assertThatThrownBy(() -> form(connection)
                            .write(
                                    "form",
                                    List.of(
                                            member("UNKNOWN", ANNA),
                                            occupation(ANNA, "2023-01-01", "UNEMPLOYED"),
                                            occupation(BEK, "2023-01-01", "KING"))))
                    .isInstanceOfSatisfying(FormRefused.class, e -> assertThat(e.findings())
                            .extracting(FormFinding::code)
                            .containsExactly("household.unknown", "kind.unknown"));
            connection.rollback();
        }
    }

    @Test
    void isWithdrawnLikeAnyLoad() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            Connection connection = register.connection();
            form(connection).write("form", List.of(member("H1", ANNA), occupation(ANNA, "2022-01-01", "INACTIVE")));
            connection.commit();
            form(connection)
                    .write(
                            "form",
                            List.of(
                                    new FormRow(
                                            "occupations",
                                            "occupation",
                                            FormIntake.cells(
                                                    "iin",
                                                    ANNA,
                                                    "source",
                                                    "SCREENING",
                                                    "from",
                                                    "2022-01-01",
                                                    "to",
                                                    "2023-01-01",
                                                    "kind",
                                                    "INACTIVE")),
                                    occupation(ANNA, "2023-01-01", "UNEMPLOYED")));
            connection.commit();
            assertThat(register.rows(OCCUPATIONS)).hasSize(2);
            UUID last = UUID.fromString(
                    register.rows("select id from load where list = 'occupations' order by seq desc limit 1")
                            .get(0));
            LoadMoves.withdrawn(
                    new Sql(connection), new Loads(connection).find(last).orElseThrow(), "admin");
            connection.commit();
            assertThat(register.rows(OCCUPATIONS)).containsExactly("INACTIVE 2022-01-01 infinity");
        }
    }

    @Test
    void waitsForALoadAndGivesUpIfItTakesTooLong() throws SQLException {
        try (var register = IntakeFixture.withHouseholds();
                var load = register.database().connect()) {
            load.setAutoCommit(false);
            new Sql(load).run(LoadQueue.ONE_AT_A_TIME);
            assertThatThrownBy(() -> form(register.connection()))
                    .isInstanceOfSatisfying(
                            RuleViolation.class, e -> assertThat(e.code()).isEqualTo("form.busy"));
            register.connection().rollback();
            load.rollback();
            assertThat(form(register.connection()).write("form", List.of(member("H1", ANNA))))
                    .isTrue();
        }
    }

    @Test
    void isNotForWhoMayNotSendTheList() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            var akimat = new Access("akimat", Role.AKIMAT, Optional.empty(), true);
            var form = new FormIntake(register.connection(), akimat, IntakeFixture.TODAY).begin();
            assertThatThrownBy(() -> form.write("form", List.of(member("H1", ANNA))))
                    .isInstanceOf(AccessRefused.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "members, iin, 850101300120, iin.checksum", "members, iin, ' ', -", "members, from, 31.12.2022, -",
                "incomes, amount, '90 000', -", "incomes, amount, x, amount.format", "households, kato, nonsense, -"
            })
    void judgesOneCellByItsForm(String list, String column, String cell, String code) {
        assertThat(FormIntake.flawOf(list, "place", column, cell).map(FormFinding::code))
                .isEqualTo(Optional.ofNullable(code));
    }
}
