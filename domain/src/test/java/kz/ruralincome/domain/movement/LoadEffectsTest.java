package kz.ruralincome.domain.movement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import kz.ruralincome.domain.intake.IntakeFixture;
import kz.ruralincome.domain.intake.LoadOptions;
import kz.ruralincome.domain.intake.LoadState;
import kz.ruralincome.domain.merge.MergeFixture;
import kz.ruralincome.domain.movement.LoadEffect.Told;
import kz.ruralincome.domain.shared.SmallCellLimit;
import kz.ruralincome.domain.shared.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many people a load gives another state, before it goes in and after. */
class LoadEffectsTest {

    private static final String ANNA = IntakeFixture.iin("85010130012");
    private static final String BEK = IntakeFixture.iin("90020230034");
    private static final String CEM = IntakeFixture.iin("91020230034");
    private static final String DINA = IntakeFixture.iin("92020230034");
    private static final LoadOptions DRY = new LoadOptions(true, null, null, null, null);
    private static final String OCCUPATIONS =
            "iin,from,to,kind\n" + ANNA + ",2022-01-01,2023-01-01,UNEMPLOYED\n" + BEK + ",2022-01-01,,UNEMPLOYED\n";

    private IntakeFixture register;

    @BeforeEach
    void start() throws SQLException {
        register = IntakeFixture.withHouseholds().telling(new StateTrial());
        register.given(
                "members",
                "household_no,iin,from,relation\nH1," + ANNA + ",2020-01-01,HEAD\nH2," + BEK + ",2020-01-01,HEAD\n");
        register.given("occupations", OCCUPATIONS);
        MovementRun.of(register.connection());
    }

    @AfterEach
    void close() throws SQLException {
        register.close();
    }

    private Optional<LoadEffect> effect() throws SQLException {
        return LoadEffectDesk.of(register.connection(), register.found());
    }

    private void run() throws SQLException {
        OffsetDateTime moment = MovementProperties.close(register.connection());
        TimelineUpdate.apply(register.connection(), moment, false, null);
        register.connection().commit();
    }

    private void sameBeforeAndAfter(String list, String csv, long persons, long newcomers) throws SQLException {
        var before = register.rows("select count(*), max(id) from revision");
        register.load(list, csv, DRY);
        assertThat(effect()).as("tried").contains(new LoadEffect(Told.WOULD, persons, newcomers));
        assertThat(register.rows("select count(*), max(id) from revision"))
                .as("nothing is written by the trial")
                .isEqualTo(before);

        register.given(list, csv);
        assertThat(effect()).contains(LoadEffect.notKnown(Told.PENDING));
        run();
        assertThat(effect()).as("done").contains(new LoadEffect(Told.DID, persons, newcomers));
    }

    @Test
    void areOfThoseWhoseStateIsAnotherOnSomeDay() throws SQLException {
        sameBeforeAndAfter(
                "occupations",
                "iin,from,to,kind\n" + ANNA + ",2022-01-01,2022-12-01,UNEMPLOYED\n" + BEK + ",2022-01-01,,UNEMPLOYED\n"
                        + CEM + ",2022-01-01,,INACTIVE\n",
                2,
                1);
    }

    @Test
    void areNotOfThoseOfWhomOtherThingsChange() throws SQLException {
        sameBeforeAndAfter(
                "members",
                "household_no,iin,from,relation,family_name\nH1," + ANNA + ",2020-01-01,HEAD,Асанова\nH2," + BEK
                        + ",2020-01-01,OTHER,\n",
                0,
                0);
        sameBeforeAndAfter("households", "household_no,from,kato\nH1,2021-01-01,314037000\n", 0, 0);
    }

    @Test
    void areOfTheMembersOfHouseholds() throws SQLException {
        sameBeforeAndAfter(
                "assistance",
                "household_no,from,to,kind,monthly_amount\nH1,2022-01-01,2022-07-01,CONDITIONAL,1\n"
                        + "H3,2022-01-01,,CONDITIONAL,1\n",
                1,
                0);
    }

    @Test
    void areToldOfWhatWaitsAndOfWhatASnapshotEnds() throws SQLException {
        register.given("occupations", "iin,from,kind\n" + BEK + ",2022-01-01,INACTIVE\n");
        register.load("occupations", OCCUPATIONS);
        assertThat(register.found().state()).isEqualTo(LoadState.HELD);
        assertThat(effect()).contains(new LoadEffect(Told.WOULD, 1, 0));

        register.load(
                "occupations",
                "iin,kind\n" + ANNA + ",UNEMPLOYED\n",
                new LoadOptions(true, LocalDate.of(2022, 6, 1), "OTHER", null, null));
        assertThat(effect()).as("he is not listed").contains(new LoadEffect(Told.WOULD, 1, 0));
    }

    @Test
    void holdNobodyUp() throws SQLException {
        List<Boolean> isFree = new ArrayList<>();
        var states = new StateTrial();
        register.telling(
                (connection, load, ofHouseholds, overlay) -> states.find(connection, load, ofHouseholds, () -> {
                    overlay.lay();
                    try (var other = register.database().connect()) {
                        isFree.addAll(
                                Sql.list(other, row -> row.getBoolean(1), "select pg_try_advisory_xact_lock(7204001)"));
                        isFree.add(Sql.list(other, row -> row.getInt(1), "select id from person for update nowait")
                                        .size()
                                == 2);
                    }
                }));

        register.load("occupations", "iin,from,kind\n" + BEK + ",2022-01-01,INACTIVE\n", DRY);

        assertThat(isFree).containsExactly(true, true);
    }

