package kz.ruralincome.domain.merge;

import static kz.ruralincome.domain.merge.MergeFixture.KEPT;
import static kz.ruralincome.domain.merge.MergeFixture.MERGED;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import kz.ruralincome.domain.intake.IntakeFixture;
import kz.ruralincome.domain.intake.LoadOptions;
import kz.ruralincome.domain.intake.LoadResult;
import org.junit.jupiter.api.Test;

/** Lists of those who know nothing of a merge: they go on sending both IINs. */
class MergedListsTest {

    private static final String OCCUPATIONS = """
            iin,source,from,to,kind
            KEPT,OTHER,2022-01-01,2023-01-01,UNEMPLOYED
            MERGED,OTHER,2022-06-01,,INACTIVE
            KEPT,TAX_REGISTER,2022-01-01,2022-09-01,SELF_EMPLOYED
            MERGED,TAX_REGISTER,2022-06-01,,SELF_EMPLOYED
            KEPT,SCREENING,2022-01-01,,INACTIVE
            MERGED,SCREENING,2022-01-01,,INACTIVE
            """;

    private static final LoadOptions LATER_SNAPSHOT =
            new LoadOptions(false, LocalDate.of(2023, 1, 1), "OTHER", null, null);

    private static LoadResult again(MergeFixture fixture, String list, String csv) {
        return fixture.register.load(list, MergeFixture.named(csv));
    }

    private static void changesNothing(MergeFixture fixture, String list, String csv) {
        List<String> before = fixture.standing(KEPT);
        LoadResult result = again(fixture, list, csv);
        assertThat(fixture.register.errors()).as(list).isEmpty();
        assertThat(result.accepted()).as(list).isZero();
        assertThat(result.unchanged()).isEqualTo(result.rows());
        assertThat(fixture.standing(KEPT)).isEqualTo(before);
        assertThat(fixture.standing(MERGED)).isEmpty();
    }

    @Test
    void goInAgainWhoeverIsBelieved() throws SQLException {
        for (Side side : Side.values()) {
            try (var fixture = MergeFixture.start()) {
                fixture.given("occupations", OCCUPATIONS);
                fixture.merge(side);

                changesNothing(fixture, "members", MergeFixture.MEMBERS);
                changesNothing(fixture, "occupations", OCCUPATIONS);

                assertThat(fixture.register.problems())
                        .as("what the merge has decided on is told of, what stands is not")
                        .containsExactlyElementsOf(
                                side == Side.KEPT
                                        ? List.of("2 iin row.merged", "4 iin row.merged", "6 iin row.merged")
                                        : List.of("1 iin row.merged", "4 iin row.merged", "6 iin row.merged"));
            }
        }
    }

    @Test
    void goInAgainWhereFactsAreNoSpells() throws SQLException {
        String incomes = """
                iin,quarter,kind,amount
                MERGED,2022-Q1,WAGE,50
                KEPT,2022-Q1,WAGE,100
                """;
        String events = """
                iin,date,kind
                MERGED,2023-03-01,DIED
                KEPT,2023-02-01,DIED
                """;
        for (Side side : Side.values()) {
            try (var fixture = MergeFixture.start()) {
                fixture.given("incomes", incomes);
                fixture.given("vital-events", events);
                fixture.merge(side);

                changesNothing(fixture, "incomes", incomes);
                changesNothing(fixture, "vital-events", events);
            }
        }
    }

    @Test
    void goInAgainUnderTheOwnIinOfEach() throws SQLException {
        String registrations = """
                iin,from,status
                KEPT,2022-02-01,ACTIVE
                MERGED,2022-01-01,SUSPENDED
                """;
        for (Side side : Side.values()) {
            try (var fixture = MergeFixture.start()) {
                fixture.given("registrations", registrations);
                fixture.merge(side);

                changesNothing(fixture, "registrations", registrations);
            }
        }
    }

