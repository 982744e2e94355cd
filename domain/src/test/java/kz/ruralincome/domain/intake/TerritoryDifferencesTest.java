package kz.ruralincome.domain.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.ruralincome.domain.intake.TerritoryDifference.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tried list of territories says of each unit in what it would differ, and changes nothing. */
class TerritoryDifferencesTest {

    private static final LoadOptions TRIAL = new LoadOptions(true, null, null, null, null);

    private IntakeFixture register;

    @BeforeEach
    void open() throws SQLException {
        register = IntakeFixture.withTerritories();
        register.given("territories", """
                kato,from,to,parent,name_ru
                314051000,2020-01-01,2022-01-01,314000000,Ерназарский с.о.
                """);
    }

    @AfterEach
    void close() throws SQLException {
        register.close();
    }

    @Test
    void saysInWhatAUnitDiffers() throws SQLException {
        assertThat(tried("""
                kato,from,to,parent,name_ru,action
                313655000,,,313600000,Бурылский с.о.,
                313645000,,,313600000,Костюбинский с.о.,
                314037000,,,313600000,Бесагашский с.о.,
                314000000,,2024-01-01,310000000,Жамбылский район,
                313600000,,,310000000,Байзакский район,
                314051000,2020-01-01,,314000000,Ерназарский с.о.,
                610000000,,,,,REMOVE
                """))
                .containsExactlyInAnyOrder(
                        "1 NEW 313655000 - > Бурылский с.о.",
                        "2 RENAMED 313645000 Костобинский с.о. > Костюбинский с.о.",
                        "3 MOVED 314037000 314000000 > 313600000",
                        "4 ENDED 314000000 - > 2024-01-01",
                        "6 ENDED 314051000 2022-01-01 > -",
                        "7 REMOVED 610000000 Туркестанская область > -");
    }

    @Test
    void tellsALaterSpellFromTheOneBeforeIt() throws SQLException {
        assertThat(tried("""
                kato,from,parent,name_ru
                314051000,2023-01-01,313600000,Ерназар с.о.
                """))
                .containsExactlyInAnyOrder(
                        "1 RENAMED 314051000 Ерназарский с.о. > Ерназар с.о.",
                        "1 MOVED 314051000 314000000 > 313600000");
    }

    @Test
    void leavesOutWhatWouldNotGoInAndChangesNothing() throws SQLException {
        Object before = register.database().valueOf("select count(*) from territory");
        assertThat(tried("""
                kato,parent,name_ru
                313655000,999999999,Нигде
                """)).isEmpty();
        assertThat(register.database().valueOf("select count(*) from territory"))
                .isEqualTo(before);
    }

    @Test
    void isNotedOfTrialsAlone() throws SQLException {
        register.given("territories", "kato,parent,name_ru\n313655000,313600000,Бурылский с.о.\n");
        assertThat(register.database().valueOf("select count(*) from territory_difference"))
                .isEqualTo(0L);
    }

    private List<String> tried(String csv) throws SQLException {
        register.load("territories", csv.getBytes(StandardCharsets.UTF_8), TRIAL, null, false);
        var load = (UUID) register.database().valueOf("select id from load order by seq desc limit 1");
        var found = TerritoryDifferences.read(register.connection(), load, 1_000);
        Map<Kind, Integer> counts = TerritoryDifferences.counts(register.connection(), load);
        assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(found.size());
        return found.stream()
                .map(one -> one.row() + " " + one.kind() + " " + one.kato() + " "
                        + one.before().orElse("-") + " > " + one.after().orElse("-"))
                .toList();
    }
}
