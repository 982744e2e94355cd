package kz.ruralincome.domain.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.UUID;
import kz.ruralincome.domain.merge.MergeFixture;
import kz.ruralincome.domain.shared.RuleViolation;
import org.junit.jupiter.api.Test;

class WithdrawalTest {

    private static final String HEAD = "household_no,from,to,kind,monthly_amount,action\n";
    private static final String STANDING = """
            select household_no, valid_from, valid_to, monthly_amount from assistance
            join household h on h.id = household_id where superseded_rev is null order by 1, 2""";

    @Test
    void restoresWhatStoodBefore() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            register.given(
                    "assistance",
                    HEAD + "H1,2022-01-01,2022-04-01,CONDITIONAL,1,\nH2,2022-01-01,2022-04-01,CONDITIONAL,2,");
            register.given(
                    "assistance",
                    HEAD
                            + "H1,2022-01-01,2022-07-01,CONDITIONAL,9,\nH2,2022-01-01,,,,REMOVE\nH3,2022-01-01,,CONDITIONAL,3,");
            register.withdraw(register.lastLoad());
            assertThat(register.rows(STANDING))
                    .containsExactly("H1 2022-01-01 2022-04-01 1.00", "H2 2022-01-01 2022-04-01 2.00");
        }
    }

    @Test
    void isRefusedWhileALaterLoadBuildsOnIt() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            register.given("assistance", HEAD + "H1,2022-01-01,2022-04-01,CONDITIONAL,1,");
            UUID first = register.lastLoad();
            register.given("assistance", HEAD + "H1,2022-01-01,2022-07-01,CONDITIONAL,9,");
            UUID second = register.lastLoad();
            assertThatThrownBy(() -> register.withdraw(first))
                    .isInstanceOfSatisfying(
                            RuleViolation.class, e -> assertThat(e.arguments()).containsExactly(second.toString()));
            register.withdraw(second);
            assertThat(register.rows(STANDING)).containsExactly("H1 2022-01-01 2022-04-01 1.00");
            register.withdraw(first);
            assertThat(register.rows(STANDING)).isEmpty();
            assertThatThrownBy(() -> register.withdraw(first)).isInstanceOf(RuleViolation.class);
        }
    }

    @Test
    void isRefusedWhenWhatItRemovedWasReplacedMeanwhile() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            register.given("assistance", HEAD + "H1,2022-01-01,2022-04-01,CONDITIONAL,1,");
            register.given("assistance", HEAD + "H1,2022-01-01,,,,REMOVE");
            UUID removal = register.lastLoad();
            register.given("assistance", HEAD + "H1,2022-02-01,2022-05-01,CONDITIONAL,2,");
            UUID later = register.lastLoad();
            assertThatThrownBy(() -> register.withdraw(removal))
                    .isInstanceOfSatisfying(
                            RuleViolation.class, e -> assertThat(e.arguments()).containsExactly(later.toString()));
        }
    }

    @Test
    void isRefusedWhileSomethingRefersToAHouseholdThatItAloneBrought() throws SQLException {
        try (var register = IntakeFixture.withTerritories()) {
            register.given("households", "household_no,from,kato\nH1,,313645000\n");
            UUID households = register.lastLoad();
            register.given("assistance", HEAD + "H1,2022-01-01,2022-04-01,CONDITIONAL,1,");
            UUID assistance = register.lastLoad();
            assertThatThrownBy(() -> register.withdraw(households))
                    .isInstanceOfSatisfying(
                            RuleViolation.class, e -> assertThat(e.arguments()).containsExactly(assistance.toString()));
            register.withdraw(assistance);
            register.withdraw(households);
            register.load("assistance", HEAD + "H1,2022-01-01,2022-04-01,CONDITIONAL,1,");
            assertThat(register.errors()).containsExactly("1 household_no household.unknown");
        }
    }

    @Test
    void ofUnitsIsRefusedWhileHouseholdsLiveThere() throws SQLException {
        try (var register = IntakeFixture.withTerritories()) {
            UUID territories = register.lastLoad();
            register.given("households", "household_no,from,kato\nH1,,313645000\n");
            UUID households = register.lastLoad();
            assertThatThrownBy(() -> register.withdraw(territories))
                    .isInstanceOfSatisfying(
                            RuleViolation.class, e -> assertThat(e.arguments()).containsExactly(households.toString()));
        }
    }

    @Test
    void holdsAnOldFileThatWouldUndoACorrection() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            String old = HEAD + "H1,2022-01-01,2022-04-01,CONDITIONAL,1,";
            register.given("assistance", old);
            register.given("assistance", HEAD + "H1,2022-01-01,2022-07-01,CONDITIONAL,9,");
            UUID correction = register.lastLoad();
            LoadResult again = register.load("assistance", old);
            assertThat(again.state()).isEqualTo(LoadState.HELD);
            assertThat(again.heldBecause()).isEqualTo("load.older");
            register.withdraw(correction);
            assertThat(register.given("assistance", old).unchanged()).isEqualTo(1);
        }
    }

    @Test
    void isRefusedWhileAMergeOfTwoRecordsBuildsOnIt() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            String kept = IntakeFixture.iin("85010130012");
            String merged = IntakeFixture.iin("85010130013");
            register.given("occupations", "iin,from,kind\n%s,2022-01-01,INACTIVE\n".formatted(kept));
            register.given("occupations", "iin,from,kind\n%s,2022-01-01,INACTIVE\n".formatted(merged));
            UUID load = register.lastLoad();
            UUID merge = MergeFixture.merged(register.connection(), kept, merged);

            assertThatThrownBy(() -> register.withdraw(load))
                    .isInstanceOfSatisfying(
                            RuleViolation.class, e -> assertThat(e.code()).isEqualTo("load.merged"));

            MergeFixture.parted(register.connection(), merge);
            register.withdraw(load);
            assertThat(register.rows("select iin from occupation f join person p on p.id = f.person_id"
                            + " where superseded_rev is null"))
                    .containsExactly(kept);
        }
    }

    @Test
    void bringsNothingBackToAMergedRecord() throws SQLException {
        try (var register = IntakeFixture.withHouseholds()) {
            String kept = IntakeFixture.iin("85010130012");
            String merged = IntakeFixture.iin("85010130013");
            register.given(
                    "occupations",
                    "iin,from,kind\n%s,2022-01-01,INACTIVE\n%s,2022-01-01,INACTIVE\n".formatted(kept, merged));
            register.given("occupations", "iin,from,kind,action\n%s,2022-01-01,,REMOVE\n".formatted(merged));
            UUID removal = register.lastLoad();
            MergeFixture.merged(register.connection(), kept, merged);

            assertThatThrownBy(() -> register.withdraw(removal))
                    .isInstanceOfSatisfying(
                            RuleViolation.class, e -> assertThat(e.code()).isEqualTo("load.merged"));
        }
    }
}
