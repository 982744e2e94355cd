package kz.ruralincome.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.account.FailedAttempts.Closed;
import kz.ruralincome.domain.shared.DomainException;
import kz.ruralincome.domain.shared.NotFoundException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The accounts of people and their sessions in a database; without the doors, which only ask for the right. */
class UserSqlTest {

    private PilotDatabase database;
    private Connection connection;
    private UserSql users;

    @BeforeEach
    void open() throws SQLException {
        database = PilotDatabase.fresh();
        connection = database.connect();
        users = new UserSql(connection);
        database.execute("""
                insert into unit values (313600000);
                insert into account (name, role, password_hash) values
                    ('admin', 'ADMIN', 'x'), ('admin-2', 'ADMIN', 'x'), ('akimat', 'AKIMAT', 'x');
                insert into account (name, role) values ('registry', 'REGISTRY')""");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void aNewAccountBeginsWithAPasswordThatMustBeChanged() throws SQLException {
        assertThat(users.add("coordinator", Role.COORDINATOR, 313600000, "hash"))
                .isTrue();

        User added = users.get("coordinator");
        assertThat(added.temporaryPassword()).isTrue();
        assertThat(added.territory()).hasValue(313600000);
        assertThat(users.add("coordinator", Role.AKIMAT, null, "hash")).isFalse();
    }

    @Test
    void machinesAreNoPeople() throws SQLException {
        assertThat(users.all()).extracting(User::name).containsExactly("admin", "admin-2", "akimat");
        assertThatThrownBy(() -> users.get("registry")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void theLastAdministratorStays() throws SQLException {
        users.activate("admin-2", false);

        connection.setAutoCommit(false);
        assertThatThrownBy(() -> users.activate("admin", false)).satisfies(UserSqlTest::isTheLast);
        connection.rollback();
        assertThatThrownBy(() -> users.change("admin", Role.COORDINATOR, null)).satisfies(UserSqlTest::isTheLast);
        connection.rollback();
        connection.setAutoCommit(true);

        users.activate("admin-2", true);
        users.change("admin", Role.COORDINATOR, null);
        assertThat(users.get("admin").role()).isEqualTo(Role.COORDINATOR);
    }

    @Test
    void ofTwoWhoDemoteEachOtherOneIsRefused() throws Exception {
        try (var other = database.connect()) {
            connection.setAutoCommit(false);
            other.setAutoCommit(false);
            users.change("admin-2", Role.COORDINATOR, null);
            var second = CompletableFuture.supplyAsync(() -> {
                try {
                    new UserSql(other).change("admin", Role.COORDINATOR, null);
                    return "changed";
                } catch (DomainException refused) {
                    return refused.code();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            waitUntilOneWaits();
            connection.commit();

            assertThat(second.get()).isEqualTo("account.last-administrator");
            other.rollback();
        }
    }

    @Test
    void aGrantNeedsAReasonAndEndsWithTheRole() throws SQLException {
        users.grantPersons("akimat", Optional.of("letter 12"));
        assertThat(users.get("akimat").opensPersons()).isTrue();
        assertThat(users.get("akimat").grantReason()).hasValue("letter 12");

        users.change("akimat", Role.COORDINATOR, null);
        users.change("akimat", Role.AKIMAT, null);
        assertThat(users.get("akimat").opensPersons()).isFalse();
    }

    private UUID begun(String account, String address) throws SQLException {
        return SessionSql.begin(connection, account, address, OffsetDateTime.now(ZoneOffset.UTC))
                .orElseThrow();
    }

    @Test
    void aPasswordThatWasReplacedWhileItWasVerifiedOpensNothing() throws SQLException {
        OffsetDateTime verified = OffsetDateTime.now(ZoneOffset.UTC).minusSeconds(5);
        assertThat(SessionSql.begin(connection, "akimat", "192.0.2.1", verified))
                .isPresent();

        users.setPassword("akimat", "temporary", true);

        assertThat(SessionSql.begin(connection, "akimat", "192.0.2.1", verified))
                .isEmpty();
    }

    @Test
    void aSessionHoldsUntilItIsEndedOrItsAccountClosed() throws SQLException {
        UUID first = begun("akimat", "192.0.2.1");
        UUID second = begun("akimat", "192.0.2.2");
        assertThat(SessionSql.use(connection, first))
                .map(answer -> answer.access().role())
                .hasValue(Role.AKIMAT);
        assertThat(users.get("akimat").openSessions()).isEqualTo(2);

        assertThat(SessionSql.end(connection, first, "admin")).hasValue("akimat");
        assertThat(SessionSql.end(connection, first, "admin")).isEmpty();
        assertThat(SessionSql.use(connection, first)).isEmpty();
        assertThat(SessionSql.use(connection, second)).isPresent();

        users.activate("akimat", false);
        assertThat(SessionSql.use(connection, second)).isEmpty();
        assertThat(SessionSql.open(connection, Optional.empty())).isEmpty();
    }

    @Test
    void aChangedPasswordEndsTheOtherSessions() throws SQLException {
        UUID own = begun("admin", "192.0.2.1");
        UUID other = begun("admin", "192.0.2.2");
        UUID anothers = begun("admin-2", "192.0.2.2");
        users.setPassword("admin", "temporary", true);
        assertThat(SessionSql.use(connection, own))
                .map(SessionAnswer::mustChange)
                .hasValue(true);

        OwnPassword.set(connection, "admin", own, "hash");

        assertThat(SessionSql.use(connection, own))
                .map(SessionAnswer::mustChange)
                .hasValue(false);
        assertThat(SessionSql.use(connection, other)).isEmpty();
        assertThat(SessionSql.use(connection, anothers)).isPresent();
    }

    @Test
    void aSessionEndsAfterAnHourWithoutUse() throws SQLException {
        UUID used = begun("admin", "192.0.2.1");
        UUID left = begun("admin", "192.0.2.2");
        usedBefore(used, "59 minutes");
        usedBefore(left, "62 minutes");

        assertThat(SessionSql.open(connection, Optional.of("admin")))
                .extracting(OpenSession::id)
                .containsExactly(used);
        assertThat(SessionSql.use(connection, left)).isEmpty();
    }

    @Test
    void theUseOfASessionIsWrittenOnceAMinute() throws SQLException {
        UUID id = begun("admin", "192.0.2.1");
        String written = "select xmin::text from page_session";
        Object before = database.valueOf(written);

        SessionSql.use(connection, id);
        SessionSql.use(connection, id);
        assertThat(database.valueOf(written)).isEqualTo(before);

        usedBefore(id, "61 seconds");
        Object aged = database.valueOf(written);
        SessionSql.use(connection, id);
        Object after = database.valueOf(written);
        assertThat(after).isNotEqualTo(aged);
        SessionSql.use(connection, id);
        assertThat(database.valueOf(written)).isEqualTo(after);
    }

    @Test
    void aHoldIsLiftedWhenItsRowIsGone() throws SQLException {
        SignInHolds.put(connection, "akimat", List.of(new Closed("192.0.2.1", 5, Duration.ofSeconds(1))));

        assertThat(SignInHolds.isLifted(connection, "akimat", "192.0.2.1")).isFalse();
        assertThat(SignInHolds.isLifted(connection, "akimat", "192.0.2.2")).isTrue();
        assertThat(SignInHolds.isLifted(connection, "nobody", "192.0.2.1"))
                .as("a name without an account")
                .isFalse();
        assertThat(users.get("akimat").heldUntil()).isPresent();

        SignInHolds.put(connection, "akimat", List.of(new Closed("*", 50, Duration.ofSeconds(1))));
        assertThat(SignInHolds.isLifted(connection, "akimat", "192.0.2.2")).isFalse();
        assertThat(SignInHolds.all(connection, Optional.empty()))
                .extracting(SignInHold::failures)
                .containsExactly(50, 5);

        SignInHolds.lift(connection, "akimat");
        assertThat(SignInHolds.isLifted(connection, "akimat", "192.0.2.1")).isTrue();
        assertThat(users.get("akimat").heldUntil()).isEmpty();
    }

    private void usedBefore(UUID id, String time) throws SQLException {
        database.execute("update page_session set last_used_at = clock_timestamp() - interval '%s' where id = '%s'"
                .formatted(time, id));
    }

    private void waitUntilOneWaits() throws Exception {
        String waiting = "select count(*) from pg_locks where not granted";
        while (!Long.valueOf(1).equals(database.valueOf(waiting))) {
            Thread.sleep(20);
        }
    }

    private static void isTheLast(Throwable refused) {
        assertThat(((DomainException) refused).code()).isEqualTo("account.last-administrator");
    }
}
