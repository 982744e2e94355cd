package kz.ruralincome.domain.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class LoadEngineTest {

    private static final String ANNA = IntakeFixture.iin("85010130012");
    private static final String BEK = IntakeFixture.iin("90020230034");

    @Test
    void makesFactsOfTheListsOfAHousehold() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            LoadResult members = register.load("members", """
                    household_no;ИИН;с;до;birth_date;sex;фамилия;имя;отчество;phone;relation
                    H1;%s;2020-01-01;;1985-01-01;M;Тестов;Анна;;;HEAD
                    H1;%s;01.02.2021;2022-01-01;1990-02-02;M;Тестов;Бек;;;CHILD
                    H9;%s;2023-01-01;;;;;;;;CHILD
                    """.formatted(ANNA, BEK, BEK));
            assertThat(members.rows()).isEqualTo(3);
            assertThat(members.accepted()).isEqualTo(2);
            assertThat(members.rejected()).isEqualTo(1);
            assertThat(register.errors()).containsExactly("3 household_no household.unknown");
            assertThat(register.load("assistance", """
                    household_no,from,to,kind,monthly_amount
                    H1,2022-01-01,2022-04-01,CONDITIONAL,35000.50
                    """).accepted()).isEqualTo(1);
            assertThat(register.load("occupations", """
                    iin,source,from,kind
                    %s,,2020-01-01,UNEMPLOYED
                    %s,SCREENING,2020-01-01,SELF_EMPLOYED
                    """.formatted(ANNA, ANNA)).accepted())
                    .isEqualTo(2);
            assertThat(register.load("registrations", """
                    iin,from,status
                    %s,2022-06-01,ACTIVE
                    """.formatted(ANNA)).accepted())
                    .isEqualTo(1);
            assertThat(
                            register.rows(
                                    "select iin, source, kind, valid_to from occupation join person p on p.id = person_id order by 2"))
                    .containsExactly(ANNA + " SCREENING SELF_EMPLOYED infinity", ANNA + " OTHER UNEMPLOYED infinity");
            assertThat(register.rows("select registration_no, status from registration"))
                    .containsExactly(ANNA + " ACTIVE");
        }
    }

    @Test
    void changesNothingWhenTheSameFileComesAgain() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            String file = """
                    household_no,from,to,kind,monthly_amount
                    H1,2022-01-01,2022-04-01,CONDITIONAL,35000
                    H2,2022-01-01,2022-04-01,CONDITIONAL,35000
                    """;
            register.given("assistance", file);
            LoadResult again = register.load("assistance", file);
            assertThat(again.unchanged()).isEqualTo(2);
            assertThat(again.accepted()).isZero();
            assertThat(again.revision()).isNull();
        }
    }
}
