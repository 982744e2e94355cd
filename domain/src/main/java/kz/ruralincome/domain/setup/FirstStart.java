package kz.ruralincome.domain.setup;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import kz.ruralincome.domain.jobrun.SetUpFinished;
import kz.ruralincome.domain.sample.SampleRegion;
import kz.ruralincome.domain.shared.BusinessCalendar;
import org.eclipse.microprofile.config.Config;

/**
 * Makes of an empty database one that can be worked with, at every start, in the background: the server is not ready
 * before it is done. What was cut short goes on at the next start.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FirstStart {

    private static final System.Logger LOG = System.getLogger(FirstStart.class.getName());

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Config config;

    @Inject
    private InstallationDesk desk;

    @Inject
    private SampleLoading sample;

    @Inject
    private SampleLending lending;

    @Inject
    private BusinessCalendar calendar;

    @Inject
    private StartProgress progress;

    @Inject
    private Event<SetUpFinished> finished;

    @PostConstruct
    void begin() {
        executor.execute(() -> {
            try {
                setUp();
                progress.done();
            } catch (RuntimeException failure) {
                LOG.log(ERROR, "the first start failed", failure);
                progress.failed(rootOf(failure).getMessage());
            }
        });
    }

    private void setUp() {
        var asked = config.getOptionalValue("pilot.sample.data", String.class)
                .map(name -> Installation.Sample.valueOf(name.toUpperCase(Locale.ROOT)))
                .orElse(Installation.Sample.NONE);
        var installation = desk.begin(asked, SampleRegion.lastDay(), password(asked));
        installation.businessDate().ifPresent(calendar::standOn);
        if (!installation.isComplete()) {
            if (installation.sample() == Installation.Sample.REGION) {
                var region = SampleRegion.region();
                sample.load(region);
                lending.lend(region);
            }
            desk.complete();
            LOG.log(INFO, "the database is set up: {0}", installation.sample());
        }
        finished.fire(new SetUpFinished());
    }

    private Optional<String> password(Installation.Sample asked) {
        return config.getOptionalValue(
                asked == Installation.Sample.NONE ? "pilot.admin.password" : "pilot.sample.password", String.class);
    }

    private static Throwable rootOf(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