    @Test
    void areCountedForEachOfTheLoadsSinceTheLastRun() throws SQLException {
        register.given("occupations", "iin,from,kind\n" + BEK + ",2022-01-01,INACTIVE\n");
        UUID first = register.lastLoad();
        register.given(
                "registrations", "iin,from,status\n" + BEK + ",2022-05-01,ACTIVE\n" + ANNA + ",2022-05-01,ACTIVE\n");
        run();

        assertThat(effect()).contains(new LoadEffect(Told.DID, 2, 0));
        assertThat(LoadEffects.read(register.connection(), first, false)).contains(new LoadEffects.Counted(1, 0));
    }

    /** From all and the newcomers among them those who had a state before are found, too. */
    @ParameterizedTest
    @CsvSource({
        "WOULD, 0, 0, WOULD",
        "WOULD, 1, 0, WITHHELD",
        "DID, 4, 4, WITHHELD",
        "DID, 7, 2, WITHHELD",
        "DID, 7, 5, WITHHELD",
        "DID, 5, 5, DID",
        "WOULD, 5, 0, WOULD",
        "PENDING, 0, 0, PENDING"
    })
    void areWithheldWhereAGroupIsSmall(Told told, long persons, long newcomers, Told published) {
        var effect = new LoadEffect(told, persons, newcomers);
        assertThat(effect.published(SmallCellLimit.USUAL))
                .isEqualTo(published == told ? effect : LoadEffect.notKnown(published));
    }

    @Test
    void areOfThePersonWhomTheRecordIsMergedIntoMeanwhile() throws SQLException {
        register.given("occupations", "iin,from,to,kind\n" + CEM + ",2020-01-01,2021-01-01,INACTIVE\n");
        MergeFixture.merged(register.connection(), ANNA, CEM);
        run();
        assertThat(effect()).contains(new LoadEffect(Told.DID, 1, 0));
    }

    @Test
    void areFoundBesideTheQueueWhereManyRowsChange() throws Exception {
        var csv = new StringBuilder("iin,from,kind\n");
        for (String iin : iins(20_001)) {
            csv.append(iin).append(",2022-01-01,INACTIVE\n");
        }
        register.load("occupations", csv.toString(), DRY);
        assertThat(effect()).contains(LoadEffect.notKnown(Told.COMPUTING));

        assertThat(register.tried(csv.toString(), new StateTrial())).isTrue();

        assertThat(effect()).contains(new LoadEffect(Told.WOULD, 20_001, 20_001));
        assertThat(register.rows("select count(*) from person"))
                .as("nobody was written")
                .containsExactly("2");

        register.database().execute("delete from load_effect; update load_trial set state = 'FAILED'");
        assertThat(effect()).contains(LoadEffect.notKnown(Told.NOT_COMPUTED));
    }

    private static List<String> iins(int wanted) {
        List<String> iins = new ArrayList<>();
        for (int number = 70_000_000; iins.size() < wanted; number++) {
            try {
                iins.add(IntakeFixture.iin("700101" + Integer.toString(number).substring(3)));
            } catch (IllegalArgumentException noCheckDigit) {
                // the next number
            }
        }
        return iins;
    }

    /** Whatever is in the way, and whoever was merged: the trial, which writes nothing, tells what then happens. */
    @Test
    void areTheSameBeforeAndAfterWhateverIsSent() throws SQLException {
        var random = new Random(20261126);
        MergeFixture.merged(register.connection(), ANNA, givenToCem());
        run();
        for (int round = 0; round < 40; round++) {
            var rows = new RandomRows(random, List.of(ANNA, BEK, CEM, DINA));
            register.load(rows.list(), rows.csv(), rows.options(true));
            Optional<LoadEffect> would = effect();
            LoadState state = register.load(rows.list(), rows.csv().getBytes(UTF_8), rows.options(false), null, true)
                    .state();
            if (state != LoadState.DONE) {
                throw new AssertionError(rows + " " + register.problems());
            }
            run();
            LoadEffect did = effect().orElseThrow();
            assertThat(would)
                    .as("%d: %s", round, rows)
                    .contains(new LoadEffect(Told.WOULD, did.persons(), did.newcomers()));
        }
    }

    private String givenToCem() throws SQLException {
        register.given("occupations", "iin,from,to,kind\n" + CEM + ",2021-06-01,2022-06-01,INACTIVE\n");
        return CEM;
    }

    @Test
    void areNotCountedWhereEverybodyIsComputedForTheFirstTime() throws SQLException {
        assertThat(effect()).contains(LoadEffect.notKnown(Told.UNCOUNTED));
        register.load("consents", "iin,scope,from\n" + ANNA + ",PROCESSING,2022-01-01\n", DRY);
        assertThat(effect()).as("no state rests on consents").isEmpty();
        register.given("occupations", OCCUPATIONS);
        assertThat(effect()).contains(new LoadEffect(Told.DID, 0, 0));
    }
}
