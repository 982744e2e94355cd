package kz.ruralincome.domain.jobrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.jobrun.JobRun.Kind;
import kz.ruralincome.domain.shared.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunLedgerTest {

    private static final String JOB = "movement-tracking";
    private static final LocalDate DATE = LocalDate.of(2026, 3, 1);

    private PilotDatabase database;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        database = PilotDatabase.fresh();
        connection = database.connect();
        database.execute("create table work (done_by text)");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void letsOneOfManyClaimers() throws Exception {
        var executor = Executors.newFixedThreadPool(8);
        List<Callable<Optional<JobRun>>> claimers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            Kind kind = i % 2 == 0 ? Kind.SCHEDULED : Kind.ON_DEMAND;
            claimers.add(() -> {
                try (var own = database.connect()) {
                    return RunLedger.claim(own, JOB, DATE, kind, false, "node");
                }
            });
        }
        int claimed = 0;
        for (var claim : executor.invokeAll(claimers)) {
            claimed += claim.get().isPresent() ? 1 : 0;
        }
        executor.shutdown();

        assertThat(claimed).isEqualTo(1);
    }

    @Test
    void givesADateOneScheduledRunAndAnyNumberOnDemand() throws SQLException {
        JobRun first = claim(Kind.SCHEDULED).orElseThrow();
        assertThat(claim(Kind.ON_DEMAND)).isEmpty();
        RunLedger.finish(connection, first, Map.of("persons", 3L));

        assertThat(claim(Kind.SCHEDULED)).isEmpty();
        JobRun second = claim(Kind.ON_DEMAND).orElseThrow();
        assertThat(second.fence()).isGreaterThan(first.fence());
        RunLedger.fail(connection, second, "because");
        assertThat(claim(Kind.ON_DEMAND)).isPresent();
        assertThat(RunLedger.newest(connection, JOB, Optional.empty(), 10))
                .extracting(JobRun::state)
                .containsExactly(JobRun.State.RUNNING, JobRun.State.FAILED, JobRun.State.DONE);
        assertThat(RunLedger.newest(connection, JOB, Optional.of(second.id()), 10))
                .extracting(JobRun::counts)
                .containsExactly(Map.of("persons", 3L));
    }

    @Test
    void keepsAClaimThatIsRenewed() throws SQLException {
        JobRun run = claim(Kind.SCHEDULED).orElseThrow();
        assertThat(RunLedger.renew(connection, run)).isTrue();
        assertThat(RunLedger.endWhatExpired(connection, JOB)).isFalse();

        expire(run);

        assertThat(RunLedger.renew(connection, run)).isFalse();
        assertThat(RunLedger.endWhatExpired(connection, JOB)).isTrue();
        assertThat(RunLedger.find(connection, run.id()).orElseThrow().error()).contains(RunLedger.LEASE_LOST);
    }

    @Test
    void letsNoNodeWriteThatWasPausedPastItsLease() throws SQLException {
        JobRun paused = claim(Kind.SCHEDULED).orElseThrow();
        try (var work = database.connect()) {
            work.setAutoCommit(false);
            Sql.update(work, "insert into work values ('paused')");
            expire(paused);
            JobRun next = claim(Kind.ON_DEMAND).orElseThrow();

            assertThat(RunLedger.finish(work, paused, Map.of())).isFalse();
            work.rollback();

            Sql.update(work, "insert into work values ('next')");
            assertThat(RunLedger.finish(work, next, Map.of())).isTrue();
            work.commit();
        }
        assertThat(database.valueOf("select string_agg(done_by, ' ') from work"))
                .isEqualTo("next");
    }

    @Test
    void endsTheTransactionOfANodeThatStoppedBetweenItsLastCheckAndTheCommit() throws Exception {
        JobRun paused = claim(Kind.SCHEDULED).orElseThrow();
        try (var work = database.connect()) {
            work.setAutoCommit(false);
            RunLedger.worksOn(connection, paused, RunLedger.begin(work, paused));
            Sql.update(work, "insert into work values ('paused')");
            Sql.update(connection, "update job_run set lease_until = clock_timestamp() + interval '1 second'");
            assertThat(RunLedger.finish(work, paused, Map.of())).isTrue();
            Thread.sleep(1_500);

            assertThat(claim(Kind.ON_DEMAND)).isPresent();
            assertThatThrownBy(work::commit).isInstanceOf(SQLException.class);
        }
        assertThat(database.valueOf("select count(*) from work")).isEqualTo(0L);
        assertThat(RunLedger.find(connection, paused.id()).orElseThrow().state())
                .isEqualTo(JobRun.State.FAILED);
    }

    @Test
    void keepsARequestUntilARunTakesIt() throws SQLException {
        RunLedger.request(connection, JOB);
        RunLedger.request(connection, JOB);
        assertThat(RunLedger.isRequested(connection, JOB)).isTrue();

        RunLedger.takeRequest(connection, JOB);

        assertThat(RunLedger.isRequested(connection, JOB)).isFalse();
    }

    private Optional<JobRun> claim(Kind kind) throws SQLException {
        return RunLedger.claim(connection, JOB, DATE, kind, false, "node");
    }

    private void expire(JobRun run) throws SQLException {
        Sql.update(
                connection,
                "update job_run set lease_until = clock_timestamp() - interval '1 second' where id = ?",
                run.id());
    }
}
