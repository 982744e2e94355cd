package kz.ruralincome.domain.jobrun;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.ruralincome.domain.jobrun.JobRun.Kind;
import kz.ruralincome.domain.shared.Node;
import kz.ruralincome.domain.shared.PilotDataSource;

/** The claims and the history of runs; every call is a short transaction of its own, seen by all nodes when it returns. */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class JobRuns {

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private Node node;

    /** A run on demand; empty when one is running. It serves whoever has asked for one. */
    public Optional<JobRun> claimOnDemand(String job, LocalDate businessDate, boolean full) {
        return in(connection -> {
            var claimed = RunLedger.claim(connection, job, businessDate, Kind.ON_DEMAND, full, node.name());
            if (claimed.isPresent()) {
                RunLedger.takeRequest(connection, job);
            }
            return claimed;
        });
    }

    /** The first business date up to today for which a run is due and that had none; today if there never was one. */
    public Optional<LocalDate> due(Job job, LocalDate today) {
        return in(connection -> due(job, RunLedger.lastScheduled(connection, job.name()), today));
    }

    static Optional<LocalDate> due(Job job, Optional<LocalDate> last, LocalDate today) {
        return last.map(day -> job.firstDueFrom(day.plusDays(1)))
                .or(() -> Optional.of(today))
                .filter(date -> !date.isAfter(today));
    }

    /** The scheduled run of that date; empty when the job is running, or another node was quicker. */
    public Optional<JobRun> claimScheduled(String job, LocalDate businessDate) {
        return in(connection -> RunLedger.claim(connection, job, businessDate, Kind.SCHEDULED, false, node.name()));
    }

    /** Holds the claim for another while; false when it was lost. */
    public boolean renew(JobRun run) {
        return in(connection -> RunLedger.renew(connection, run));
    }

    /** The connection of this number does the work. */
    public void worksOn(JobRun run, int backend) {
        in(connection -> {
            RunLedger.worksOn(connection, run, backend);
            return null;
        });
    }

    /** Ends a run without its work. */
    public void fail(JobRun run, String error) {
        in(connection -> {
            RunLedger.fail(connection, run, error);
            return null;
        });
    }

    /** Ends a run of this node that is not done yet: its work is rolled back. */
    public void abandon(JobRun run, String error) {
        in(connection -> {
            RunLedger.cancelWork(connection, run);
            RunLedger.fail(connection, run, error);
            return null;
        });
    }

    /** A run is wanted as soon as none runs; those who ask while one runs get one after it. */
    public void request(String job) {
        in(connection -> {
            RunLedger.request(connection, job);
            return null;
        });
    }

    /** Whether a run is wanted that has not begun. */
    public boolean isRequested(String job) {
        return in(connection -> RunLedger.isRequested(connection, job));
    }

    /** Marks runs FAILED whose node no longer renews its lease. */
    public void endWhatExpired(String job) {
        in(connection -> RunLedger.endWhatExpired(connection, job));
    }

    /** A run by its id. */
    public Optional<JobRun> find(UUID id) {
        return in(connection -> RunLedger.find(connection, id));
    }

    /** Runs of a job, newest first, after one of them. */
    public List<JobRun> newest(String job, Optional<UUID> after, int limit) {
        return in(connection -> RunLedger.newest(connection, job, after, limit));
    }

    private <T> T in(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the runs of jobs cannot be read or written", e);
        }
    }

    /** Something to do with a connection. */
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }
}
