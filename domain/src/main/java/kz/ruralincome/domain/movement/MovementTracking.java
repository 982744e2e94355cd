package kz.ruralincome.domain.movement;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Map;
import kz.ruralincome.domain.jobrun.Job;
import kz.ruralincome.domain.jobrun.JobRunner;
import kz.ruralincome.domain.jobrun.RunContext;
import kz.ruralincome.domain.jobrun.SetUpFinished;
import kz.ruralincome.domain.register.RegisterChanged;
import kz.ruralincome.domain.register.Watermark;

/** The main job: the timelines of all persons follow the facts, of each night and of each change. */
@ApplicationScoped
public class MovementTracking implements Job {

    /** Its name in URLs. */
    public static final String NAME = "movement-tracking";

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Watermark watermark;

    @Inject
    private JobRunner runner;

    @Inject
    private MovementFreshness freshness;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(1, 0);
    }

    @Override
    public boolean hasFullRun() {
        return true;
    }

    /** Everything recorded before it begins is in; the watermark is closed after the claim, so no one who asked is missed. */
    @Override
    public Map<String, Long> run(RunContext context) throws SQLException {
        return TimelineUpdate.apply(context.connection(), watermark.close(), context.full(), context.run());
    }

    /** What was recorded while no server ran, or nobody heard of, is done now; the very first run is a scheduled one. */
    void catchUp(@Observes SetUpFinished finished) {
        if (freshness.freshAsOf().isPresent() && freshness.isBehind()) {
            runner.request(NAME);
        }
    }

    // on a thread of its own: no transaction can be suspended while another is just ending, and an EJB would try
    void follow(@Observes(during = TransactionPhase.AFTER_SUCCESS) RegisterChanged change) {
        executor.execute(() -> runner.request(NAME));
    }
}
