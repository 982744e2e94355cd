package kz.ruralincome.jobs;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import kz.ruralincome.domain.jobrun.JobRunner;
import kz.ruralincome.domain.movement.MovementTracking;

/** 01:00: every person's timeline follows the facts. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MovementTrackingJob {

    @Inject
    private JobRunner runner;

    @Schedule(hour = "1", timezone = "Asia/Almaty", persistent = false, info = MovementTracking.NAME)
    void nightly() {
        runner.nightly(MovementTracking.NAME);
    }
}
