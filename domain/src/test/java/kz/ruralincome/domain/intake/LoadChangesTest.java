package kz.ruralincome.domain.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.intake.LoadChange.Dates;
import kz.ruralincome.domain.intake.LoadChange.Sample;
import kz.ruralincome.domain.intake.LoadChange.Sort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a load changes, by kind, before it goes in and after. */
class LoadChangesTest {

    private static final String ANNA = IntakeFixture.iin("85010130012");
    private static final String BEK = IntakeFixture.iin("90020230034");
    private static final String HEAD = "household_no,from,to,kind,monthly_amount\n";
    private static final LoadOptions DRY = new LoadOptions(true, null, null, null, null);
    private IntakeFixture register;

    @BeforeEach
    void open() throws SQLException {
        register = IntakeFixture.withHouseholds();
        register.given(
                "assistance",
                HEAD + "H1,2022-01-01,,CONDITIONAL,100\nH2,2022-01-01,2022-12-01,CONDITIONAL,100\n"
                        + "H3,2022-01-01,,UNCONDITIONAL,100\n");
    }

    @AfterEach
    void close() throws SQLException {
        register.close();
    }

    private List<String> changes() throws SQLException {
        return LoadChanges.read(register.connection(), register.lastLoad()).stream()
                .map(change -> change.sort() + " " + change.kind() + " " + change.spells())
                .toList();
    }

    private List<Sample> samples() throws SQLException {
        return LoadChanges.samples(register.connection(), register.lastLoad());
    }

    @Test
    void beginnings() throws SQLException {
        assertThat(changes()).containsExactly("BEGAN CONDITIONAL 2", "BEGAN UNCONDITIONAL 1");
        assertThat(samples())
                .extracting(Sample::household)
                .containsExactly(Optional.of("H1"), Optional.of("H2"), Optional.of("H3"));
        assertThat(samples().get(0).after()).contains(new Dates(LocalDate.of(2022, 1, 1), LocalDate.MAX));
        assertThat(samples().get(0).before()).isEmpty();
    }

    @Test
    void endsAndLaterEndsAndOtherValuesAndWhatStays() throws SQLException {
        register.load(
                "assistance",
                HEAD + "H1,2022-01-01,2022-07-01,CONDITIONAL,100\nH2,2022-01-01,,CONDITIONAL,100\n"
                        + "H3,2022-01-01,2023-01-01,UNCONDITIONAL,150\nH3,2024-01-01,,UNCONDITIONAL,100\n");

        assertThat(changes())
                .containsExactly(
                        "ENDED CONDITIONAL 1",
                        "MOVED CONDITIONAL 1",
                        "BEGAN UNCONDITIONAL 1",
                        "CORRECTED UNCONDITIONAL 1");
        Sample corrected = samples().stream()
                .filter(sample -> sample.sort() == Sort.CORRECTED)
                .findFirst()
                .orElseThrow();
        assertThat(corrected.columns()).containsExactly("to", "monthly_amount");
        assertThat(corrected.row()).contains(3L);
        assertThat(corrected.before()).contains(new Dates(LocalDate.of(2022, 1, 1), LocalDate.MAX));
        assertThat(corrected.after()).contains(new Dates(LocalDate.of(2022, 1, 1), LocalDate.of(2023, 1, 1)));
    }

    @Test
    void sameFileAgainChangesNothing() throws SQLException {
        register.load("assistance", HEAD + "H1,2022-01-01,,CONDITIONAL,100\nH9,2022-01-01,,CONDITIONAL,100\n");

        assertThat(changes()).as("a refused row changes nothing either").containsExactly("SAME CONDITIONAL 1");
        assertThat(samples()).isEmpty();
    }

    @Test
    void aSpellTakenBackAndPutUnderAnotherBeginningHasMoved() throws SQLException {
        register.load(
                "assistance",
                "household_no,from,to,kind,monthly_amount,action\nH1,2022-01-01,,,,REMOVE\nH1,2022-03-01,,CONDITIONAL,100,\n"
                        + "H3,2022-01-01,,,,REMOVE\nH3,2022-03-01,,CONDITIONAL,100,\n");

        assertThat(changes())
                .containsExactly("BEGAN CONDITIONAL 1", "MOVED CONDITIONAL 1", "TAKEN_BACK UNCONDITIONAL 1");
    }

    @Test
    void ofTwoEqualSpellsTakenBackOnlyOneHasMovedIntoTheOnePut() throws SQLException {
        register.given("assistance", HEAD + "H1,2020-01-01,2021-01-01,CONDITIONAL,100\n");
        register.load(
                "assistance",
                "household_no,from,to,kind,monthly_amount,action\nH1,2020-01-01,,,,REMOVE\nH1,2022-01-01,,,,REMOVE\n"
                        + "H1,2022-03-01,,CONDITIONAL,100,\n");

        assertThat(changes()).containsExactlyInAnyOrder("MOVED CONDITIONAL 1", "TAKEN_BACK CONDITIONAL 1");
    }

