package kz.ruralincome.domain.intake;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import kz.ruralincome.domain.shared.BusinessCalendar;
import org.eclipse.microprofile.config.Config;

/**
 * Applies the loads that wait, on one thread a node. A load that a node could not finish is begun again from the kept
 * file, by this node after its restart or by another; after three times it is given up.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LoadRunner {

    private static final System.Logger LOG = System.getLogger(LoadRunner.class.getName());
    private static final int MOST_ATTEMPTS = 3;
    private static final int POLL_SECONDS = 2;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Config config;

    @Inject
    private LoadQueue queue;

    @Inject
    private BusinessCalendar calendar;

    private final Semaphore news = new Semaphore(0);
    private volatile boolean stopped;
    private volatile RunningLoad running;
    private String node;

    @PostConstruct
    void start() {
        node = config.getOptionalValue("pilot.node", String.class).orElse("single");
        executor.execute(this::work);
    }

    @PreDestroy
    void stop() {
        stopped = true;
        RunningLoad current = running;
        if (current != null) {
            current.giveUp();
        }
        wake();
    }

    /** There is something to do. */
    public void wake() {
        news.release();
    }

    private void work() {
        boolean released = false;
        while (!stopped) {
            try {
                if (!released) {
                    queue.releaseLoadsOf(node);
                    released = true;
                }
                Optional<LoadQueue.Claim> claim = queue.claim(node);
                if (claim.isPresent()) {
                    run(claim.get());
                } else {
                    rest();
                }
            } catch (RuntimeException e) { // the database may be away for a while: the queue waits
                LOG.log(WARNING, "the queue of loads cannot be worked on", e);
                rest();
            }
        }
    }

    private void rest() {
        try {
            if (news.tryAcquire(POLL_SECONDS, TimeUnit.SECONDS)) {
                news.drainPermits();
            }
        } catch (InterruptedException e) {
            stopped = true; // the container is going down
            Thread.currentThread().interrupt();
        }
    }

    private void run(LoadQueue.Claim claim) {
        Load load = claim.load();
        if (claim.attempt() > MOST_ATTEMPTS) {
            queue.fail(claim, "load.interrupted");
            return;
        }
        RunningLoad current = new RunningLoad(queue, claim);
        running = current;
        executor.execute(current::keepAlive);
        try {
            LoadResult result = queue.run(
                    claim,
                    new LoadEngine(executor),
                    new LoadOrder(
                            load.id(),
                            ListCatalogue.named(load.list()),
                            load.options(),
                            load.account(),
                            load.accountUnit().orElse(null),
                            claim.confirmed(),
                            calendar.today()),
                    () -> current.counting(queue.file(load.id()), load.fileSize()),
                    current::runsOn);
            LOG.log(INFO, "load {0} of {1}: {2}", load.id(), load.list(), result);
        } catch (Exception e) { // one load must not end the queue
            afterFailure(claim, e);
        } finally {
            current.end();
            running = null;
        }
    }

    private void afterFailure(LoadQueue.Claim claim, Exception failure) {
        if (stopped) {
            queue.giveBack(claim);
        } else if (claim.attempt() < MOST_ATTEMPTS && mayPass(failure)) {
            LOG.log(WARNING, "load " + claim.load().id() + " is begun again", failure);
            queue.giveBack(claim);
        } else {
            LOG.log(ERROR, "load " + claim.load().id() + " failed", failure);
            queue.fail(claim, "load.interrupted");
        }
    }

    /** Whether somebody else's writing was in the way, or the connection broke: then a second attempt may succeed. */
    private static boolean mayPass(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                return state.startsWith("40")
                        || state.startsWith("23")
                        || state.startsWith("08")
                        || state.startsWith("57");
            }
        }
        return false;
    }
}
