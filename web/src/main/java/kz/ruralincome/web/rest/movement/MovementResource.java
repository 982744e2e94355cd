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
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.movement.MatrixAnswer;
import kz.ruralincome.domain.movement.MemberPage;
import kz.ruralincome.domain.movement.MovementDesk;
import kz.ruralincome.domain.shared.SmallCells;
import kz.ruralincome.web.rest.outcome.CsvText;
import kz.ruralincome.web.security.CurrentAccess;

/** Who moved between two dates from which state to which, and the people behind one cell. */
@Path("outcomes/movement")
@RequestScoped
public class MovementResource {

    @Inject
    private MovementDesk desk;

    @Inject
    private CurrentAccess access;

    @GET
    @Produces(APPLICATION_JSON)
    public Response json(@BeanParam MatrixParameters parameters) {
        var answer = desk.matrix(parameters.question(), access.get());
        var json = MatrixParameters.carried(answer).toJson();
        return Response.ok(MatrixView.add(json, answer.content()).build().toString())
                .build();
    }

    @GET
    @Produces(CsvText.WHEN_ASKED_FOR)
    public Response csv(@BeanParam MatrixParameters parameters) {
        var answer = desk.matrix(parameters.question(), access.get());
        var csv = new CsvText(List.of("from", "to", "persons", "members", "reason"));
        for (var cell : answer.content().cells()) {
            csv.row(java.util.Arrays.asList(
                    cell.from(),
                    cell.to(),
                    cell.persons().orElse(null),
                    cell.members().orElse(null),
                    cell.persons().isPresent() ? null : SmallCells.REASON));
        }
        return MatrixParameters.carried(answer)
                .addHeaders(Response.ok(csv.toString()))
                .build();
    }

    @GET
    @Path("members")
    @Produces(APPLICATION_JSON)
    public Response members(
            @BeanParam MatrixParameters parameters,
            @QueryParam("fromState") String fromState,
            @QueryParam("toState") String toState,
            @QueryParam("cursor") String cursor) {
        var answer = answer(parameters, fromState, toState, cursor);
        var json = MatrixParameters.carried(answer)
                .with("fromState", fromState)
                .with("toState", toState)
                .toJson();
        return Response.ok(MatrixView.add(json, answer.content()).build().toString())
                .build();
    }

    @GET
    @Path("members")
    @Produces(CsvText.WHEN_ASKED_FOR)
    public Response membersCsv(
            @BeanParam MatrixParameters parameters,
            @QueryParam("fromState") String fromState,
            @QueryParam("toState") String toState,
            @QueryParam("cursor") String cursor) {
        var answer = answer(parameters, fromState, toState, cursor);
        return MatrixParameters.carried(answer)
                .with("next", answer.content().next().orElse(null))
                .addHeaders(Response.ok(MatrixView.csv(answer.content())))
                .build();
    }

    private MatrixAnswer<MemberPage> answer(
            MatrixParameters parameters, String fromState, String toState, String cursor) {
        Optional<String> after = Optional.ofNullable(cursor).filter(text -> !text.isBlank());
        return desk.members(parameters.question(), fromState, toState, after, access.get());
    }
}
