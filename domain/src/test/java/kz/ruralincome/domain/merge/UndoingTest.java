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
import org.junit.jupiter.api.Test;

class UndoingTest {

    @Test
    void givesBothBackWhatTheyHad() throws SQLException {
        try (var fixture = MergeFixture.start()) {
            fixture.given("registrations", "iin,from,status\nKEPT,2022-02-01,ACTIVE\nMERGED,2022-02-01,ACTIVE\n");
            var kept = fixture.standing(KEPT);
            var merged = fixture.standing(MERGED);

            fixture.undo(fixture.merge(Side.MERGED));

            assertThat(fixture.standing(KEPT)).isEqualTo(kept);
            assertThat(fixture.standing(MERGED)).isEqualTo(merged);
            fixture.given("occupations", "iin,from,kind\nMERGED,2023-01-01,INACTIVE\n");
            assertThat(fixture.standing(MERGED))
                    .as("the IIN names its own record again")
                    .hasSize(3);
        }
    }

    @Test
    void keepsTheNumberThatWasWritten() throws SQLException {
        for (Side side : Side.values()) {
            try (var fixture = MergeFixture.start()) {
                fixture.given("registrations", """
                        iin,registration_no,from,status
                        KEPT,KEPT,2022-02-01,ACTIVE
                        MERGED,KEPT,2022-01-01,SUSPENDED
                        """);
                var merged = fixture.standing(MERGED);

                Merge merge = fixture.merge(side);
                assertThat(fixture.standing(KEPT))
                        .contains(
                                side == Side.KEPT
                                        ? "registration KEPT 2022-01-01 2022-02-01 SUSPENDED"
                                        : "registration KEPT 2022-01-01 infinity SUSPENDED");
                fixture.undo(merge);

                assertThat(fixture.standing(MERGED))
                        .isEqualTo(merged)
                        .contains("registration KEPT 2022-01-01 infinity SUSPENDED");
            }
        }
    }

    /** Whatever two records say, and whoever is believed. */
    @Test
    void givesBothBackWhateverTheyHad() throws SQLException {
        var random = new Random(20260101);
        for (int round = 0; round < 12; round++) {
            try (var fixture = MergeFixture.start()) {
                for (String iin : List.of("KEPT", "MERGED")) {
                    fixture.given("occupations", "iin,source,from,to,kind\n" + MergeFixture.spells(random, iin));
                    fixture.given(
                            "incomes",
                            "iin,quarter,kind,amount\n%s,2022-Q%d,WAGE,%d\n%s,2023-Q1,PLOT,5\n"
                                    .formatted(iin, 1 + random.nextInt(2), random.nextInt(2), iin));
                    fixture.given(
                            "enrolments",
                            "iin,from,to,kato,left_reason\n%s,2022-0%d-01,2022-09-01,313645000,%s\n"
                                    .formatted(iin, 1 + random.nextInt(3), random.nextBoolean() ? "moved" : ""));
                }
                var kept = fixture.standing(KEPT);
                var merged = fixture.standing(MERGED);

                Merge merge = fixture.merge(random.nextBoolean() ? Side.KEPT : Side.MERGED);
                assertThat(fixture.standing(MERGED)).isEmpty();
                fixture.undo(merge);

                assertThat(fixture.standing(KEPT)).as("round " + round).isEqualTo(kept);
                assertThat(fixture.standing(MERGED)).as("round " + round).isEqualTo(merged);
            }
        }
    }

    @Test
    void leavesWhatCameAfterwardsWithTheRecordWhoseIinTheListNamed() throws SQLException {
        try (var fixture = MergeFixture.start()) {
            fixture.given("occupations", "iin,source,from,kind\nMERGED,OTHER,2022-06-01,UNEMPLOYED\n");
            Merge merge = fixture.merge(Side.KEPT);
            fixture.given("occupations", """
                    iin,source,from,to,kind
                    MERGED,OTHER,2022-06-01,2023-01-01,UNEMPLOYED
                    MERGED,OTHER,2023-01-01,,INACTIVE
                    KEPT,TAX_REGISTER,2023-01-01,,SELF_EMPLOYED
                    """);
            fixture.given("registrations", "iin,from,status\nMERGED,2023-02-01,ACTIVE\n");

            fixture.undo(merge);

            assertThat(fixture.standing(MERGED))
                    .containsExactly(
                            "membership 2022-01-01 infinity H2",
                            "occupation OTHER 2022-06-01 2023-01-01 UNEMPLOYED",
                            "occupation OTHER 2023-01-01 infinity INACTIVE",
                            "registration MERGED 2023-02-01 infinity ACTIVE");
            assertThat(fixture.standing(KEPT))
                    .containsExactly(
                            "membership 2020-01-01 infinity H1",
                            "occupation TAX_REGISTER 2023-01-01 infinity SELF_EMPLOYED");
        }
    }

