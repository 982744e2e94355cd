package kz.ruralincome.web.rest.movement;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.movement.ChangeDesk;
import kz.ruralincome.domain.movement.ChangePart;
import kz.ruralincome.domain.movement.FigureChange;
import kz.ruralincome.domain.movement.MatrixAnswer;
import kz.ruralincome.domain.movement.MemberPage;
import kz.ruralincome.domain.shared.SmallCells;
import kz.ruralincome.web.rest.outcome.Carried;
import kz.ruralincome.web.rest.outcome.CsvText;
import kz.ruralincome.web.security.CurrentAccess;

/** Why a figure changed between two dates, in parts that add up, and the people behind one part. */
@Path("outcomes/change")
@RequestScoped
public class ChangeResource {

    @Inject
    private ChangeDesk desk;

    @Inject
    private CurrentAccess access;

    @QueryParam("indicator")
    private String indicator;

    @BeanParam
    private MatrixParameters parameters;

    @GET
    @Produces(APPLICATION_JSON)
    public Response json() {
        var answer = change();
        var json = carried(answer).toJson();
        return Response.ok(MatrixView.add(json, answer.content()).build().toString())
                .build();
    }

    @GET
    @Produces(CsvText.WHEN_ASKED_FOR)
    public Response csv() {
        var answer = change();
        var csv = new CsvText(List.of("direction", "reason", "persons", "members", "withheld"));
        for (ChangePart part : answer.content().parts()) {
            csv.row(Arrays.asList(
                    part.reason().direction(),
                    part.reason().code(),
                    part.persons().orElse(null),
                    part.members().orElse(null),
                    part.persons().isPresent() ? null : SmallCells.REASON));
        }
        return carried(answer)
                .with("before", number(answer.content().before()))
                .with("after", number(answer.content().after()))
                .addHeaders(Response.ok(csv.toString()))
                .build();
    }

    @GET
    @Path("members")
    @Produces(APPLICATION_JSON)
    public Response members(
            @QueryParam("direction") String direction,
            @QueryParam("reason") String reason,
            @QueryParam("cursor") String cursor) {
        var answer = people(direction, reason, cursor);
        var json = carried(answer)
                .with("direction", direction)
                .with("reason", reason)
                .toJson();
        return Response.ok(MatrixView.add(json, answer.content()).build().toString())
                .build();
    }

    @GET
    @Path("members")
    @Produces(CsvText.WHEN_ASKED_FOR)
    public Response membersCsv(
            @QueryParam("direction") String direction,
            @QueryParam("reason") String reason,
            @QueryParam("cursor") String cursor) {
        var answer = people(direction, reason, cursor);
        return carried(answer)
                .with("next", answer.content().next().orElse(null))
                .addHeaders(Response.ok(MatrixView.csv(answer.content())))
                .build();
    }

    private MatrixAnswer<FigureChange> change() {
        return desk.change(indicator, parameters.question(), access.get());
    }

    private MatrixAnswer<MemberPage> people(String direction, String reason, String cursor) {
        Optional<String> after = Optional.ofNullable(cursor).filter(text -> !text.isBlank());
        return desk.members(indicator, parameters.question(), direction, reason, after, access.get());
    }

    private Carried carried(MatrixAnswer<?> answer) {
        return MatrixParameters.carried(answer).with("indicator", indicator);
    }

    private static String number(Optional<Long> count) {
        return count.map(String::valueOf).orElse(null);
    }
}
