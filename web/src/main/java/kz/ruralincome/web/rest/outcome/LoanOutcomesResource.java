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
import kz.ruralincome.domain.outcome.LoanOutcomes;
import kz.ruralincome.domain.outcome.LoanRow;
import kz.ruralincome.web.json.Json;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;

/** The loans of a window and what they led to. */
@Path("outcomes/loans")
@RequestScoped
public class LoanOutcomesResource {

    @Inject
    private LoanOutcomes outcomes;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @GET
    @Produces(APPLICATION_JSON)
    public Response json(@BeanParam LoanOutcomeParameters parameters) {
        var answer = outcomes.loans(parameters.question(), access.get());
        JsonArrayBuilder items = Json.createArrayBuilder();
        for (LoanRow row : answer.about().items()) {
            items.add(LoanRowView.json(row, language));
        }
        var json = parameters
                .carried(answer)
                .toJson()
                .add("items", items)
                .add("comparison", LoanRowView.json(answer.comparison(), language));
        return Response.ok(json.build().toString()).build();
    }

    @GET
    @Produces(CsvText.WHEN_ASKED_FOR)
    public Response csv(@BeanParam LoanOutcomeParameters parameters) {
        var answer = outcomes.loans(parameters.question(), access.get());
        var csv = new CsvText(LoanRowView.HEADINGS);
        answer.about().items().forEach(row -> LoanRowView.add(csv, row, language));
        LoanRowView.add(csv, answer.comparison());
        return parameters
                .carried(answer)
                .addHeaders(Response.ok(csv.toString()))
                .build();
    }
}
