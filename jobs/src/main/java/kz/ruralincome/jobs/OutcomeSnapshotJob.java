package kz.ruralincome.jobs;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import kz.ruralincome.domain.jobrun.JobRunner;
import kz.ruralincome.domain.outcome.OutcomeSnapshot;

/** 04:00 of the first night of a month: its figures are kept as they are known. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutcomeSnapshotJob {

    @Inject
    private JobRunner runner;

    @Schedule(dayOfMonth = "1", hour = "4", timezone = "Asia/Almaty", persistent = false, info = OutcomeSnapshot.NAME)
    void monthly() {
        runner.nightly(OutcomeSnapshot.NAME);
    }
}
