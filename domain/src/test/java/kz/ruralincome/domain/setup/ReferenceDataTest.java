package kz.ruralincome.domain.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.territory.TerritoryTree;
import org.junit.jupiter.api.Test;

class ReferenceDataTest {

    private final PilotDatabase database = PilotDatabase.fresh();

    @Test
    void bringsTheWholeOfficialListOnce() throws SQLException {
        bring();
        bring();

        assertThat(database.valueOf("select count(*) from territory")).isEqualTo(16264L);
        assertThat(database.valueOf("select count(*) from parameter where name = 'MCI' and valid_from = '2022-01-01'"))
                .isEqualTo(1L);
        try (var connection = database.connect()) {
            var tree = TerritoryTree.current(connection, LocalDate.of(2023, 1, 1));
            assertThat(tree.within(310000000)).hasSize(577);
            assertThat(tree.children(310000000)).hasSize(11);
            assertThat(tree.liesIn(314200000, 314000000)).isFalse();
        }
    }

    private void bring() throws SQLException {
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            ReferenceData.bring(connection);
            connection.commit();
        }
    }
}
