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
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.Node;

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
    private static final int READ_PERCENT = 70; // the rest is judging and writing

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Node node;

    @Inject
    private LeaseDesk leases;

    @Inject
    private LoadQueue queue;

    @Inject
    private BusinessCalendar calendar;

    @Inject
    private MappingDesk mappings;

    @Inject
    private LoadTrial trial;

    @Inject
    private TrialRunner trials;

    private LoadWorker<LoadQueue.Claim> worker;

    @PostConstruct
    void start() {
        worker = new LoadWorker<>(
                "loads",
                executor,
                () -> queue.releaseLoadsOf(node.name()),
                () -> queue.claim(node.name()),
                claim -> new RunningLoad(leases, claim, READ_PERCENT),
                this::run);
        worker.start();
    }

    @PreDestroy
    void stop() {
        worker.stop();
    }

    /** There is something to do. */
    public void wake() {
        worker.wake();
    }

    private void run(LoadQueue.Claim claim, RunningLoad current) {
        Load load = claim.load();
        if (claim.attempt() > MOST_ATTEMPTS) {
            queue.fail(claim, "load.interrupted");
            return;
        }
        try {
            LoadResult result = queue.run(
                    claim,
                    new LoadEngine(executor, trial),
                    LoadOrder.of(
                            load,
                            claim.confirmed(),
                            calendar.today(),
                            claim.confirmed() ? mappings.readWith(load) : mappings.heldFor(load)),
                    () -> current.counting(queue.file(load.id()), load.fileSize()),
                    current::runsOn);
            LOG.log(INFO, "load {0} of {1}: {2}", load.id(), load.list(), result);
            trials.wake();
        } catch (Exception e) { // one load must not end the queue
            afterFailure(claim, current, e);
        }
    }

    private void afterFailure(LoadQueue.Claim claim, RunningLoad current, Exception failure) {
        if (worker.isStopped()) {
            current.giveBack();
        } else if (claim.attempt() < MOST_ATTEMPTS && mayPass(failure)) {
            LOG.log(WARNING, "load " + claim.load().id() + " is begun again", failure);
            current.giveBack();
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
