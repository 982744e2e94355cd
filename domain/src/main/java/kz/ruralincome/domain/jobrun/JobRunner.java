package kz.ruralincome.domain.jobrun;

import static jakarta.ejb.ConcurrencyManagementType.BEAN;
import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kz.ruralincome.domain.shared.BusinessCalendar;

/**
 * Carries out the runs of this node: those that are due, those that are wanted after a change of the facts, and those that
 * somebody starts. While one runs its lease is renewed; when the server stops, its runs end FAILED at once.
 */
@Singleton
@ConcurrencyManagement(BEAN)
@TransactionAttribute(NOT_SUPPORTED)
public class JobRunner {

    private static final System.Logger LOG = System.getLogger(JobRunner.class.getName());
    private static final int HEARTBEAT_SECONDS = 10;
    private static final long LOOK_AGAIN_MILLIS = 500;
    private static final Duration FIRST_RUN = Duration.ofMinutes(5);

    @Resource
    private ManagedExecutorService executor;

    @Resource
    private ManagedScheduledExecutorService heartbeats;

    @Inject
    @Any
    private Instance<Job> jobs;

    @Inject
    private JobRuns runs;

    @Inject
    private RunWork work;

    @Inject
    private BusinessCalendar calendar;

    private final Map<UUID, JobRun> running = new ConcurrentHashMap<>();
    private volatile boolean ready;
    private volatile boolean stopping;

    /**
     * The database is set up: what was missed is caught up, in the order of the night. The server is ready only after the
     * very first runs.
     */
    public void afterSetUp(@Observes SetUpFinished finished) {
        ready = true;
        for (Job job : jobs.stream().sorted(Comparator.comparing(Job::at)).toList()) {
            boolean first = runs.newest(job.name(), Optional.empty(), 1).isEmpty();
            Future<?> caughtUp = executor.submit(() -> catchUp(job));
            if (first) {
                await(caughtUp, FIRST_RUN);
            }
        }
    }

    /** The nightly call of the timer: every business date up to today that had no run gets it, in order. */
    public void nightly(String name) {
        jobs.stream().filter(job -> ready && job.name().equals(name)).forEach(this::catchUp);
    }

    /** Looks whether a run is wanted, or one was left by a node that died. */
    public void look() {
        if (ready && !stopping) {
            for (Job job : jobs) {
                runs.endWhatExpired(job.name());
                executor.execute(() -> runWhatIsWanted(job));
            }
        }
    }

    /** Somebody wants the job to run as soon as it does not. */
    public void request(String name) {
        executor.execute(() -> {
            runs.request(name);
            jobs.stream().filter(job -> ready && job.name().equals(name)).forEach(this::runWhatIsWanted);
        });
    }

    /** Begins a run that was claimed, and waits for its end for as long as there is patience. */
    public void start(Job job, JobRun run, Duration patience) {
        Future<?> end = executor.submit(() -> {
            carryOut(job, run);
            runWhatIsWanted(job);
        });
        if (!patience.isZero()) {
            await(end, patience);
        }
    }

    private void catchUp(Job job) {
        Optional<LocalDate> due = runs.due(job, calendar.today());
        while (due.isPresent() && !stopping) {
            var run = runs.claimScheduled(job.name(), due.get());
            if (run.isPresent()) {
                carryOut(job, run.get());
            } else {
                pause(); // the job runs already, here or elsewhere
            }
            due = runs.due(job, calendar.today());
        }
        runWhatIsWanted(job);
    }

    private void runWhatIsWanted(Job job) {
        while (!stopping && runs.isRequested(job.name())) {
            var run = runs.claimOnDemand(job.name(), calendar.today(), false);
            if (run.isEmpty()) {
                return; // whoever carries out the run that is under way looks after it
            }
            carryOut(job, run.get());
        }
    }

    private void carryOut(Job job, JobRun run) {
        running.put(run.id(), run);
        var heartbeat = heartbeats.scheduleAtFixedRate(
                () -> renew(run), HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        try {
            work.carryOut(job, run);
            LOG.log(INFO, "{0} of {1}: done", job.name(), run.businessDate());
        } catch (RuntimeException failure) {
            LOG.log(WARNING, job.name() + " of " + run.businessDate() + " failed", failure);
            runs.fail(run, reason(failure));
        } finally {
            heartbeat.cancel(false);
            running.remove(run.id());
        }
    }

    private void renew(JobRun run) {
        try {
            if (!runs.renew(run)) {
                LOG.log(WARNING, "{0}: the claim is lost", run.job());
            }
        } catch (RuntimeException unreachable) {
            LOG.log(WARNING, "the lease of " + run.job() + " was not renewed", unreachable);
        }
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    private static void await(Future<?> end, Duration patience) {
        try {
            end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillRunning) {
            LOG.log(INFO, "a run goes on in the background");
        } catch (ExecutionException failure) {
            LOG.log(WARNING, "a run failed", failure.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause() {
        try {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException stop) {
            stopping = true;
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void stop() {
        stopping = true;
        running.values().forEach(run -> {
            try {
                runs.abandon(run, "job.server-stopped");
            } catch (RuntimeException unreachable) {
                LOG.log(WARNING, "the claim of " + run.job() + " will expire by itself", unreachable);
            }
        });
    }
}
