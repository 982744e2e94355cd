package kz.ruralincome.domain.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A list of who holds on a day. */
class SnapshotTest {

    private static final String ANNA = IntakeFixture.iin("85010130012");
    private static final String BEK = IntakeFixture.iin("90020230034");
    private static final String HEAD = "household_no,from,to,kind,monthly_amount\n";
    private static final String ASSISTANCE = """
            select household_no, valid_from, valid_to, monthly_amount from assistance
            join household h on h.id = household_id where superseded_rev is null order by 1, 2""";
    private static final String REGISTRATIONS = """
            select valid_from, valid_to, status, reason from registration
            where superseded_rev is null order by 1""";

    private static LoadOptions on(String day) {
        return new LoadOptions(false, LocalDate.parse(day), null, null, null);
    }

    private static LoadOptions on(String day, int kato) {
        return new LoadOptions(false, LocalDate.parse(day), null, kato, null);
    }

    @Test
    void beginsEndsAndReplacesSpells() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            register.given(
                    "assistance",
                    HEAD
                            + "H1,2022-01-01,2023-04-01,CONDITIONAL,1\nH2,2022-06-01,,CONDITIONAL,2\nH3,2023-07-01,,CONDITIONAL,3\n");
            LoadResult result = register.load(
                    "assistance",
                    "household_no,kind,monthly_amount\nH1,CONDITIONAL,9\nH3,CONDITIONAL,3\n",
                    on("2023-01-01"));
            assertThat(result.accepted()).isEqualTo(2);
            assertThat(result.ended()).isEqualTo(1);
            assertThat(register.rows(ASSISTANCE))
                    .containsExactly(
                            "H1 2022-01-01 2023-01-01 1.00",
                            "H1 2023-01-01 2023-04-01 9.00",
                            "H2 2022-06-01 2023-01-01 2.00",
                            "H3 2023-01-01 2023-07-01 3.00",
                            "H3 2023-07-01 infinity 3.00");
            LoadResult again = register.load(
                    "assistance",
                    "household_no,kind,monthly_amount\nH1,CONDITIONAL,9\nH3,CONDITIONAL,3\n",
                    on("2023-01-01"));
            assertThat(again.unchanged()).isEqualTo(2);
            assertThat(again.revision()).isNull();
        }
    }

    @Test
    void speaksOfOneTerritoryOnly() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            register.given("assistance", HEAD + "H1,2022-01-01,,CONDITIONAL,1\nH3,2022-01-01,,CONDITIONAL,3\n");
            LoadResult result = register.load(
                    "assistance", "household_no,kind,monthly_amount\nH2,CONDITIONAL,1\n", on("2023-01-01", 313600000));
            assertThat(result.ended()).isEqualTo(1);
            assertThat(register.rows(ASSISTANCE))
                    .contains("H3 2022-01-01 infinity 3.00", "H1 2022-01-01 2023-01-01 1.00");
        }
    }

    @Test
    void givesWayToLaterDatedRows() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            register.load(
                    "assistance",
                    "household_no,kind,monthly_amount\nH1,CONDITIONAL,1\nH2,CONDITIONAL,1\n",
                    on("2023-01-01"));
            register.given(
                    "assistance", HEAD + "H1,2022-10-01,2023-04-01,CONDITIONAL,5\nH2,2023-05-01,,CONDITIONAL,6\n");
            assertThat(register.rows(ASSISTANCE))
                    .containsExactly(
                            "H1 2022-10-01 2023-04-01 5.00",
                            "H2 2023-01-01 2023-05-01 1.00",
                            "H2 2023-05-01 infinity 6.00");
        }
    }

    @Test
    void deregistersWhoIsNotListedAndEndsADeregistrationWhereOneIs() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            register.given("registrations", "iin,from,status\n%s,2022-01-01,ACTIVE\n".formatted(ANNA));
            register.load("registrations", "iin,status\n%s,ACTIVE\n".formatted(BEK), on("2023-01-01"));
            assertThat(register.rows(REGISTRATIONS))
                    .containsExactly(
                            "2022-01-01 2023-01-01 ACTIVE null",
                            "2023-01-01 infinity ACTIVE null",
                            "2023-01-01 infinity DEREGISTERED OTHER");
            register.load(
                    "registrations", "iin,status\n%s,ACTIVE\n%s,SUSPENDED\n".formatted(BEK, ANNA), on("2023-04-01"));
            assertThat(register.rows(REGISTRATIONS))
                    .containsExactly(
                            "2022-01-01 2023-01-01 ACTIVE null", "2023-01-01 infinity ACTIVE null",
                            "2023-01-01 2023-04-01 DEREGISTERED OTHER", "2023-04-01 infinity SUSPENDED null");
        }
    }

    @Test
    void endsNothingOfWhomARefusedRowSpeaks() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            register.given("assistance", HEAD + "H1,2022-01-01,,CONDITIONAL,1\nH2,2022-01-01,,CONDITIONAL,1\n");
            LoadResult result = register.load(
                    "assistance",
                    "household_no,kind,monthly_amount\nH1,CONDITIONAL,x\nH2,CONDITIONAL,1\n",
                    on("2023-01-01"));
            assertThat(result.rejected()).isEqualTo(1);
            assertThat(result.ended()).isZero();
        }
    }

    @Test
    void waitsWhenItWouldEndManySpells() throws SQLException {
        try (var register = IntakeFixture.withTerritories()) {
            StringBuilder households = new StringBuilder("household_no,from,kato\n");
            StringBuilder spells = new StringBuilder(HEAD);
            for (int i = 1; i <= 100; i++) {
                households.append("H").append(i).append(",,313645000\n");
                spells.append("H").append(i).append(",2022-01-01,,CONDITIONAL,1\n");
            }
            register.given("households", households.toString());
            register.given("assistance", spells.toString());
            String half = "household_no,kind,monthly_amount\nH1,CONDITIONAL,1\n";
            LoadResult held = register.load("assistance", half, on("2023-01-01"));
            assertThat(held.state()).isEqualTo(LoadState.HELD);
            assertThat(register.rows("select count(*) from assistance where valid_to < 'infinity'"))
                    .containsExactly("0");
            LoadResult confirmed =
                    register.load("assistance", half.getBytes(StandardCharsets.UTF_8), on("2023-01-01"), null, true);
            assertThat(confirmed.ended()).isEqualTo(99);
        }
    }

    @Test
    void ofOccupationsSpeaksOfOneSource() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            register.given(
                    "occupations",
                    "iin,source,from,kind\n%1$s,TAX_REGISTER,2022-01-01,SELF_EMPLOYED\n%1$s,OTHER,2022-01-01,UNEMPLOYED\n"
                            .formatted(ANNA));
            LoadResult result = register.load(
                    "occupations",
                    "iin,kind\n%s,UNEMPLOYED\n".formatted(BEK),
                    new LoadOptions(false, LocalDate.parse("2023-01-01"), "TAX_REGISTER", null, null));
            assertThat(result.ended()).isEqualTo(1);
            assertThat(
                            register.rows(
                                    "select source, valid_from, valid_to from occupation where superseded_rev is null order by 1, 2"))
                    .containsExactly(
                            "TAX_REGISTER 2022-01-01 2023-01-01",
                            "TAX_REGISTER 2023-01-01 infinity",
                            "OTHER 2022-01-01 infinity");
        }
    }
}
