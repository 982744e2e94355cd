package kz.ruralincome.jobs;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import kz.ruralincome.domain.jobrun.JobRunner;
import kz.ruralincome.domain.outcome.OutcomeSnapshot;

/** 04:00: the figures of a month are kept as they are known, in its first night that can. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutcomeSnapshotJob {

    @Inject
    private JobRunner runner;

    @Schedule(hour = "4", timezone = "Asia/Almaty", persistent = false, info = OutcomeSnapshot.NAME)
    void nightly() {
        runner.nightly(OutcomeSnapshot.NAME);
    }
}
