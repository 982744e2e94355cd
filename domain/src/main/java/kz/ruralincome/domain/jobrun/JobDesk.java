package kz.ruralincome.domain.jobrun;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.domain.shared.Slice;

/** The desk at which people see the jobs and their runs, and start one. */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class JobDesk {

    private static final int PAGE = 50;

    @Inject
    @Any
    private Instance<Job> jobs;

    @Inject
    private JobRuns runs;

    @Inject
    private JobRunner runner;

    @Inject
    private BusinessCalendar calendar;

    /** A job with the time of its next run and its newest one. */
    public record JobSummary(String name, boolean hasFullRun, OffsetDateTime next, Optional<JobRun> last) {}

    /** Some runs, newest first, and where to go on. */
    public record RunPage(List<JobRun> items, Optional<UUID> next) {}

    /** All jobs, by name. */
    public List<JobSummary> jobs(Access access) {
        Access.demand(access.seesJobs());
        return jobs.stream()
                .sorted(Comparator.comparing(Job::name))
                .map(job -> new JobSummary(
                        job.name(),
                        job.hasFullRun(),
                        next(job),
                        runs.newest(job.name(), Optional.empty(), 1).stream().findFirst()))
                .toList();
    }

    /**
     * The runs of a job, newest first.
     *
     * @param after the run at which the page before ended
     */
    public RunPage runs(String job, Optional<UUID> after, Access access) {
        Access.demand(access.seesJobs());
        find(job);
        if (after.isPresent() && runs.find(after.get()).isEmpty()) {
            throw new InvalidRequest("cursor", "job.cursor.unknown");
        }
        Slice<JobRun> page = Slice.of(runs.newest(job, after, PAGE + 1), PAGE);
        return new RunPage(page.items(), page.goesOnAfter().map(JobRun::id));
    }

    /**
     * Starts a run on this node.
     *
     * @param full whether all is to be done anew
     * @param patience how long to wait for its end
     * @return the run as it then stands
     */
    public JobRun start(String name, boolean full, Duration patience, Access access) {
        Access.demand(access.startsJobs());
        Job job = find(name);
        if (full && !job.hasFullRun()) {
            throw new InvalidRequest("full", "job.no-full-run", name);
        }
        JobRun run = runs.claimOnDemand(name, calendar.today(), full)
                .orElseThrow(() -> new RuleViolation("job.running", name));
        runner.start(job, run, patience);
        return runs.find(run.id()).orElse(run);
    }

    private Job find(String name) {
        return jobs.stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("job"));
    }

    private static OffsetDateTime next(Job job) {
        var now = Instant.now().atZone(BusinessCalendar.ZONE);
        var tonight = now.with(job.at());
        var coming = tonight.isAfter(now) ? tonight : tonight.plusDays(1);
        return coming.with(job.firstDueFrom(coming.toLocalDate())).toOffsetDateTime();
    }
}
