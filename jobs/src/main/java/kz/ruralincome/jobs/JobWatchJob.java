package kz.ruralincome.jobs;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import kz.ruralincome.domain.jobrun.JobRunner;

/** Every ten seconds: runs left by a node that died end FAILED, and wanted ones begin. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobWatchJob {

    @Inject
    private JobRunner runner;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false, info = "job-watch")
    void look() {
        runner.look();
    }
}
