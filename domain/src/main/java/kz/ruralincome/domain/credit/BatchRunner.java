package kz.ruralincome.domain.credit;

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
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.register.RegisterChanged;
import kz.ruralincome.domain.shared.Node;
import kz.ruralincome.domain.shared.QueueWorker;

/** Works on the batches that wait, on one thread a node; after three attempts that got nowhere one is given up. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BatchRunner {

    private static final System.Logger LOG = System.getLogger(BatchRunner.class.getName());
    private static final int MOST_ATTEMPTS = 3;

    /** How many lines are written together: a step is a fraction of a second, and some megabytes of memory. */
    static final int LINES_A_STEP = 1_000;

    static final int BYTES_A_STEP = 2 << 20;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Node node;

    @Inject
    private BatchQueue queue;

    @Inject
    private BatchInbox inbox;

    @Inject
    private Event<RegisterChanged> changed;

    private QueueWorker worker;

    @PostConstruct
    void start() {
        worker = new QueueWorker("batches", () -> queue.releaseBatchesOf(node.name()), this::takeOne);
        executor.execute(worker);
    }

    @PreDestroy
    void stop() {
        worker.stop();
    }

    /** There is something to do. */
    public void wake() {
        worker.wake();
    }

    private boolean takeOne() {
        Optional<BatchQueue.Claim> claim = queue.claim(node.name());
        claim.ifPresent(this::run);
        return claim.isPresent();
    }

    private void run(BatchQueue.Claim claim) {
        if (claim.attempt() > MOST_ATTEMPTS) {
            queue.fail(claim, "batch.interrupted");
            return;
        }
        try {
            if (takeLines(claim)) {
                queue.finish(claim);
                LOG.log(INFO, "batch {0} is done", claim.batch());
            } else {
                queue.giveBack(claim);
            }
        } catch (RuntimeException e) { // one batch must not end the queue
            LOG.log(WARNING, "batch " + claim.batch() + " is begun again where it stopped", e);
            queue.giveBack(claim);
        } finally {
            if (!claim.options().dryRun()) {
                changed.fire(new RegisterChanged("loans"));
            }
        }
    }

    /** False when the server stops or the claim is lost before the last line. */
    private boolean takeLines(BatchQueue.Claim claim) {
        var lines = new BatchLines(number -> inbox.block(claim.batch(), number), claim.doneBytes(), claim.doneLines());
        List<BatchLines.Line> some = lines.next(LINES_A_STEP, BYTES_A_STEP);
        while (!some.isEmpty()) {
            if (worker.isStopped() || !queue.step(claim, BatchStep.of(some), lines.end(), lines.linesRead())) {
                return false;
            }
            some = lines.next(LINES_A_STEP, BYTES_A_STEP);
        }
        return true;
    }
}
