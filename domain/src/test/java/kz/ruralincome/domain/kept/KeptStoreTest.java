package kz.ruralincome.domain.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.ruralincome.domain.PilotDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptStoreTest {

    private static final OffsetDateTime MOMENT = OffsetDateTime.parse("2026-11-26T08:00:00.123456Z");

    private final PilotDatabase database = PilotDatabase.fresh();
    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = database.connect();
    }

    @Test
    void findsWhatWasKeptForThatVeryMoment() throws SQLException {
        KeptStore.keep(connection, MOMENT, Map.of("a", "1", "b", "2"), false);

        assertThat(KeptStore.find(connection, MOMENT, List.of("a", "c"))).isEqualTo(Map.of("a", "1"));
        assertThat(KeptStore.find(connection, MOMENT.plusNanos(1000), List.of("a", "b")))
                .isEmpty();
    }

    @Test
    void theFirstAnswerStays() throws SQLException {
        KeptStore.keep(connection, MOMENT, Map.of("a", "1"), true);
        KeptStore.keep(connection, MOMENT, Map.of("a", "2"), false);

        assertThat(KeptStore.find(connection, MOMENT, List.of("a"))).isEqualTo(Map.of("a", "1"));
    }

    @Test
    void answersOfOtherDefinitionsAreNotFound() throws SQLException {
        KeptStore.keep(connection, MOMENT, Map.of("a", "1"), false);
        database.execute("update kept_answer set rules = 'earlier'");

        assertThat(KeptStore.find(connection, MOMENT, List.of("a"))).isEmpty();
    }

    @Test
    void whatWasMadeAheadGoesWithTheNextRunAndTheRestStays() throws SQLException {
        KeptStore.keep(connection, MOMENT, Map.of("ahead", "1"), true);
        KeptStore.keep(connection, MOMENT, Map.of("asked", "1"), false);
        OffsetDateTime next = MOMENT.plusHours(1);
        KeptStore.keep(connection, next, Map.of("ahead", "2"), true);

        KeptStore.forgetAheadBut(connection, next);

        assertThat(KeptStore.find(connection, MOMENT, List.of("ahead", "asked")))
                .isEqualTo(Map.of("asked", "1"));
        assertThat(KeptStore.find(connection, next, List.of("ahead"))).isEqualTo(Map.of("ahead", "2"));
    }

    @Test
    void isBoundedInAnswersAndInCharacters() throws SQLException {
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < KeptStore.ANSWERS; i++) {
            many.put("q" + i, "x");
        }
        KeptStore.keep(connection, MOMENT, Map.of("oldest", "1"), false);
        KeptStore.keep(connection, MOMENT, many, false);
        assertThat(KeptStore.find(connection, MOMENT, List.of("oldest"))).isEmpty();
        assertThat(count()).isEqualTo((long) KeptStore.ANSWERS);

        KeptStore.keep(connection, MOMENT, Map.of("large", "x".repeat((int) KeptStore.CHARACTERS - 2)), false);
        assertThat(count()).isEqualTo(3L);
    }

    private Object count() throws SQLException {
        return database.valueOf("select count(*) from kept_answer");
    }
}
