package kz.ruralincome.jobs;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import kz.ruralincome.domain.outcome.MonthStarts;
import kz.ruralincome.domain.setup.StartProgress;

/** Every ten seconds, once the server is ready: the months are made ahead if a movement run has finished. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MonthStartsJob {

    @Inject
    private StartProgress start;

    @Inject
    private MonthStarts months;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false, info = "month-starts")
    void look() {
        if (start.isDone()) {
            months.look();
        }
    }
}
