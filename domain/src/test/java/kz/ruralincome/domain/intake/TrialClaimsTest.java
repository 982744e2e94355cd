package kz.ruralincome.domain.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What large loads would do is found beside the queue, once, and only as long as somebody waits for it. */
class TrialClaimsTest {

    private static final LoadTrial.Finding NOTHING = connection -> {};

    private IntakeFixture register;
    private Connection node;

    @BeforeEach
    void start() throws SQLException {
        register = IntakeFixture.withTerritories();
        node = register.database().connect();
        node.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        node.close();
        register.close();
    }

    private UUID held() throws SQLException {
        register.load("households", "household_no,from,kato\nH1,,313645000\n");
        UUID load = register.lastLoad();
        register.database().execute("update load set state = 'HELD', rev = null where id = '" + load + "'");
        new TrialClaims(node).want(load);
        node.commit();
        return load;
    }

    private TrialQueue.Claim claim() throws SQLException {
        var claim = new TrialClaims(node).next("a").orElseThrow();
        node.commit();
        return claim;
    }

    private boolean end(TrialQueue.Claim claim) throws SQLException {
        boolean held = new TrialClaims(node).end(claim, NOTHING);
        node.commit();
        return held;
    }

    private void leaseIsOver() throws SQLException {
        register.database().execute("update load_trial set lease_until = clock_timestamp() - interval '1 second'");
    }

    private TrialStanding.State state(UUID load) throws SQLException {
        return TrialStanding.of(register.connection(), load).orElseThrow().state();
    }

    @Test
    void oneAtATimeInTheOrderOfReceipt() throws SQLException {
        UUID first = held();
        UUID second = held();
        TrialQueue.Claim claim = claim();
        assertThat(claim.load().id()).isEqualTo(first);
        assertThat(new TrialClaims(node).next("b")).isEmpty();
        assertThat(end(claim)).isTrue();
        assertThat(state(first)).isEqualTo(TrialStanding.State.DONE);
        assertThat(claim().load().id()).isEqualTo(second);
    }

    @Test
    void whatDiedIsBegunAnewAndGivenUpAfterThreeTimes() throws SQLException {
        UUID load = held();
        TrialQueue.Claim lost = claim();
        leaseIsOver();
        TrialQueue.Claim again = claim();
        assertThat(end(lost)).as("somebody else tries it").isFalse();
        assertThat(new TrialClaims(node).keep(lost, 50)).isFalse();
        assertThat(new TrialClaims(node).keep(again, 50)).isTrue();
        node.commit();
        leaseIsOver();
        claim();
        leaseIsOver();
        assertThat(new TrialClaims(node).next("a")).isEmpty();
        node.commit();
        assertThat(state(load)).isEqualTo(TrialStanding.State.FAILED);
    }

    @Test
    void theServerProcessOfAGoneNodeIsEnded() throws Exception {
        held();
        TrialQueue.Claim claim = claim();
        try (Connection gone = register.database().connect()) {
            gone.setAutoCommit(false);
            new TrialClaims(node).noteBackend(claim, (int) new Sql(gone).number("select pg_backend_pid()"));
            node.commit();
            leaseIsOver();
            claim();
            assertThatThrownBy(() -> new Sql(gone).run("select 1")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void nobodyWaitsForItOnceTheLoadIsWithdrawnOrConfirmed() throws Exception {
        UUID withdrawn = held();
        TrialQueue.Claim claim = claim();
        try (Connection trying = register.database().connect()) {
            trying.setAutoCommit(false);
            new TrialClaims(node).noteBackend(claim, (int) new Sql(trying).number("select pg_backend_pid()"));
            node.commit();
            new Sql(trying).run("select 1");
            Thread sleeper = new Thread(() -> assertThatThrownBy(() -> new Sql(trying).run("select pg_sleep(60)"))
                    .hasMessageContaining("cancel"));
            sleeper.start();
            while (register.rows("select 1 from pg_stat_activity where query like '%pg_sleep(60)' and state = 'active'"
                            + " and pid <> pg_backend_pid()")
                    .isEmpty()) {
                Thread.sleep(20);
            }
            register.withdraw(withdrawn);
            sleeper.join(10_000);
            assertThat(sleeper.isAlive()).as("it was interrupted").isFalse();
        }
        assertThat(new TrialClaims(node).giveBack(claim)).as("no attempt more").isFalse();
        assertThat(end(claim)).isFalse();
        assertThat(state(withdrawn)).isEqualTo(TrialStanding.State.ABANDONED);

        UUID confirmed = held();
        register.confirm(confirmed);
        assertThat(state(confirmed)).isEqualTo(TrialStanding.State.ABANDONED);
        assertThat(new TrialClaims(node).next("a")).isEmpty();
    }
}
