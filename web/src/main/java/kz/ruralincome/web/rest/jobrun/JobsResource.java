package kz.ruralincome.web.rest.jobrun;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.jobrun.JobDesk;
import kz.ruralincome.domain.jobrun.JobDesk.JobSummary;
import kz.ruralincome.domain.jobrun.JobRun;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.web.json.Json;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.rest.intake.Preference;
import kz.ruralincome.web.rest.outcome.Carried;
import kz.ruralincome.web.rest.outcome.CsvText;
import kz.ruralincome.web.security.CurrentAccess;

/** The scheduled jobs, their runs, and starting one now. */
@Path("jobs")
@RequestScoped
public class JobsResource {

    @Inject
    private JobDesk desk;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @GET
    @Produces(APPLICATION_JSON)
    public String jobs() {
        JsonArrayBuilder items = Json.createArrayBuilder();
        for (JobSummary job : desk.jobs(access.get())) {
            var item = Json.createObjectBuilder().add("name", job.name()).add("next", Carried.text(job.next()));
            job.last()
                    .ifPresentOrElse(
                            run -> item.add("last", RunView.of(run, language.get())), () -> item.addNull("last"));
            items.add(item);
        }
        return Json.createObjectBuilder().add("items", items).build().toString();
    }

    @GET
    @Produces(CsvText.WHEN_ASKED_FOR)
    public String jobsCsv() {
        var csv = new CsvText(List.of("name", "next", "last", "state"));
        for (JobSummary job : desk.jobs(access.get())) {
            csv.row(Arrays.asList(
                    job.name(),
                    Carried.text(job.next()),
                    job.last().map(JobRun::startedAt).map(Carried::text).orElse(null),
                    job.last().map(JobRun::state).orElse(null)));
        }
        return csv.toString();
    }

    @GET
    @Path("{name}/runs")
    @Produces(APPLICATION_JSON)
    public String runs(@PathParam("name") String name, @QueryParam("cursor") String cursor) {
        var page = desk.runs(name, after(cursor), access.get());
        JsonArrayBuilder items = Json.createArrayBuilder();
        page.items().forEach(run -> items.add(RunView.of(run, language.get())));
        var json = Json.createObjectBuilder().add("items", items);
        page.next().ifPresentOrElse(next -> json.add("next", next.toString()), () -> json.addNull("next"));
        return json.build().toString();
    }

    @GET
    @Path("{name}/runs")
    @Produces(CsvText.WHEN_ASKED_FOR)
    public Response runsCsv(@PathParam("name") String name, @QueryParam("cursor") String cursor) {
        var page = desk.runs(name, after(cursor), access.get());
        var csv = new CsvText(RunView.HEADINGS);
        page.items().forEach(run -> csv.row(RunView.row(run, language.get())));
        var response = Response.ok(csv.toString());
        page.next().ifPresent(next -> response.header("X-Pilot-Next", next));
        return response.build();
    }

    @POST
    @Path("{name}/runs")
    @Consumes(APPLICATION_JSON)
    @Produces(APPLICATION_JSON)
    public Response start(@PathParam("name") String name, @HeaderParam("Prefer") String prefer, RunRequest request) {
        boolean full = request != null && Boolean.TRUE.equals(request.full());
        var preference = Preference.of(prefer);
        JobRun run = desk.start(name, full, preference.map(Preference::longest).orElse(Duration.ZERO), access.get());
        var response = Response.accepted(RunView.of(run, language.get()).build().toString());
        preference.ifPresent(wish -> response.header("Preference-Applied", wish.applied()));
        return response.build();
    }

    private static Optional<UUID> after(String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(cursor));
        } catch (IllegalArgumentException foreign) {
            throw new InvalidRequest("cursor", "job.cursor.unknown");
        }
    }
}
