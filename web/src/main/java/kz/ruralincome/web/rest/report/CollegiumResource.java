package kz.ruralincome.web.rest.report;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import kz.ruralincome.domain.outcome.IndicatorLine;
import kz.ruralincome.domain.report.CollegiumDesk;
import kz.ruralincome.domain.report.CollegiumReport;
import kz.ruralincome.web.json.Json;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.report.CollegiumSheets;
import kz.ruralincome.web.report.CollegiumText;
import kz.ruralincome.web.report.PdfReport;
import kz.ruralincome.web.report.XlsxReport;
import kz.ruralincome.web.rest.movement.MatrixView;
import kz.ruralincome.web.rest.outcome.AskedFor;
import kz.ruralincome.web.rest.outcome.Carried;
import kz.ruralincome.web.rest.outcome.LineView;
import kz.ruralincome.web.rest.outcome.OutcomeParameters;
import kz.ruralincome.web.security.CurrentAccess;

/** The collegium report, in the form that {@code Accept} asks for and the language of {@code Accept-Language}. */
@Path("outcomes/collegium")
@RequestScoped
public class CollegiumResource {

    @Inject
    private CollegiumDesk desk;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @QueryParam("assignmentsOn")
    private String assignmentsOn;

    @GET
    @Produces(APPLICATION_JSON)
    public Response json(@BeanParam OutcomeParameters parameters) {
        CollegiumReport report = report(parameters);
        JsonArrayBuilder figures = Json.createArrayBuilder();
        report.figures().forEach(line -> figures.add(figure(line)));
        JsonArrayBuilder parts = Json.createArrayBuilder();
        for (CollegiumReport.Part part : report.parts()) {
            JsonArrayBuilder lines = Json.createArrayBuilder();
            part.lines().values().forEach(line -> lines.add(figure(line)));
            parts.add(Json.createObjectBuilder()
                    .add("kato", part.kato())
                    .add(
                            "name",
                            part.unit()
                                    .map(unit -> unit.name(language.getCode()))
                                    .orElseGet(() -> language.say("outcome.place." + part.kato())))
                    .add("figures", lines));
        }
        JsonObjectBuilder json =
                carried(report).toJson().add("figures", figures).add("parts", parts);
        json.add("movement", MatrixView.add(Json.createObjectBuilder(), report.movement()));
        json.add("assignmentsOn", Carried.text(report.assignments().moment()))
                .add("assignments", AssignmentView.of(report.assignments()));
        return Response.ok(json.build().toString()).build();
    }

    @GET
    @Produces(XlsxReport.MEDIA_TYPE + ";qs=0.5")
    public Response xlsx(@BeanParam OutcomeParameters parameters) {
        CollegiumReport report = report(parameters);
        CollegiumText text = CollegiumSheets.of(report, language.get());
        return file(report, text, XlsxReport.of(text), ".xlsx");
    }

    @GET
    @Produces("application/pdf;qs=0.5")
    public Response pdf(@BeanParam OutcomeParameters parameters) {
        CollegiumReport report = report(parameters);
        CollegiumText text = CollegiumSheets.of(report, language.get());
        return file(report, text, PdfReport.of(text), ".pdf");
    }

    private CollegiumReport report(OutcomeParameters parameters) {
        var asked = new AskedFor();
        var moment = asked.moment("assignmentsOn", assignmentsOn);
        return desk.report(parameters.question(asked), moment, access.get());
    }

    private static Carried carried(CollegiumReport report) {
        return new Carried(report.asKnownOn(), report.freshAsOf(), report.coversTo(), report.territory())
                .with("asOf", report.asOf())
                .with("flowFrom", report.flowFrom());
    }

    private static Response file(CollegiumReport report, CollegiumText text, byte[] bytes, String ending) {
        return carried(report)
                .addHeaders(Response.ok(bytes))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + text.fileName(report) + ending + "\"")
                .build();
    }

    private static JsonObjectBuilder figure(IndicatorLine line) {
        return LineView.add(LineView.begin(line.indicator()), line);
    }
}