    /** Whatever two records say, and whoever is believed; and both have it back when the merge is undone. */
    @Test
    void goInAgainWhateverTheySay() throws SQLException {
        var random = new Random(20260301);
        for (int round = 0; round < 10; round++) {
            try (var fixture = MergeFixture.start()) {
                String occupations = "iin,source,from,to,kind\n"
                        + MergeFixture.spells(random, "KEPT")
                        + MergeFixture.spells(random, "MERGED");
                String consents = """
                        iin,scope,from,document
                        KEPT,PROCESSING,2022-01-01,%d
                        MERGED,PROCESSING,2022-01-01,%d
                        """.formatted(random.nextInt(2), random.nextInt(2));
                fixture.given("occupations", occupations);
                fixture.given("consents", consents);
                var kept = fixture.standing(KEPT);
                var merged = fixture.standing(MERGED);

                Merge merge = fixture.merge(random.nextBoolean() ? Side.KEPT : Side.MERGED);
                changesNothing(fixture, "occupations", occupations);
                changesNothing(fixture, "consents", consents);
                fixture.undo(merge);

                assertThat(fixture.standing(KEPT)).as("round " + round).isEqualTo(kept);
                assertThat(fixture.standing(MERGED)).as("round " + round).isEqualTo(merged);
                changesNothingOfTwo(fixture, "occupations", occupations);
            }
        }
    }

    private static void changesNothingOfTwo(MergeFixture fixture, String list, String csv) {
        assertThat(again(fixture, list, csv).unchanged()).isPositive();
        assertThat(fixture.register.problems()).isEmpty();
    }

    @Test
    void bringWhatIsNewAndAreRefusedWhereItClashes() throws SQLException {
        try (var fixture = MergeFixture.start()) {
            fixture.given("occupations", OCCUPATIONS);
            fixture.merge(Side.KEPT);

            LoadResult more =
                    again(fixture, "occupations", OCCUPATIONS + "MERGED,LABOUR_REGISTER,2023-01-01,,INACTIVE\n");
            assertThat(more.accepted()).isEqualTo(1);
            assertThat(more.rejected()).isZero();
            assertThat(fixture.standing(KEPT))
                    .contains(
                            "occupation LABOUR_REGISTER 2023-01-01 infinity INACTIVE",
                            "occupation OTHER 2023-01-01 infinity INACTIVE");

            LoadResult clash = again(fixture, "occupations", """
                    iin,source,from,kind
                    MERGED,OTHER,2022-06-01,UNEMPLOYED
                    MERGED,SCREENING,2022-01-01,INACTIVE
                    """);
            assertThat(clash.rejected())
                    .as("the days on which the other record is believed")
                    .isEqualTo(2);
            assertThat(fixture.register.errors()).containsExactly("1 iin row.overlap", "2 iin row.overlap");
        }
    }

    @Test
    void areBelievedAgainOnceTheyHaveSaidSomethingElse() throws SQLException {
        try (var fixture = MergeFixture.start()) {
            String said = "iin,quarter,kind,amount\nMERGED,2022-Q1,WAGE,50\n";
            String other = "iin,quarter,kind,amount\nMERGED,2022-Q1,WAGE,70\n";
            fixture.given("incomes", said);
            fixture.given("incomes", said.replace("MERGED", "KEPT").replace("50", "100"));
            fixture.merge(Side.KEPT);

            fixture.given("incomes", other);
            fixture.register.withdraw(fixture.register.lastLoad());
            changesNothing(fixture, "incomes", said);

            fixture.given("incomes", other);
            assertThat(again(fixture, "incomes", said).accepted()).isEqualTo(1);
            assertThat(fixture.standing(KEPT)).contains("income 2022-01-01 WAGE 50.00");
        }
    }

    /** The list takes back what was believed, or a page does; the other one then holds as it is said. */
    private static final String GONE = "iin,source,from,kind,action\n";

    private static List<String> occupations(MergeFixture fixture, String source) {
        return fixture.standing(KEPT).stream()
                .filter(line -> line.startsWith("occupation " + source))
                .toList();
    }

    @Test
    void takeBackWhatTheMergeHasLeftOfWhatTheySaid() throws SQLException {
        String gone = GONE + "MERGED,OTHER,2022-01-01,,REMOVE\n";
        try (var fixture = MergeFixture.start()) {
            fixture.given("occupations", """
                    iin,source,from,to,kind
                    KEPT,OTHER,2022-03-01,2022-06-01,UNEMPLOYED
                    MERGED,OTHER,2022-01-01,,INACTIVE
                    """);
            Merge merge = fixture.merge(Side.KEPT);
            assertThat(occupations(fixture, "OTHER")).hasSize(3);

            fixture.given("occupations", gone);

            String kept = "occupation OTHER 2022-03-01 2022-06-01 UNEMPLOYED";
            assertThat(occupations(fixture, "OTHER")).containsExactly(kept);
            changesNothing(fixture, "occupations", gone);
            fixture.undo(merge);
            assertThat(occupations(fixture, "OTHER")).containsExactly(kept);
            assertThat(fixture.standing(MERGED))
                    .as("its list took it back")
                    .noneMatch(line -> line.startsWith("occupation"));
        }
    }

