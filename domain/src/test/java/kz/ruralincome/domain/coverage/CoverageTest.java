package kz.ruralincome.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.territory.TerritoryTree;
import kz.ruralincome.domain.territory.TerritoryUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final int REGION = 310000000;
    private static final int DISTRICT = 313600000;
    private static final int OTHER_DISTRICT = 314000000;
    private static final int OKRUG = 313645000;
    private static final TerritoryTree TREE = new TerritoryTree(
            List.of(unit(REGION, null), unit(DISTRICT, REGION), unit(OTHER_DISTRICT, REGION), unit(OKRUG, DISTRICT)));

    private static Coverage coverage;

    @BeforeAll
    static void declared() throws SQLException {
        PilotDatabase database = PilotDatabase.fresh();
        database.execute("""
                insert into revision (account, purpose) values ('test', 'LOAD');
                insert into unit values (310000000), (313600000), (314000000), (313645000);
                insert into coverage (list, unit_id, covers_to, rev) values
                    ('members', null, '2023-01-01', 1), ('members', 313600000, '2023-03-01', 1),
                    ('payments', 313600000, '2023-02-01', 1), ('payments', 314000000, '2023-04-01', 1),
                    ('measures', 313645000, '2023-05-01', 1), ('measures', 313645000, '2023-04-01', 1)""");
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select close_watermark()")) {
            row.next();
            coverage = Coverage.asKnownOn(connection, row.getObject(1, OffsetDateTime.class));
        }
    }

    @Test
    void holdsForAllThatLiesInItsTerritory() {
        assertThat(covers("payments", OKRUG)).hasValue(LocalDate.of(2023, 2, 1));
        assertThat(covers("members", OTHER_DISTRICT)).hasValue(LocalDate.of(2023, 1, 1));
        assertThat(covers("members", OKRUG)).hasValue(LocalDate.of(2023, 3, 1));
    }

    @Test
    void ofATerritoryIsTheLeastOverItsParts() {
        assertThat(covers("payments", REGION)).hasValue(LocalDate.of(2023, 2, 1));
        assertThat(coverage.coversTo(List.of("payments"), TREE)).hasValue(LocalDate.of(2023, 2, 1));
    }

    @Test
    void isUnknownWhereAPartIs() {
        assertThat(covers("measures", DISTRICT)).hasValue(LocalDate.of(2023, 5, 1));
        assertThat(covers("measures", REGION)).isEmpty();
        assertThat(covers("registrations", OKRUG)).isEmpty();
    }

    @Test
    void ofSeveralListsIsTheEarliest() {
        assertThat(coverage.coversTo(List.of("members", "payments"), TREE, DISTRICT))
                .hasValue(LocalDate.of(2023, 2, 1));
        assertThat(coverage.coversTo(List.of("members", "measures"), TREE, REGION))
                .isEmpty();
    }

    @Test
    void ofNowhereIsWhatIsDeclaredEverywhere() {
        assertThat(coverage.coversToNowhere(List.of("members"))).hasValue(LocalDate.of(2023, 1, 1));
        assertThat(coverage.coversToNowhere(List.of("payments"))).isEmpty();
    }

    private static Optional<LocalDate> covers(String list, int territory) {
        return coverage.coversTo(List.of(list), TREE, territory);
    }

    private static TerritoryUnit unit(int kato, Integer parent) {
        return new TerritoryUnit(kato, Optional.ofNullable(parent), "name", Optional.empty(), Optional.empty());
    }
}
