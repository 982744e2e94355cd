package kz.ruralincome.web.rest.outcome;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import kz.ruralincome.domain.outcome.IndicatorLine;
import kz.ruralincome.domain.outcome.OutcomeAnswer;
import kz.ruralincome.domain.outcome.Outcomes;
import kz.ruralincome.web.json.Json;
import kz.ruralincome.web.security.CurrentAccess;

/** All indicators of one territory. */
@Path("outcomes/indicators")
@RequestScoped
public class IndicatorsResource {

    @Inject
    private Outcomes outcomes;

    @Inject
    private CurrentAccess access;

    @GET
    @Produces(APPLICATION_JSON)
    public Response json(@BeanParam OutcomeParameters parameters) {
        var answer = answer(parameters);
        JsonArrayBuilder items = Json.createArrayBuilder();
        for (IndicatorLine line : answer.items()) {
            items.add(LineView.add(LineView.begin(line.indicator()), line));
        }
        return Response.ok(parameters
                        .carried(answer)
                        .toJson()
                        .add("items", items)
                        .build()
                        .toString())
                .build();
    }

    @GET
    @Produces(CsvText.WHEN_ASKED_FOR)
    public Response csv(@BeanParam OutcomeParameters parameters) {
        var answer = answer(parameters);
        var csv = new CsvText(LineView.headings("code", "unit", "kind"));
        for (IndicatorLine line : answer.items()) {
            var indicator = line.indicator();
            csv.row(LineView.row(
                    line,
                    indicator.code(),
                    indicator.unit().text(),
                    indicator.kind().name()));
        }
        return parameters
                .carried(answer)
                .addHeaders(Response.ok(csv.toString()))
                .build();
    }

    private OutcomeAnswer<IndicatorLine> answer(OutcomeParameters parameters) {
        return outcomes.indicators(parameters.question(), access.get());
    }
}