    @Test
    void takeBackWhatWasTrimmedOfTheKeptRecord() throws SQLException {
        try (var fixture = MergeFixture.start()) {
            fixture.given("occupations", """
                    iin,source,from,to,kind
                    KEPT,OTHER,2022-01-01,,UNEMPLOYED
                    MERGED,OTHER,2021-12-01,2022-06-01,INACTIVE
                    """);
            fixture.merge(Side.MERGED);
            fixture.given("occupations", GONE + "KEPT,OTHER,2022-01-01,,REMOVE\n");
            assertThat(occupations(fixture, "OTHER"))
                    .containsExactly("occupation OTHER 2021-12-01 2022-06-01 INACTIVE");
        }
    }

    /** Whoever took it back would else have taken away what the other record goes on saying. */
    @Test
    void doNotTakeBackWhatTheOtherRecordSays() throws SQLException {
        String tax = "MERGED,TAX_REGISTER,2022-01-01,,REMOVE\n";
        String screening = "MERGED,SCREENING,2022-01-01,,REMOVE\n";
        try (var fixture = MergeFixture.start()) {
            fixture.given("occupations", """
                    iin,source,from,kind
                    KEPT,TAX_REGISTER,2022-01-01,UNEMPLOYED
                    MERGED,TAX_REGISTER,2022-01-01,INACTIVE
                    KEPT,SCREENING,2022-01-01,INACTIVE
                    MERGED,SCREENING,2022-01-01,INACTIVE
                    """);
            fixture.merge(Side.KEPT);
            List<String> before = fixture.standing(KEPT);

            assertThat(again(fixture, "occupations", GONE + tax + screening).accepted())
                    .isZero();
            assertThat(fixture.register.errors())
                    .containsExactly("1 iin row.merged-removal", "2 iin row.merged-removal");
            assertThat(fixture.standing(KEPT)).isEqualTo(before);

            String both = GONE + screening + screening.replace("MERGED", "KEPT");
            assertThat(again(fixture, "occupations", both).accepted()).isEqualTo(1);
            assertThat(fixture.register.errors()).isEmpty();
            assertThat(occupations(fixture, "SCREENING")).isEmpty();
            changesNothing(fixture, "occupations", both);
            fixture.given("occupations", GONE + tax.replace("MERGED", "KEPT"));
            assertThat(occupations(fixture, "TAX_REGISTER")).isEmpty();
        }
    }

    @Test
    void takeBackWhatWasSaidSinceUnderTheirIin() throws SQLException {
        try (var fixture = MergeFixture.start()) {
            fixture.given("registrations", "iin,from,status\nMERGED,2022-01-01,ACTIVE\n");
            fixture.merge(Side.KEPT);
            fixture.given(
                    "occupations",
                    "iin,source,from,kind\nMERGED,OTHER,2023-01-01,INACTIVE\nMERGED,SCREENING,2023-01-01,INACTIVE\n");
            fixture.given("occupations", GONE + "KEPT,SCREENING,2023-01-01,,REMOVE\n");

            fixture.given("occupations", GONE + "MERGED,OTHER,2023-01-01,,REMOVE\n");
            fixture.given("registrations", "iin,from,status,action\nMERGED,2022-01-01,,REMOVE\n");
            again(fixture, "occupations", GONE + "MERGED,OTHER,2019-01-01,,REMOVE\n");

            assertThat(fixture.register.errors()).as("never stood").containsExactly("1 iin row.unknown");
            assertThat(fixture.standing(KEPT))
                    .filteredOn(line -> !line.startsWith("membership"))
                    .isEmpty();
        }
    }