    @Test
    void leavesWhatAPagePutRightWithTheRecordWhoseFactItWas() throws SQLException {
        try (var fixture = MergeFixture.start()) {
            fixture.given("occupations", """
                    iin,source,from,kind
                    MERGED,OTHER,2022-06-01,UNEMPLOYED
                    MERGED,SCREENING,2022-06-01,UNEMPLOYED
                    KEPT,LABOUR_REGISTER,2022-06-01,UNEMPLOYED
                    """);
            Merge merge = fixture.merge(Side.KEPT);
            fixture.write("OTHER", "2022-06-01", "INACTIVE");
            fixture.move("SCREENING", "2022-06-01", "2022-07-01");
            fixture.move("LABOUR_REGISTER", "2022-06-01", "2022-07-01");
            fixture.write("TAX_REGISTER", "2023-01-01", "SELF_EMPLOYED");

            fixture.undo(merge);

            assertThat(fixture.standing(MERGED))
                    .containsExactly(
                            "membership 2022-01-01 infinity H2",
                            "occupation OTHER 2022-06-01 infinity INACTIVE",
                            "occupation SCREENING 2022-07-01 infinity UNEMPLOYED");
            assertThat(fixture.standing(KEPT))
                    .containsExactly(
                            "membership 2020-01-01 infinity H1",
                            "occupation LABOUR_REGISTER 2022-07-01 infinity UNEMPLOYED",
                            "occupation TAX_REGISTER 2023-01-01 infinity SELF_EMPLOYED");
        }
    }

    @Test
    void doesNotBringBackWhatItsOwnListTookBack() throws SQLException {
        try (var fixture = MergeFixture.start()) {
            fixture.given(
                    "occupations",
                    "iin,source,from,kind\nMERGED,OTHER,2022-06-01,UNEMPLOYED\nMERGED,TAX_REGISTER,2022-06-01,INACTIVE\n");
            Merge merge = fixture.merge(Side.KEPT);
            fixture.given(
                    "occupations",
                    "iin,source,from,kind,action\nMERGED,OTHER,2022-06-01,,REMOVE\nKEPT,TAX_REGISTER,2022-06-01,,REMOVE\n");

            fixture.undo(merge);

            assertThat(fixture.standing(MERGED))
                    .as("the list that named the other IIN took nothing of this one back")
                    .containsExactly(
                            "membership 2022-01-01 infinity H2",
                            "occupation TAX_REGISTER 2022-06-01 infinity INACTIVE");
        }
    }

    @Test
    void followsWhatASnapshotEnded() throws SQLException {
        try (var fixture = MergeFixture.start()) {
            fixture.given("occupations", "iin,source,from,kind\nMERGED,LABOUR_REGISTER,2022-06-01,UNEMPLOYED\n");
            Merge merge = fixture.merge(Side.KEPT);
            String other = IntakeFixture.iin("85010130014");
            fixture.load(
                    "occupations",
                    "iin,kind\n" + other + ",UNEMPLOYED\n",
                    new LoadOptions(false, LocalDate.of(2023, 1, 1), "LABOUR_REGISTER", null, null));

            fixture.undo(merge);

            assertThat(fixture.standing(MERGED))
                    .containsExactly(
                            "membership 2022-01-01 infinity H2",
                            "occupation LABOUR_REGISTER 2022-06-01 2023-01-01 UNEMPLOYED");
            assertThat(fixture.standing(KEPT)).containsExactly("membership 2020-01-01 infinity H1");
        }
    }

    @Test
    void isRefusedWhereFactsWouldOverlap() throws SQLException {
        try (var fixture = MergeFixture.start()) {
            Merge merge = fixture.merge(Side.MERGED);
            fixture.given("members", """
                    household_no,iin,from,to,relation,family_name
                    H2,MERGED,2022-01-01,2023-01-01,HEAD,Асанов
                    H3,KEPT,2023-01-01,,HEAD,Асанов
                    """);

            assertThat(fixture.undoRefused(merge)).isEqualTo("merge.undo-clash");
            assertThat(fixture.standing(MERGED)).isEmpty();
        }
    }

    @Test
    void isDoneOnceAndInTheOrderBackwards() throws SQLException {
        try (var fixture = MergeFixture.start()) {
            String third = IntakeFixture.iin("85010130014");
            fixture.given("occupations", "iin,from,kind\n" + third + ",2022-01-01,INACTIVE\n");
            Merge first = fixture.merge(Side.KEPT);
            Merge second = MergeFixture.merge(fixture.connection(), KEPT, third, Side.KEPT);
            fixture.connection().commit();

            assertThat(fixture.undoRefused(first)).isEqualTo("merge.later");
            fixture.undo(second);
            fixture.undo(first);
            assertThat(fixture.undoRefused(first)).isEqualTo("merge.undone");
            assertThat(fixture.standing(third)).containsExactly("occupation OTHER 2022-01-01 infinity INACTIVE");
        }
    }
}
