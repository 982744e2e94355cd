package kz.ruralincome.web.ui.jobrun;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.jobrun.JobDesk;
import kz.ruralincome.domain.jobrun.JobRun;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;
import kz.ruralincome.web.ui.layout.Formats;

/** Backs {@code jobrun/runs.xhtml}: the history of one job. */
@Named
@RequestScoped
public class RunsPage {

    @Inject
    private JobDesk desk;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Formats format;

    private String job;
    private String cursor;
    private JobDesk.RunPage page;

    /** Reads the runs of the job in the address. */
    public void load() {
        page = desk.runs(Asked.text(job).orElseThrow(() -> new NotFoundException("job")), after(), access.get());
    }

    private Optional<UUID> after() {
        try {
            return Asked.text(cursor).map(UUID::fromString);
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundException("job");
        }
    }

    public List<RunLine> getRuns() {
        return page.items().stream()
                .map(run -> RunLine.of(run, format, language))
                .toList();
    }

    public boolean isUnderWay() {
        return page.items().stream().anyMatch(run -> run.state() == JobRun.State.RUNNING);
    }

    public String getNext() {
        return page.next()
                .map(next -> Address.of("runs.xhtml")
                        .with("job", job)
                        .with("cursor", next)
                        .toString())
                .orElse(null);
    }

    public String getJob() {
        return job;
    }

    public void setJob(String job) {
        this.job = job;
    }

    public String getCursor() {
        return cursor;
    }

    public void setCursor(String cursor) {
        this.cursor = cursor;
    }
}