    @Test
    void areBelievedAgainOnceWhatWasBelievedIsGone() throws SQLException {
        String other = "MERGED,OTHER,2022-06-01,,INACTIVE,\n";
        String gone = "iin,source,from,to,kind,action\nKEPT,OTHER,2022-01-01,,,REMOVE\n";
        for (boolean together : new boolean[] {true, false}) {
            try (var fixture = MergeFixture.start()) {
                fixture.given("occupations", OCCUPATIONS);
                List<String> merged = fixture.standing(MERGED);
                Merge merge = fixture.merge(Side.KEPT);
                assertThat(fixture.standing(KEPT)).contains("occupation OTHER 2023-01-01 infinity INACTIVE");

                if (together) {
                    fixture.given("occupations", gone + other);
                } else {
                    fixture.given("occupations", gone);
                    assertThat(again(
                                            fixture,
                                            "occupations",
                                            gone.lines().findFirst().orElseThrow() + "\n" + other)
                                    .accepted())
                            .isEqualTo(1);
                }

                assertThat(fixture.standing(KEPT))
                        .filteredOn(line -> line.contains(" OTHER "))
                        .containsExactly("occupation OTHER 2022-06-01 infinity INACTIVE");
                changesNothing(fixture, "occupations", OCCUPATIONS.replaceFirst("KEPT,OTHER.*\n", ""));
                fixture.undo(merge);
                assertThat(fixture.standing(MERGED)).isEqualTo(merged);
                assertThat(fixture.standing(KEPT)).noneMatch(line -> line.contains(" OTHER "));
            }
        }
    }

    @Test
    void areBelievedAgainOnBothSidesOfWhatWasBelieved() throws SQLException {
        try (var fixture = MergeFixture.start()) {
            fixture.given("enrolments", """
                    iin,from,to,kato,left_reason
                    KEPT,2022-03-01,2022-05-01,313645000,moved
                    MERGED,2022-01-01,2022-09-01,313645000,moved
                    """);
            fixture.merge(Side.KEPT);

            fixture.given("enrolments", "iin,from,kato,action\nKEPT,2022-03-01,,REMOVE\n");
            fixture.given("enrolments", "iin,from,to,kato,left_reason\nMERGED,2022-01-01,2022-09-01,313645000,moved\n");

            assertThat(fixture.standing(KEPT))
                    .filteredOn(line -> line.startsWith("enrolment"))
                    .containsExactly("enrolment 2022-01-01 2022-09-01 moved");
        }
    }

    @Test
    void areBelievedAgainWhereFactsAreNoSpells() throws SQLException {
        try (var fixture = MergeFixture.start()) {
            fixture.given("incomes", "iin,quarter,kind,amount\nMERGED,2022-Q1,WAGE,50\nKEPT,2022-Q1,WAGE,100\n");
            fixture.given("vital-events", "iin,date,kind\nMERGED,2023-03-01,DIED\nKEPT,2023-02-01,DIED\n");
            fixture.merge(Side.KEPT);

            fixture.given("incomes", "iin,quarter,kind,amount,action\nKEPT,2022-Q1,WAGE,,REMOVE\n");
            fixture.given("incomes", "iin,quarter,kind,amount\nMERGED,2022-Q1,WAGE,50\n");
            fixture.given("vital-events", "iin,date,kind,action\nKEPT,2023-02-01,DIED,REMOVE\n");
            fixture.given("vital-events", "iin,date,kind\nMERGED,2023-03-01,DIED\n");

            assertThat(fixture.standing(KEPT)).contains("income 2022-01-01 WAGE 50.00", "event 2023-03-01 DIED");
        }
    }

    @Test
    void areBelievedAgainOnADayOnWhichNothingStands() throws SQLException {
        try (var fixture = MergeFixture.start()) {
            fixture.given(
                    "occupations",
                    "iin,source,from,to,kind\nKEPT,OTHER,2022-01-01,2023-04-01,UNEMPLOYED\nMERGED,OTHER,2022-06-01,,INACTIVE\n");
            fixture.merge(Side.KEPT);
            fixture.given("occupations", "iin,source,from,kind,action\nKEPT,OTHER,2022-01-01,,REMOVE\n");

            fixture.load("occupations", "iin,kind\nMERGED,INACTIVE\n", LATER_SNAPSHOT);

            assertThat(fixture.standing(KEPT))
                    .filteredOn(line -> line.contains(" OTHER "))
                    .containsExactly(
                            "occupation OTHER 2023-01-01 2023-04-01 INACTIVE",
                            "occupation OTHER 2023-04-01 infinity INACTIVE");
        }
    }

