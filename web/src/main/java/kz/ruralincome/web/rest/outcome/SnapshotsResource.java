package kz.ruralincome.web.rest.outcome;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.outcome.Snapshot;
import kz.ruralincome.domain.outcome.SnapshotAnswer;
import kz.ruralincome.domain.outcome.SnapshotDesk;
import kz.ruralincome.domain.outcome.SnapshotLine;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.json.Json;
import kz.ruralincome.web.rest.movement.MatrixView;
import kz.ruralincome.web.security.CurrentAccess;

/** The months whose figures are kept, and one of them held against what is known now. */
@Path("outcomes/snapshots")
@RequestScoped
public class SnapshotsResource {

    @Inject
    private SnapshotDesk desk;

    @Inject
    private CurrentAccess access;

    @GET
    @Produces(APPLICATION_JSON)
    public Response months() {
        JsonArrayBuilder items = Json.createArrayBuilder();
        for (Snapshot month : desk.months(access.get())) {
            items.add(Json.createObjectBuilder()
                    .add("month", month.month().toString())
                    .add("asKnownOn", Carried.text(month.asKnownOn()))
                    .add("rules", month.rules())
                    .add("businessDate", month.businessDate().toString())
                    .add("madeAt", Carried.text(month.madeAt())));
        }
        return Response.ok(
                        Json.createObjectBuilder().add("items", items).build().toString())
                .build();
    }

    @GET
    @Path("{month}")
    @Produces(APPLICATION_JSON)
    public Response month(
            @PathParam("month") String month,
            @QueryParam("territory") String territory,
            @QueryParam("population") String population) {
        var answer = answer(month, territory, population);
        JsonArrayBuilder items = Json.createArrayBuilder();
        for (SnapshotLine line : answer.items()) {
            JsonObjectBuilder item = LineView.begin(line.indicator());
            add(item, "value", line.kept().value());
            text(item, "reason", line.kept().reason());
            add(item, "now", line.now().value());
            text(item, "nowReason", line.now().reason());
            items.add(item.add("restated", line.isRestated()));
        }
        JsonObjectBuilder json = carried(answer).toJson().add("items", items);
        answer.movement()
                .ifPresentOrElse(
                        matrix -> json.add("movement", MatrixView.add(Json.createObjectBuilder(), matrix)),
                        () -> json.addNull("movement"));
        return Response.ok(json.build().toString()).build();
    }

    @GET
    @Path("{month}")
    @Produces(CsvText.WHEN_ASKED_FOR)
    public Response csv(
            @PathParam("month") String month,
            @QueryParam("territory") String territory,
            @QueryParam("population") String population) {
        var answer = answer(month, territory, population);
        var csv = new CsvText(List.of("code", "unit", "kind", "value", "reason", "now", "nowReason", "restated"));
        for (SnapshotLine line : answer.items()) {
            csv.row(Arrays.asList(
                    line.indicator().code(),
                    line.indicator().unit().text(),
                    line.indicator().kind(),
                    line.kept().value().orElse(null),
                    line.kept().reason().orElse(null),
                    line.now().value().orElse(null),
                    line.now().reason().orElse(null),
                    line.isRestated()));
        }
        return carried(answer).addHeaders(Response.ok(csv.toString())).build();
    }

    private SnapshotAnswer answer(String month, String territory, String population) {
        var asked = new AskedFor();
        var whom = asked.population("population", population);
        asked.check();
        if (!month.matches("[0-9]{4}-(0[1-9]|1[0-2])")) {
            throw new NotFoundException("snapshot");
        }
        return desk.month(LocalDate.parse(month + "-01"), asked.text(territory), whom, access.get());
    }

    private static Carried carried(SnapshotAnswer answer) {
        return new Carried(answer.snapshot().asKnownOn(), answer.freshAsOf(), Optional.empty(), answer.territory())
                .with("rules", answer.snapshot().rules())
                .with("asOf", answer.snapshot().month())
                .with("nowKnownOn", Carried.text(answer.now()));
    }

    private static void add(JsonObjectBuilder json, String name, Optional<BigDecimal> value) {
        value.ifPresentOrElse(number -> json.add(name, number), () -> json.addNull(name));
    }

    private static void text(JsonObjectBuilder json, String name, Optional<String> value) {
        value.ifPresentOrElse(text -> json.add(name, text), () -> json.addNull(name));
    }
}
