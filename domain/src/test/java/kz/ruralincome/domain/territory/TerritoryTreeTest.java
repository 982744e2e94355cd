package kz.ruralincome.domain.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import kz.ruralincome.domain.PilotDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TerritoryTreeTest {

    private static final int REGION = 310000000;
    private static final int DISTRICT = 314000000;
    private static final int NEIGHBOUR = 314200000;
    private static final int OKRUG = 314037000;

    private static PilotDatabase database;

    /** The okrug moves to the neighbour district on 2023-01-01 and is abolished on 2024-01-01. */
    @BeforeAll
    static void anOkrugThatMoves() throws SQLException {
        database = PilotDatabase.fresh();
        database.execute("""
                insert into unit values (310000000), (314000000), (314200000), (314037000);
                insert into revision (account, purpose) values ('test', 'LOAD');
                insert into territory (unit_id, valid_from, valid_to, parent, name_ru, rev)
                select u, f, t, p, 'name', (select max(id) from revision) from (values
                    (310000000, '-infinity'::date, 'infinity'::date, null::integer),
                    (314000000, '-infinity', 'infinity', 310000000),
                    (314200000, '-infinity', 'infinity', 310000000),
                    (314037000, '-infinity', '2023-01-01', 314000000),
                    (314037000, '2023-01-01', '2024-01-01', 314200000)) v (u, f, t, p)""");
    }

    @Test
    void followsTheParentsOfTheDate() throws SQLException {
        assertThat(on("2022-12-31").liesIn(OKRUG, DISTRICT)).isTrue();
        assertThat(on("2023-01-01").liesIn(OKRUG, DISTRICT)).isFalse();
        assertThat(on("2023-01-01").within(NEIGHBOUR)).containsExactly(OKRUG, NEIGHBOUR);
    }

    @Test
    void keepsTheLastParentOfAnAbolishedUnit() throws SQLException {
        assertThat(on("2030-01-01").liesIn(OKRUG, NEIGHBOUR)).isTrue();
        assertThat(on("2030-01-01").liesIn(OKRUG, REGION)).isTrue();
    }

    @Test
    void doesNotReadCodesAsPrefixes() throws SQLException {
        assertThat(on("2022-01-01").liesIn(NEIGHBOUR, DISTRICT)).isFalse();
    }

    private static TerritoryTree on(String date) throws SQLException {
        try (Connection connection = database.connect()) {
            return TerritoryTree.current(connection, LocalDate.parse(date));
        }
    }
}
