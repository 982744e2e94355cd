package kz.ruralincome.domain.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What becomes of a row, by what stands and by the other rows of its file. */
class RowVerdictTest {

    private static final String ANNA = IntakeFixture.iin("85010130012");
    private static final String BEK = IntakeFixture.iin("90020230034");
    private static final String HEAD = "household_no,from,to,kind,monthly_amount,action\n";
    private static final String STANDING = """
            select household_no, valid_from, valid_to, kind, monthly_amount from assistance
            join household h on h.id = household_id where superseded_rev is null order by 1, 2""";

    @Test
    void supersedesARowWithTheSameKeyAndOtherValues() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            register.given("assistance", HEAD + "H1,2022-01-01,2022-04-01,CONDITIONAL,35000,");
            LoadResult correction =
                    register.given("assistance", HEAD + "H1,2022-01-01,2022-07-01,UNCONDITIONAL,40000.5,");
            assertThat(correction.accepted()).isEqualTo(1);
            assertThat(register.rows(STANDING)).containsExactly("H1 2022-01-01 2022-07-01 UNCONDITIONAL 40000.50");
            assertThat(register.rows("select count(*) from assistance where superseded_rev is not null"))
                    .containsExactly("1");
        }
    }

    @Test
    void removesAndMovesAStart() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            register.given("assistance", HEAD + "H1,2022-01-01,2022-04-01,CONDITIONAL,35000,");
            String move = HEAD + "H1,2022-02-01,2022-04-01,CONDITIONAL,35000,\nH1,2022-01-01,,,,REMOVE\n";
            assertThat(register.given("assistance", move).accepted()).isEqualTo(2);
            assertThat(register.rows(STANDING)).containsExactly("H1 2022-02-01 2022-04-01 CONDITIONAL 35000.00");
            assertThat(register.given("assistance", move).unchanged()).isEqualTo(2);
        }
    }

    @Test
    void knowsARemovalOfWhatStoodOnceFromOneOfWhatNeverStood() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            register.given("assistance", HEAD + "H1,2022-01-01,2022-04-01,CONDITIONAL,35000,");
            register.given("assistance", HEAD + "H1,2022-01-01,,,,REMOVE");
            LoadResult again = register.load("assistance", HEAD + "H1,2022-01-01,,,,REMOVE\nH1,2021-01-01,,,,REMOVE");
            assertThat(again.unchanged()).isEqualTo(1);
            assertThat(register.errors()).containsExactly("2 household_no row.unknown");
        }
    }

    @Test
    void takesARemovalAndARowOfOneKeyTogether() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            register.given("assistance", HEAD + "H1,2022-01-01,2022-04-01,CONDITIONAL,35000,");
            String both = HEAD + "H1,2022-01-01,2022-05-01,CONDITIONAL,36000,\nH1,2022-01-01,,,,REMOVE\n";
            assertThat(register.given("assistance", both).accepted()).isEqualTo(2);
            assertThat(register.rows(STANDING)).containsExactly("H1 2022-01-01 2022-05-01 CONDITIONAL 36000.00");
            assertThat(register.given("assistance", both).unchanged()).isEqualTo(2);
        }
    }

    @Test
    void callsTheSecondRowOfAKeyADuplicate() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            LoadResult result = register.load(
                    "assistance",
                    HEAD + "H1,2022-01-01,2022-04-01,CONDITIONAL,35000,\nH1,2022-01-01,2022-04-01,CONDITIONAL,36000,");
            assertThat(result.accepted()).isEqualTo(1);
            assertThat(register.errors()).containsExactly("2 household_no row.duplicate");
            assertThat(register.rows(STANDING)).containsExactly("H1 2022-01-01 2022-04-01 CONDITIONAL 35000.00");
        }
    }

    @Test
    void refusesAllRowsOfASubjectForWhomTwoSpellsWouldStandAtOnce() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            register.given("assistance", HEAD + "H2,2022-01-01,2022-04-01,CONDITIONAL,35000,");
            String standing = register.lastLoad().toString();
            LoadResult result = register.load("assistance", HEAD + """
                    H1,2022-01-01,2022-04-01,CONDITIONAL,35000,
                    H1,2022-03-31,2022-07-01,CONDITIONAL,35000,
                    H1,2023-01-01,2023-04-01,CONDITIONAL,35000,
                    H2,2022-03-01,,CONDITIONAL,35000,
                    H3,2022-01-01,,CONDITIONAL,35000,
                    """);
            assertThat(result.accepted()).isEqualTo(1);
            assertThat(result.rejected()).isEqualTo(4);
            assertThat(register.rows("select row_no, code, args from load_problem where load_id = '"
                            + register.lastLoad() + "' order by row_no"))
                    .containsExactly(
                            "1 row.overlap [\"row\", \"2\"]",
                            "2 row.overlap [\"row\", \"1\"]",
                            "3 row.overlap [\"row\", \"1\"]",
                            "4 row.overlap [\"load\", \"" + standing + "\"]");
        }
    }

    @Test
    void letsSpellsTouch() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            register.given(
                    "assistance",
                    HEAD + "H1,2022-01-01,2022-04-01,CONDITIONAL,35000,\n"
                            + "H1,2022-04-01,2022-07-01,CONDITIONAL,35000,");
        }
    }

    @Test
    void letsTwoSourcesDisagreeButNotOneWithItself() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            register.given(
                    "occupations",
                    "iin,source,from,kind\n%1$s,TAX_REGISTER,2022-01-01,SELF_EMPLOYED\n%1$s,OTHER,2022-01-01,UNEMPLOYED\n"
                            .formatted(ANNA));
            LoadResult result = register.load(
                    "occupations",
                    "iin,source,from,kind\n%1$s,TAX_REGISTER,2022-02-01,UNEMPLOYED\n%1$s,SCREENING,2022-01-01,UNEMPLOYED\n"
                            .formatted(ANNA));
            assertThat(result.rejected()).isEqualTo(2);
        }
    }

    @Test
    void keepsAPersonInOneHouseholdAtATime() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            register.given(
                    "members",
                    "household_no,iin,from,to,relation\nH1,%1$s,2020-01-01,2021-01-01,HEAD\nH2,%1$s,2021-01-01,,CHILD\n"
                            .formatted(ANNA));
            LoadResult result = register.load(
                    "members",
                    "household_no,iin,from,relation\nH3,%1$s,2022-01-01,HEAD\nH3,%2$s,2022-01-01,CHILD\n"
                            .formatted(ANNA, BEK));
            assertThat(result.accepted()).isEqualTo(1);
            assertThat(register.errors()).containsExactly("1 iin row.overlap");
        }
    }

    @Test
    void createsNoPersonForARowThatDoesNotGoIn() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            register.load("members", "household_no,iin,from,relation\nH9,%s,2020-01-01,HEAD\n".formatted(ANNA));
            assertThat(register.rows("select count(*) from person")).containsExactly("0");
        }
    }

    @Test
    void writesNothingInADryRun() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            var dry = new LoadOptions(true, null, null, null, java.time.LocalDate.of(2023, 1, 1));
            LoadResult result = register.load(
                    "members",
                    "household_no,iin,from,relation\nH1,%s,2020-01-01,HEAD\nH9,%s,2020-01-01,HEAD\n"
                            .formatted(ANNA, BEK),
                    dry);
            assertThat(result.accepted()).isEqualTo(1);
            assertThat(result.rejected()).isEqualTo(1);
            assertThat(result.revision()).isNull();
            assertThat(
                            register.rows(
                                    "select (select count(*) from person) + (select count(*) from membership) + (select count(*) from coverage)"))
                    .containsExactly("0");
        }
    }

    @Test
    void refusesATerritoryWhoseParentIsNotKnown() throws SQLException {
        try (var register = IntakeFixture.withTerritories()) {
            LoadResult result = register.load("territories", """
                    kato,parent,name_ru
                    313699100,313699000,село
                    313699000,999999999,округ
                    313645100,313645000,село
                    """);
            assertThat(result.accepted()).isEqualTo(1);
            assertThat(register.errors()).containsExactly("1 parent kato.unknown", "2 parent kato.unknown");
        }
    }

    @Test
    void refusesATerritoryThatWouldLieInItself() throws SQLException {
        try (var register = IntakeFixture.withTerritories()) {
            LoadResult result = register.load("territories", """
                    kato,parent,name_ru
                    313600000,313645000,Байзакский район
                    313699000,313600000,округ
                    """);
            assertThat(result.accepted()).isEqualTo(1);
            assertThat(register.errors()).containsExactly("1 parent parent.cycle");
        }
    }

    @Test
    void takesEveryList() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            register.given("calendar", "date,kind\n2023-03-08,DAY_OFF\n");
            register.given(
                    "parameters",
                    "from,name,kato,value,document\n2023-01-01,MCI,,3450,закон\n2023-01-01,POVERTY_LINE,310000000,28397.5,\n");
            register.given("pilot-areas", "kato,from,to,stage\n313645000,2019-01-01,,1\n");
            register.given("vital-events", "iin,date,kind\n%s,2022-05-05,LEFT\n".formatted(ANNA));
            register.given(
                    "payments", "household_no,paid_on,reference,amount\nH1,2022-05-05,,35000\nH1,2022-05-05,A-2,10\n");
            register.given("incomes", "iin,quarter,kind,amount\n%s,2022-Q3,WAGE,\"120 000,50\"\n".formatted(ANNA));
            register.given(
                    "enrolments",
                    "iin,from,to,kato,direction,registration_due,coordinator\n%s,2022-05-05,,313645000,2,2023-05-05,Координатор\n"
                            .formatted(ANNA));
            register.given("consents", "iin,scope,from\n%s,PROCESSING,2022-05-05\n".formatted(ANNA));
            register.given("social-packages", "iin,from,last_day\n%s,2022-05-05,2022-12-31\n".formatted(ANNA));
            register.given("measures", "iin,from,kind,to\n%s,2022-05-05,TRAINING,2022-06-01\n".formatted(ANNA));
            register.given("rehabilitation", "as_of,kato,registered,satisfied\n2023-01-01,310000000,23565,22548\n");
            register.given(
                    "plans", "year,kato,indicator,decided_on,value\n2022,310000000,asp.persons,2022-01-15,47584\n");
            register.given(
                    "peer-figures", "as_of,kato,indicator,value\n2023-01-01,610000000,rehabilitation.percent,96.1\n");
            register.given(
                    "registrations",
                    "iin,registration_no,from,to,status,reason\n%s,,2022-01-01,2023-01-01,ACTIVE,\n%s,,2023-01-01,,снят с учёта,COURT\n"
                            .formatted(BEK, BEK));
            assertThat(register.rows("select valid_to from social_package")).containsExactly("2023-01-01");
            LoadResult wrong = register.load(
                    "peer-figures", "as_of,kato,indicator,value\n2023-01-01,313645000,rehabilitation.percent,96.1\n");
            assertThat(wrong.rejected()).isEqualTo(1);
            for (String file : new String[] {
                "parameters|from,name,kato,value,document\n2023-01-01,MCI,,3450,закон\n2023-01-01,POVERTY_LINE,310000000,28397.5,\n"
            }) {
                assertThat(register.load(file.split("[|]")[0], file.split("[|]")[1])
                                .unchanged())
                        .isEqualTo(2);
            }
        }
    }

    @Test
    void keepsWhatTheListCovers() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            var covering = new LoadOptions(false, null, null, 313600000, java.time.LocalDate.of(2023, 1, 1));
            register.load("assistance", HEAD + "H1,2022-01-01,2022-04-01,CONDITIONAL,35000,", covering);
            assertThat(register.rows("select list, unit_id, covers_to from coverage"))
                    .containsExactly("assistance 313600000 2023-01-01");
        }
    }
}
