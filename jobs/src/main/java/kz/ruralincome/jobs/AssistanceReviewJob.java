package kz.ruralincome.jobs;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import kz.ruralincome.domain.assistance.AssistanceReview;
import kz.ruralincome.domain.jobrun.JobRunner;

/** 03:30 of the first night of a quarter: who on assistance still has the right to it, and to how much. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AssistanceReviewJob {

    @Inject
    private JobRunner runner;

    @Schedule(
            month = "1,4,7,10",
            dayOfMonth = "1",
            hour = "3",
            minute = "30",
            timezone = "Asia/Almaty",
            persistent = false,
            info = AssistanceReview.NAME)
    void quarterly() {
        runner.nightly(AssistanceReview.NAME);
    }
}
