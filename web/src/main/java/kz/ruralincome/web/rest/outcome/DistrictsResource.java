package kz.ruralincome.web.rest.outcome;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import kz.ruralincome.domain.outcome.DistrictLine;
import kz.ruralincome.domain.outcome.Indicator;
import kz.ruralincome.domain.outcome.OutcomeAnswer;
import kz.ruralincome.domain.outcome.Outcomes;
import kz.ruralincome.web.json.Json;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;

/** One indicator of the parts of a territory, side by side. */
@Path("outcomes/districts")
@RequestScoped
public class DistrictsResource {

    @Inject
    private Outcomes outcomes;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @GET
    @Produces(APPLICATION_JSON)
    public Response json(@BeanParam OutcomeParameters parameters, @QueryParam("indicator") String code) {
        var indicator = indicator(code);
        var answer = answer(parameters, indicator);
        JsonArrayBuilder items = Json.createArrayBuilder();
        for (DistrictLine part : answer.items()) {
            var item = Json.createObjectBuilder().add("kato", part.kato()).add("name", nameOf(part));
            items.add(LineView.add(item, part.line()));
        }
        var json = carried(parameters, answer, code).toJson().add("items", items);
        return Response.ok(json.build().toString()).build();
    }

    @GET
    @Produces(CsvText.WHEN_ASKED_FOR)
    public Response csv(@BeanParam OutcomeParameters parameters, @QueryParam("indicator") String code) {
        var answer = answer(parameters, indicator(code));
        var csv = new CsvText(LineView.headings("kato", "name"));
        answer.items().forEach(part -> csv.row(LineView.row(part.line(), part.kato(), nameOf(part))));
        return carried(parameters, answer, code)
                .addHeaders(Response.ok(csv.toString()))
                .build();
    }

    private static Optional<Indicator> indicator(String code) {
        return Optional.ofNullable(code).map(String::strip).flatMap(Indicator::of);
    }

    private OutcomeAnswer<DistrictLine> answer(OutcomeParameters parameters, Optional<Indicator> indicator) {
        var asked = new AskedFor();
        if (indicator.isEmpty()) {
            asked.refuse("indicator", "outcome.indicator.unknown");
        }
        return outcomes.districts(parameters.question(asked), indicator.orElseThrow(), access.get());
    }

    private static Carried carried(OutcomeParameters parameters, OutcomeAnswer<?> answer, String code) {
        return parameters.carried(answer).with("indicator", code.strip());
    }

    private String nameOf(DistrictLine part) {
        return part.unit()
                .map(unit -> unit.name(language.getCode()))
                .orElseGet(() -> language.say("outcome.place." + part.kato()));
    }
}
