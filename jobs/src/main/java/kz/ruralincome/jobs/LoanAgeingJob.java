package kz.ruralincome.jobs;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import kz.ruralincome.domain.credit.LoanAgeing;
import kz.ruralincome.domain.jobrun.JobRunner;

/** 02:00: the loan book follows the facts and the day; each minute it is seen whether single calls changed something. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LoanAgeingJob {

    @Inject
    private JobRunner runner;

    @Inject
    private LoanAgeing ageing;

    @Schedule(hour = "2", timezone = "Asia/Almaty", persistent = false, info = LoanAgeing.NAME)
    void nightly() {
        runner.nightly(LoanAgeing.NAME);
    }

    @Schedule(hour = "*", minute = "*", persistent = false, info = "loan-watch")
    void look() {
        ageing.look();
    }
}
