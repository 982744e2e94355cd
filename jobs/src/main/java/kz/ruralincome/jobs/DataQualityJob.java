package kz.ruralincome.jobs;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import kz.ruralincome.domain.jobrun.JobRunner;
import kz.ruralincome.domain.quality.DataQuality;

/** 03:00: what does not fit together is on the coordinators' list; every ten minutes it is seen whether the movement went on. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DataQualityJob {

    @Inject
    private JobRunner runner;

    @Inject
    private DataQuality quality;

    @Schedule(hour = "3", timezone = "Asia/Almaty", persistent = false, info = DataQuality.NAME)
    void nightly() {
        runner.nightly(DataQuality.NAME);
    }

    @Schedule(hour = "*", minute = "*/10", persistent = false, info = "quality-watch")
    void look() {
        quality.look();
    }
}
