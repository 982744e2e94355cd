package kz.ruralincome.domain.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletableFuture;
import kz.ruralincome.domain.PilotDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatermarkTest {

    private static final String VITAL_EVENTS_KNOWN =
            "with " + Known.CTE + " select count(*) from vital_event f where " + Known.visible("f");

    private PilotDatabase database;

    @BeforeEach
    void twoPersons() throws SQLException {
        database = PilotDatabase.fresh();
        database.execute("insert into person (iin) values ('900101300007'), ('991231300003')");
    }

    @Test
    void keepsAnAnswerThatWasGivenWhileALongTransactionWasOpen() throws SQLException {
        try (Connection slow = database.connect()) {
            slow.setAutoCommit(false);
            record(slow, "900101300007", "2022-01-01");
            record(database, "991231300003", "2022-02-01");
            OffsetDateTime closed = close();
            assertThat(known(closed)).isEqualTo(1);

            slow.commit();

            assertThat(known(closed)).isEqualTo(1);
            assertThat(known(close())).isEqualTo(2);
        }
    }

    /** The same with the clock of the transaction's beginning: what a table with {@code default now()} would answer. */
    @Test
    void isNotWhatTheClockOfTheTransactionWouldSay() throws SQLException {
        try (Connection slow = database.connect()) {
            slow.setAutoCommit(false);
            record(slow, "900101300007", "2022-01-01");
            var begun = (OffsetDateTime) first(slow, "select now()");
            OffsetDateTime closed = close();

            slow.commit();

            assertThat(begun).isBefore(closed);
            assertThat(known(closed)).isZero();
        }
    }

    @Test
    void waitsForThoseWhoAreJustCommitting() throws Exception {
        try (Connection committing = database.connect()) {
            committing.setAutoCommit(false);
            record(committing, "900101300007", "2022-01-01");
            first(committing, "select 1 from pg_advisory_xact_lock_shared(7204001)");
            var closing = CompletableFuture.supplyAsync(this::close);
            while (first(committing, "select count(*) from pg_locks where locktype = 'advisory' and not granted")
                    .equals(0L)) {
                Thread.onSpinWait();
            }

            committing.commit();

            assertThat(known(closing.get())).isEqualTo(1);
        }
    }

    @Test
    void knowsAVersionUntilItWasSuperseded() throws SQLException {
        record(database, "991231300003", "2022-01-01");
        OffsetDateTime before = close();
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            var revision = Revision.open(connection, "test", "CORRECTION");
            first(connection, "update vital_event set superseded_rev = " + revision.id() + " returning id");
            connection.commit();
        }

        assertThat(known(before)).isEqualTo(1);
        assertThat(known(close())).isZero();
    }

    private static void record(PilotDatabase database, String iin, String day) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            record(connection, iin, day);
            connection.commit();
        }
    }

    private static void record(Connection connection, String iin, String day) throws SQLException {
        var revision = Revision.open(connection, "test", "LOAD");
        first(connection, """
                insert into vital_event (person_id, on_date, kind, rev)
                select id, '%s', 'LEFT', %d from person where iin = '%s' returning id""".formatted(day, revision.id(), iin));
    }

    private OffsetDateTime close() {
        try (Connection connection = database.connect()) {
            return (OffsetDateTime) first(connection, "select close_watermark()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long known(OffsetDateTime moment) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.prepareStatement(VITAL_EVENTS_KNOWN)) {
            statement.setObject(1, moment);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static Object first(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getMetaData().getColumnType(1) == java.sql.Types.TIMESTAMP
                    ? row.getObject(1, OffsetDateTime.class)
                    : row.getObject(1);
        }
    }
}