    @Test
    void ofATrialTellWhatItWouldDo() throws SQLException {
        register.load("members", "household_no,iin,from,relation\nH1,%s,2022-01-01,HEAD\n".formatted(ANNA), DRY);

        assertThat(changes()).containsExactly("BEGAN HEAD 1");
        assertThat(samples().get(0).person()).as("nobody yet").isEmpty();
    }

    @Test
    void ofASnapshotWhatItDoesNotListEnds() throws SQLException {
        register.load(
                "assistance",
                "household_no,kind,monthly_amount\nH1,CONDITIONAL,100\nH2,UNCONDITIONAL,100\n",
                new LoadOptions(false, LocalDate.of(2022, 6, 1), null, null, null));

        assertThat(changes())
                .containsExactly(
                        "ENDED CONDITIONAL 1", "SAME CONDITIONAL 1", "BEGAN UNCONDITIONAL 1", "ENDED UNCONDITIONAL 1");
        assertThat(samples())
                .filteredOn(sample -> sample.sort() == Sort.BEGAN)
                .allSatisfy(sample -> assertThat(sample.before()).isEmpty());
        assertThat(samples())
                .filteredOn(sample -> sample.sort() == Sort.ENDED)
                .extracting(Sample::household)
                .containsExactly(Optional.of("H2"), Optional.of("H3"));
    }

    @Test
    void ofAHeldSnapshotAreThereBeforeItIsConfirmedAndNothingIsWritten() throws SQLException {
        var households = new StringBuilder("household_no,kato\n");
        var assistance = new StringBuilder(HEAD);
        for (int i = 0; i < 30; i++) {
            households.append("X").append(i).append(",313645000\n");
            assistance.append("X").append(i).append(",2022-01-01,,CONDITIONAL,100\n");
        }
        register.given("households", households.toString());
        register.given("assistance", assistance.toString());

        LoadResult result = register.load(
                "assistance",
                "household_no,kind,monthly_amount\nH1,CONDITIONAL,100\n",
                new LoadOptions(false, LocalDate.of(2022, 6, 1), null, null, null));

        assertThat(result.state()).isEqualTo(LoadState.HELD);
        assertThat(changes()).contains("ENDED CONDITIONAL 31", "ENDED UNCONDITIONAL 1", "SAME CONDITIONAL 1");
        assertThat(samples()).hasSize(6).allSatisfy(sample -> assertThat(sample.row())
                .isEmpty());
        assertThat(register.rows("select count(*) from assistance where valid_to = '2022-06-01'"))
                .containsExactly("0");
    }

    @Test
    void aRefusedRowOfASnapshotEndsNothing() throws SQLException {
        register.given(
                "members",
                "household_no,iin,from,relation\nH1,%s,2020-01-01,HEAD\nH3,%s,2020-01-01,HEAD\n".formatted(ANNA, BEK));
        register.given("occupations", "iin,from,kind\n%s,2022-01-01,UNEMPLOYED\n".formatted(BEK));

        register.load(
                "occupations",
                "iin,kind\n%s,INACTIVE\n".formatted(BEK).getBytes(StandardCharsets.UTF_8),
                new LoadOptions(false, LocalDate.of(2022, 6, 1), "OTHER", 313600000, null),
                313600000,
                false);

        assertThat(register.errors()).containsExactly("1 iin row.territory");
        assertThat(register.rows("select valid_to, kind from occupation where superseded_rev is null"))
                .containsExactly("infinity UNEMPLOYED");
        assertThat(changes()).isEmpty();
    }

    @Test
    void ofListsWithoutSpellsAndWithoutKinds() throws SQLException {
        assertThat(register.load("payments", "household_no,paid_on,amount\nH1,2022-02-01,100\n")
                        .accepted())
                .isEqualTo(1);
        assertThat(changes()).containsExactly("BEGAN  1");
        register.load("payments", "household_no,paid_on,amount\nH1,2022-02-01,200\n");
        assertThat(changes()).containsExactly("CORRECTED  1");
        register.load("households", "household_no,from,kato\nH1,2023-01-01,314037000\nH7,,313645000\n");
        assertThat(changes()).containsExactly("BEGAN  2");
        register.given("calendar", "date,kind\n2022-03-08,DAY_OFF\n");
        register.load("calendar", "date,kind,action\n2022-03-08,,REMOVE\n");
        assertThat(changes()).containsExactly("TAKEN_BACK DAY_OFF 1");
    }
}
