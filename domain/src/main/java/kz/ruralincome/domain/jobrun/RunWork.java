package kz.ruralincome.domain.jobrun;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import kz.ruralincome.domain.shared.PilotDataSource;

/** The one transaction of a run: the work, then the word that it is done, if the claim still holds. */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class RunWork {

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private JobRuns runs;

    /** @throws IllegalStateException if the work failed or the claim was lost; nothing is written then */
    public void carryOut(Job job, JobRun run) {
        try (var connection = database.getConnection()) {
            runs.worksOn(run, RunLedger.begin(connection, run));
            var counts = job.run(new RunContext(run.id(), run.businessDate(), run.full(), connection));
            if (!RunLedger.finish(connection, run, counts)) {
                throw new IllegalStateException(RunLedger.LEASE_LOST);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
