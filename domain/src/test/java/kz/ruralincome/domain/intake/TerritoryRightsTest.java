package kz.ruralincome.domain.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** From an account bound to a territory, rows on people and households elsewhere are refused. */
class TerritoryRightsTest {

    private static final int BAYZAK = 313600000;
    private static final String ANNA = IntakeFixture.iin("85010130012");
    private static final String BEK = IntakeFixture.iin("90020230034");
    private static final String CEM = IntakeFixture.iin("90020230045");

    private static IntakeFixture people() throws SQLException {
        IntakeFixture register = IntakeFixture.withHouseholds();
        register.given(
                "members",
                "household_no,iin,from,relation\nH1,%s,2020-01-01,HEAD\nH3,%s,2020-01-01,HEAD\n".formatted(ANNA, BEK));
        return register;
    }

    @Test
    void personsLiveHereOrTheRowIsRefused() throws SQLException {
        try (var register = people()) {
            LoadResult result = register.loadAs(
                    BAYZAK,
                    "occupations",
                    "iin,from,kind\n%s,2022-01-01,UNEMPLOYED\n%s,2022-01-01,UNEMPLOYED\n%s,2022-01-01,UNEMPLOYED\n"
                            .formatted(ANNA, BEK, CEM));
            assertThat(result.accepted()).isEqualTo(1);
            assertThat(register.errors()).containsExactly("2 iin row.territory", "3 iin row.territory");
        }
    }

    @Test
    void householdsLiveHereAndNewOnesByTheirOwnUnit() throws SQLException {
        try (var register = people()) {
            register.loadAs(
                    BAYZAK,
                    "households",
                    "household_no,from,kato\nH4,,313645000\nH5,,314037000\nH3,2023-01-01,313645000\n");
            assertThat(register.errors())
                    .containsExactly("2 household_no row.territory", "3 household_no row.territory");
            register.loadAs(
                    BAYZAK,
                    "assistance",
                    "household_no,from,kind,monthly_amount\nH1,2022-01-01,CONDITIONAL,1\nH3,2022-01-01,CONDITIONAL,1\n");
            assertThat(register.errors()).containsExactly("2 household_no row.territory");
        }
    }

    @Test
    void aNewMemberCountsByTheHousehold() throws SQLException {
        try (var register = people()) {
            register.loadAs(
                    BAYZAK,
                    "members",
                    "household_no,iin,from,relation\nH1,%1$s,2023-01-01,CHILD\nH3,%1$s,2020-01-01,CHILD\nH1,%2$s,2024-01-01,CHILD\n"
                            .formatted(CEM, BEK));
            assertThat(register.errors()).containsExactly("2 iin row.territory", "3 iin row.territory");
        }
    }

    @Test
    void theDeadAndTheGoneCountWhereTheyLastLived() throws SQLException {
        try (var register = people()) {
            register.given(
                    "members",
                    "household_no,iin,from,to,relation\nH1,%1$s,2020-01-01,2022-01-01,HEAD\nH3,%1$s,2022-01-01,,HEAD\n"
                            .formatted(ANNA));
            register.given(
                    "vital-events",
                    "iin,date,kind\n%1$s,2021-06-01,LEFT\n%2$s,2021-06-01,LEFT\n%2$s,2022-06-01,RETURNED\n"
                            .formatted(ANNA, BEK));
            register.loadAs(
                    BAYZAK,
                    "occupations",
                    "iin,from,kind\n%s,2022-01-01,UNEMPLOYED\n%s,2022-01-01,UNEMPLOYED\n".formatted(ANNA, BEK));
            assertThat(register.errors()).containsExactly("2 iin row.territory");
        }
    }
}
