package kz.ruralincome.domain.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.account.Access;
import org.junit.jupiter.api.Test;

/** One load at a time, in the order of receipt; who was paused past the lease writes nothing. */
class LoadClaimsTest {

    private static final String HOUSEHOLD = "household_no,from,kato\nH1,,313645000\n";

    private static UUID receive(Connection connection) throws Exception {
        try (NewLoad load = NewLoad.read(
                "households",
                LoadOptions.NONE,
                "text/csv",
                null,
                new ByteArrayInputStream(HOUSEHOLD.getBytes(StandardCharsets.UTF_8)),
                Access.ofTheProgram("registry"))) {
            UUID id = load.insert(connection);
            connection.commit();
            return id;
        }
    }

    private static Optional<LoadQueue.Claim> claim(Connection connection, String node) throws Exception {
        Optional<LoadQueue.Claim> claim = new LoadClaims(connection).next(node);
        connection.commit();
        return claim;
    }

    private static LoadResult run(IntakeFixture register, Connection connection, LoadQueue.Claim claim)
            throws Exception {
        Load load = claim.load();
        LoadResult result = new LoadEngine(task -> new Thread(task).start())
                .apply(
                        connection,
                        new LoadOrder(
                                load.id(),
                                ListCatalogue.named(load.list()),
                                load.options(),
                                load.account(),
                                null,
                                false,
                                IntakeFixture.TODAY),
                        () -> new ByteArrayInputStream(HOUSEHOLD.getBytes(StandardCharsets.UTF_8)));
        new LoadClaims(connection).end(claim, result);
        connection.commit();
        return result;
    }

    @Test
    void loadsRunInTheOrderOfReceiptAndOneAtATime() throws Exception {
        try (var register = IntakeFixture.withTerritories();
                Connection node = register.database().connect()) {
            node.setAutoCommit(false);
            UUID first = receive(node);
            UUID second = receive(node);
            LoadQueue.Claim claim = claim(node, "a").orElseThrow();
            assertThat(claim.load().id()).isEqualTo(first);
            assertThat(claim(node, "b")).isEmpty();
            assertThat(run(register, node, claim).accepted()).isEqualTo(1);
            LoadQueue.Claim next = claim(node, "b").orElseThrow();
            assertThat(next.load().id()).isEqualTo(second);
            assertThat(run(register, node, next).unchanged()).isEqualTo(1);
            assertThat(claim(node, "a")).isEmpty();
        }
    }

    @Test
    void aLoadWhoseNodeIsGoneIsBegunAgainAndTheLateNodeWritesNothing() throws Exception {
        try (var register = IntakeFixture.withTerritories();
                Connection paused = register.database().connect();
                Connection other = register.database().connect()) {
            paused.setAutoCommit(false);
            other.setAutoCommit(false);
            receive(paused);
            LoadQueue.Claim lost = claim(paused, "a").orElseThrow();
            register.database().execute("update load set lease_until = clock_timestamp() - interval '1 second'");
            LoadQueue.Claim taken = claim(other, "b").orElseThrow();
            assertThat(taken.attempt()).isEqualTo(2);
            assertThat(taken.fence()).isGreaterThan(lost.fence());
            assertThatThrownBy(() -> run(register, paused, lost)).isInstanceOf(LoadClaims.ClaimLost.class);
            paused.rollback();
            assertThat(register.rows("select count(*) from household")).containsExactly("0");
            assertThat(run(register, other, taken).accepted()).isEqualTo(1);
            assertThat(register.rows("select state, accepted from load order by seq desc limit 1"))
                    .containsExactly("DONE 1");
        }
    }

    @Test
    void theServerProcessOfAGoneNodeIsEnded() throws Exception {
        try (var register = IntakeFixture.withTerritories();
                Connection gone = register.database().connect();
                Connection other = register.database().connect()) {
            gone.setAutoCommit(false);
            other.setAutoCommit(false);
            receive(gone);
            LoadQueue.Claim claim = claim(gone, "a").orElseThrow();
            new Sql(gone)
                    .run(
                            "update load set backend_pid = pg_backend_pid() where id = ?",
                            claim.load().id());
            gone.commit();
            new Sql(gone).run("select pg_advisory_xact_lock(7204002)");
            register.database().execute("update load set lease_until = clock_timestamp() - interval '1 second'");
            LoadQueue.Claim taken = claim(other, "b").orElseThrow();
            assertThat(run(register, other, taken).accepted()).isEqualTo(1);
            assertThatThrownBy(() -> new Sql(gone).run("select 1")).hasMessageContaining("");
        }
    }
}
