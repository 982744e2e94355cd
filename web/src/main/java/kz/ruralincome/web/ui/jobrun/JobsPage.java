package kz.ruralincome.web.ui.jobrun;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import kz.ruralincome.domain.jobrun.JobDesk;
import kz.ruralincome.domain.jobrun.JobDesk.JobSummary;
import kz.ruralincome.domain.jobrun.JobRun;
import kz.ruralincome.domain.shared.DomainException;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Formats;

/** Backs {@code jobrun/jobs.xhtml}: the jobs, when they run next, and how the last run ended; starts one. */
@Named
@RequestScoped
public class JobsPage {

    @Inject
    private JobDesk desk;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Formats format;

    @Inject
    private HttpServletRequest request;

    private List<JobSummary> jobs;
    private String refusal;

    public List<JobSummary> getJobs() {
        if (jobs == null) {
            jobs = desk.jobs(access.get());
        }
        return jobs;
    }

    /** The newest run of a job; null when there is none. */
    public RunLine lastOf(JobSummary job) {
        return job.last().map(run -> RunLine.of(run, format, language)).orElse(null);
    }

    public boolean isUnderWay() {
        return getJobs().stream()
                .flatMap(job -> job.last().stream())
                .anyMatch(run -> run.state() == JobRun.State.RUNNING);
    }

    public boolean isMayStart() {
        return access.get().startsJobs();
    }

    /**
     * Starts a run and shows the page anew, on which it is then under way. Whether it is a full one says the form that was
     * sent: of a value bound within the rows, only the last row would be taken in.
     */
    public String start(String job) {
        try {
            desk.start(job, "true".equals(request.getParameter("full")), Duration.ZERO, access.get());
            return "/jobrun/jobs.xhtml?faces-redirect=true";
        } catch (DomainException refused) {
            refusal = language.say(refused.code(), refused.arguments());
            return null;
        }
    }

    public String getRefusal() {
        return refusal;
    }
}
