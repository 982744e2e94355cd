package kz.ruralincome.web.rest.outcome;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.outcome.Indicator;
import kz.ruralincome.domain.outcome.TrendAnswer;
import kz.ruralincome.domain.outcome.TrendFigure;
import kz.ruralincome.domain.outcome.TrendPoint;
import kz.ruralincome.domain.outcome.TrendQuestion;
import kz.ruralincome.domain.outcome.Trends;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.web.json.Json;
import kz.ruralincome.web.security.CurrentAccess;

/** A figure of a territory on the first day of each month. */
@Path("outcomes/trends")
@RequestScoped
public class TrendsResource {

    @Inject
    private Trends trends;

    @Inject
    private CurrentAccess access;

    @Inject
    private BusinessCalendar calendar;

    @QueryParam("indicator")
    private String indicator;

    @QueryParam("territory")
    private String territory;

    @QueryParam("population")
    private String population;

    @QueryParam("from")
    private String from;

    @QueryParam("to")
    private String to;

    @QueryParam("asKnownOn")
    private String asKnownOn;

    @GET
    @Produces(APPLICATION_JSON)
    public Response json() {
        var question = question();
        var answer = trends.trend(question, access.get());
        JsonArrayBuilder items = Json.createArrayBuilder();
        for (TrendPoint point : answer.points().items()) {
            var item = Json.createObjectBuilder().add("asOf", point.asOf().toString());
            if (isFlow(answer)) {
                item.add("flowFrom", point.flowFrom().toString());
            }
            point.value().ifPresentOrElse(value -> item.add("value", value), () -> item.addNull("value"));
            point.reason().ifPresentOrElse(reason -> item.add("reason", reason), () -> item.addNull("reason"));
            items.add(item);
        }
        return Response.ok(carried(question, answer)
                        .toJson()
                        .add("items", items)
                        .build()
                        .toString())
                .build();
    }

    @GET
    @Produces(CsvText.WHEN_ASKED_FOR)
    public Response csv() {
        var question = question();
        var answer = trends.trend(question, access.get());
        var csv = new CsvText(List.of("asOf", "flowFrom", "value", "reason"));
        for (TrendPoint point : answer.points().items()) {
            csv.row(Arrays.asList(
                    point.asOf(),
                    isFlow(answer) ? point.flowFrom() : null,
                    point.value().orElse(null),
                    point.reason().orElse(null)));
        }
        return carried(question, answer).addHeaders(Response.ok(csv.toString())).build();
    }

    private TrendQuestion question() {
        var asked = new AskedFor();
        var figure = asked.text(indicator).flatMap(TrendFigure::of);
        if (figure.isEmpty()) {
            asked.refuse("indicator", "trend.indicator.unknown");
        }
        var first = asked.optionalDate("from", from);
        var last = asked.optionalDate("to", to);
        Population whom = asked.population("population", population);
        var moment = asked.moment("asKnownOn", asKnownOn);
        asked.check();
        return new TrendQuestion(
                figure.orElseThrow(), asked.text(territory), whom, first, last.orElseGet(calendar::today), moment);
    }

    private static boolean isFlow(TrendAnswer answer) {
        return answer.figure().kind() == Indicator.Kind.FLOW;
    }

    private static Carried carried(TrendQuestion question, TrendAnswer answer) {
        var points = answer.points();
        return new Carried(points.asKnownOn(), points.freshAsOf(), points.coversTo(), points.territory())
                .with("indicator", answer.figure().code())
                .with("unit", answer.figure().unit().text())
                .with("kind", answer.figure().kind().name())
                .with("from", answer.from())
                .with("to", answer.to())
                .with("population", question.population().name());
    }
}
