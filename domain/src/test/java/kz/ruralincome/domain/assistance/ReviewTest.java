package kz.ruralincome.domain.assistance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.intake.IntakeFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewTest {

    private static final String HEAD = IntakeFixture.iin("85010130010");
    private static final String OTHER = IntakeFixture.iin("85010130020");
    private static final String THIRD = IntakeFixture.iin("85010130030");

    private static final String CHANGES = """
            select h.household_no, r.change, r.monthly, r.previous_outcome, r.previous_monthly
            from assistance_review r join household h on h.id = r.household_id
            where r.quarter = '%s' order by h.household_no""";

    private IntakeFixture register;

    @BeforeEach
    void threeFamiliesOfOne() throws SQLException {
        register = IntakeFixture.withHouseholds();
        register.given("parameters", """
                from,name,kato,value,document
                2024-01-01,POVERTY_LINE,310000000,30000,№ 1
                2024-04-01,POVERTY_LINE,310000000,32000,№ 2
                2023-01-01,CHILD_SUPPLEMENT_MCI,,1.5,№ 3
                2024-01-01,MCI_SOCIAL,,3692,№ 4
                2019-01-01,PENSION_AGE_MEN,,63,№ 5
                2019-01-01,PENSION_AGE_WOMEN,,61,№ 6
                """);
        register.given("members", """
                household_no,iin,from,birth_date,sex,relation
                H1,%s,2020-01-01,1985-01-01,M,HEAD
                H2,%s,2020-01-01,1985-01-01,M,HEAD
                H3,%s,2020-01-01,1985-01-01,M,HEAD
                """.formatted(HEAD, OTHER, THIRD));
        register.given("assistance", """
                household_no,from,to,kind,monthly_amount
                H1,2023-10-01,,CONDITIONAL,20000
                H2,2023-10-01,2024-04-01,CONDITIONAL,15000
                H3,2024-04-20,,CONDITIONAL,10000
                """);
        register.given("incomes", """
                iin,quarter,kind,amount
                %1$s,2023-Q4,WAGE,30000
                %2$s,2023-Q4,WAGE,60000
                %1$s,2024-Q1,WAGE,30000
                %2$s,2024-Q1,WAGE,99000
                %3$s,2024-Q1,WAGE,3000
                """.formatted(HEAD, OTHER, THIRD));
    }

    @AfterEach
    void close() throws SQLException {
        register.close();
    }

    private Map<String, Long> review(String day) throws SQLException {
        var counts = ReviewUpdate.apply(register.connection(), LocalDate.parse(day), UUID.randomUUID());
        register.connection().commit();
        return counts;
    }

    @Test
    void comparesEveryHouseholdWithTheReviewBefore() throws SQLException {
        assertThat(review("2024-01-01")).containsEntry("households", 2L).containsEntry("first", 2L);
        assertThat(register.rows(CHANGES.formatted("2024-01-01")))
                .containsExactly("H1 FIRST 20000.00 null null", "H2 FIRST 10000.00 null null");

        assertThat(review("2024-04-01")).containsEntry("up", 1L).containsEntry("noLonger", 1L);
        assertThat(register.rows(CHANGES.formatted("2024-04-01")))
                .containsExactly("H1 UP 22000.00 ENTITLED 20000.00", "H2 NO_LONGER null ENTITLED 10000.00");
    }

    /** Assigned until the last day of the quarter before, or today: whoever is either is reviewed. */
    @Test
    void takesWhoeverWasOnAssistanceBeforeTheQuarterOrIsToday() throws SQLException {
        assertThat(review("2024-05-15")).containsEntry("households", 3L);
        assertThat(review("2024-04-19")).containsEntry("households", 2L);
        assertThat(review("2024-07-01")).containsEntry("households", 2L).containsEntry("notKnown", 2L);
    }

    @Test
    void isMadeAnewInItsQuarterAndStillComparedWithTheOneBefore() throws SQLException {
        review("2024-01-01");
        review("2024-04-01");
        register.given("incomes", "iin,quarter,kind,amount\n%s,2024-Q1,WAGE,36000\n".formatted(HEAD));

        assertThat(review("2024-06-30")).containsEntry("same", 1L).containsEntry("households", 3L);
        assertThat(register.rows(CHANGES.formatted("2024-04-01")))
                .containsExactly(
                        "H1 SAME 20000.00 ENTITLED 20000.00",
                        "H2 NO_LONGER null ENTITLED 10000.00",
                        "H3 FIRST 31000.00 null null");
        register.given("incomes", "iin,quarter,kind,amount\n%s,2024-Q1,WAGE,36001\n".formatted(HEAD));
        register.given("incomes", "iin,quarter,kind,amount\n%s,2024-Q1,WAGE,37001\n".formatted(HEAD));
        assertThat(review("2024-06-30")).containsEntry("down", 1L);
    }

    @Test
    void countsRefusedAndNotKnownApart() throws SQLException {
        int household =
                (int) (Integer) register.database().valueOf("select id from household where household_no = 'H1'");
        RefusalDesk.record(
                register.connection(),
                household,
                RefusalGround.MEASURES_REFUSED,
                LocalDate.parse("2024-02-01"),
                "№ 9",
                "coordinator");
        register.connection().commit();
        register.given("incomes", "action,iin,quarter,kind,amount\nREMOVE,%s,2024-Q1,WAGE,\n".formatted(OTHER));

        assertThat(review("2024-04-01")).containsEntry("refused", 1L).containsEntry("notKnown", 1L);
        assertThat(register.rows("select missing from assistance_review where change = 'NOT_KNOWN'"))
                .containsExactly("{INCOMES}");
    }

    @Test
    void isListedByTerritoryAndChangeInPages() throws SQLException {
        assertThat(ReviewList.page(register.connection(), null, Optional.empty(), Optional.empty(), 2))
                .isEmpty();
        review("2024-05-15");
        var all = page(null, Optional.empty(), Optional.empty());
        assertThat(all.items()).hasSize(2);
        assertThat(all.households()).isEqualTo(3);
        assertThat(all.quarter()).hasToString("2024-Q2");
        assertThat(page(null, Optional.empty(), all.next()).items())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.number()).isEqualTo("H3");
                    assertThat(row.assigned())
                            .hasValueSatisfying(one -> assertThat(one).isEqualByComparingTo("10000"));
                });
        Integer[] besagash = {314037000};
        assertThat(page(besagash, Optional.empty(), Optional.empty()).households())
                .isEqualTo(1);
        assertThat(page(besagash, Optional.of(ReviewChange.NO_LONGER), Optional.empty())
                        .items())
                .isEmpty();
        assertThat(page(null, Optional.of(ReviewChange.NO_LONGER), Optional.empty())
                        .items())
                .hasSize(1);
    }

    private ReviewListing page(Integer[] units, Optional<ReviewChange> change, Optional<Integer> after)
            throws SQLException {
        return ReviewList.page(register.connection(), units, change, after, 2).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-01, 2024-01-01",
        "2024-01-02, 2024-04-01",
        "2024-03-31, 2024-04-01",
        "2024-10-01, 2024-10-01",
        "2024-12-31, 2025-01-01"
    })
    void isDueOnTheFirstNightOfAQuarter(String from, String due) {
        assertThat(new AssistanceReview().firstDueFrom(LocalDate.parse(from))).isEqualTo(due);
    }
}
