package kz.ruralincome.domain.intake;

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
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.Node;

/**
 * Finds what large loads would do while they wait, on one thread a node. What a node could not finish is begun anew from the
 * kept file, by this node after its restart or by another; after three times it is given up, and the load says so.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TrialRunner {

    private static final System.Logger LOG = System.getLogger(TrialRunner.class.getName());
    private static final int READ_PERCENT = 40; // the rest is judging, and twice the timelines

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Node node;

    @Inject
    private LeaseDesk leases;

    @Inject
    private TrialQueue queue;

    @Inject
    private LoadQueue loads;

    @Inject
    private BusinessCalendar calendar;

    @Inject
    private MappingDesk mappings;

    @Inject
    private LoadTrial trial;

    private LoadWorker<TrialQueue.Claim> worker;

    @PostConstruct
    void start() {
        worker = new LoadWorker<>(
                "trials",
                executor,
                () -> queue.releaseTrialsOf(node.name()),
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

    private void run(TrialQueue.Claim claim, RunningLoad current) {
        Load load = claim.load();
        try {
            LoadTrial.Finding finding = queue.find(
                    new LoadEngine(executor, told(current)),
                    LoadOrder.of(load, false, calendar.today(), mappings.readWith(load)),
                    () -> current.counting(loads.file(load.id()), load.fileSize()),
                    current::runsOn,
                    () -> current.reached(50));
            LOG.log(INFO, "trial of load {0}: {1}", load.id(), queue.end(claim, finding) ? "told" : "abandoned");
        } catch (Exception e) { // one trial must not end the queue
            if (current.giveBack()) {
                LOG.log(WARNING, "trial of load " + load.id() + " was not finished", e);
            } else {
                LOG.log(INFO, "trial of load {0}: abandoned", load.id());
            }
        }
    }

    /** The trial, which says when it has come to what would stand. */
    private LoadTrial told(RunningLoad current) {
        return (connection, load, ofHouseholds, overlay) -> trial.find(connection, load, ofHouseholds, () -> {
            current.reached(75);
            overlay.lay();
        });
    }
}
