package kz.ruralincome.domain.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The database itself refuses two spells at once, whoever writes and however the transactions overlap. */
class ConcurrentWritersTest {

    @Test
    void secondOfTwoWritersOnOnePersonIsRefused() throws Exception {
        try (var register = IntakeFixture.emptyRegister();
                Connection one = register.database().connect();
                Connection other = register.database().connect()) {
            register.database().execute("insert into person (iin) values ('850101300120'), ('900202300340')");
            one.setAutoCommit(false);
            other.setAutoCommit(false);
            insert(one, "2022-01-01", "2022-06-01");
            CompletableFuture<SQLException> second = CompletableFuture.supplyAsync(() -> {
                try {
                    insert(other, "2022-05-31", "infinity");
                    return null;
                } catch (SQLException e) {
                    return e;
                }
            });
            Thread.sleep(300);
            assertThat(second).isNotDone();
            one.commit();
            assertThat(second.get(10, TimeUnit.SECONDS).getSQLState()).isEqualTo("23P01");
        }
    }

    private static void insert(Connection connection, String from, String to) throws SQLException {
        Sql sql = new Sql(connection);
        long revision = sql.number("insert into revision (account, purpose) values ('a', 'TEST') returning id");
        sql.run("insert into occupation (person_id, source, valid_from, valid_to, kind, rev) values (1, 'OTHER', '"
                + from + "', '" + to + "', 'UNEMPLOYED', " + revision + ")");
    }
}