    @Test
    void leaveItToAPageToSayAgainWhatWasNotBelieved() throws SQLException {
        try (var fixture = MergeFixture.start()) {
            fixture.given("occupations", """
                    iin,source,from,kind
                    KEPT,OTHER,2022-01-01,UNEMPLOYED
                    MERGED,OTHER,2022-01-01,INACTIVE
                    """);
            fixture.merge(Side.MERGED);

            fixture.write("OTHER", "2022-01-01", "UNEMPLOYED");

            assertThat(fixture.standing(KEPT)).contains("occupation OTHER 2022-01-01 infinity UNEMPLOYED");
        }
    }

    @Test
    void mayListBothOnADay() throws SQLException {
        String occupations = """
                iin,source,from,kind
                KEPT,OTHER,2022-01-01,UNEMPLOYED
                MERGED,OTHER,2022-06-01,INACTIVE
                """;
        String snapshot = "iin,kind\nMERGED,INACTIVE\nKEPT,UNEMPLOYED\n";
        for (Side side : Side.values()) {
            try (var fixture = MergeFixture.start()) {
                fixture.given("occupations", occupations);
                fixture.merge(side);
                List<String> before = fixture.standing(KEPT);

                fixture.load("occupations", snapshot, LATER_SNAPSHOT);

                assertThat(fixture.register.errors()).isEmpty();
                assertThat(fixture.standing(KEPT)).isEqualTo(before);
            }
        }
    }

    @Test
    void mayTellTheSameNewsOfBoth() throws SQLException {
        try (var fixture = MergeFixture.start()) {
            fixture.merge(Side.KEPT);
            String news = "iin,source,from,kind\nMERGED,OTHER,2023-01-01,INACTIVE\nKEPT,OTHER,2023-01-01,INACTIVE\n";

            LoadResult first = again(fixture, "occupations", news);
            assertThat(first.accepted()).isEqualTo(1);
            assertThat(first.rejected()).isZero();
            changesNothing(fixture, "occupations", news);
            fixture.load("occupations", "iin,kind\nKEPT,UNEMPLOYED\nMERGED,UNEMPLOYED\n", LATER_SNAPSHOT);

            assertThat(fixture.register.errors()).isEmpty();
            assertThat(fixture.standing(KEPT)).contains("occupation OTHER 2023-01-01 infinity UNEMPLOYED");
        }
    }

    @Test
    void areFollowedOverASecondMerge() throws SQLException {
        try (var fixture = MergeFixture.start()) {
            String third = IntakeFixture.iin("85010130014");
            String occupations = """
                    iin,source,from,kind
                    MERGED,OTHER,2022-06-01,UNEMPLOYED
                    %s,OTHER,2022-01-01,INACTIVE
                    """.formatted(third);
            fixture.given("occupations", occupations);
            fixture.merge(Side.KEPT);
            Merge second = MergeFixture.merge(fixture.connection(), KEPT, third, Side.MERGED);
            fixture.connection().commit();
            assertThat(fixture.standing(KEPT)).contains("occupation OTHER 2022-01-01 infinity INACTIVE");

            changesNothing(fixture, "occupations", occupations);

            fixture.undo(second);
            changesNothing(fixture, "occupations", occupations);
            assertThat(fixture.standing(KEPT)).contains("occupation OTHER 2022-06-01 infinity UNEMPLOYED");
        }
    }

    @Test
    void mayBeTriedAndTellWhatTheyWouldChange() throws SQLException {
        try (var fixture = MergeFixture.start()) {
            fixture.given("occupations", OCCUPATIONS);
            fixture.merge(Side.KEPT);

            fixture.load("occupations", OCCUPATIONS, new LoadOptions(true, null, null, null, null));

            assertThat(fixture.register.rows("select change, kind, spells from load_change where load_id = '"
                            + fixture.register.lastLoad() + "' order by kind"))
                    .containsExactly("SAME INACTIVE 3", "SAME SELF_EMPLOYED 2", "SAME UNEMPLOYED 1");
        }
    }
}
