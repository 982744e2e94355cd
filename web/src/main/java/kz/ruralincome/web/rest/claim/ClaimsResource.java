package kz.ruralincome.web.rest.claim;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.claim.ClaimDesk;
import kz.ruralincome.domain.claim.ClaimJson;
import kz.ruralincome.domain.claim.ClaimPage;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.web.json.Json;
import kz.ruralincome.web.rest.outcome.AskedFor;
import kz.ruralincome.web.rest.outcome.Carried;
import kz.ruralincome.web.rest.outcome.CsvText;
import kz.ruralincome.web.security.CurrentAccess;

/** What was published and what the program makes of it. */
@Path("outcomes/claims")
@RequestScoped
public class ClaimsResource {

    @Inject
    private ClaimDesk desk;

    @Inject
    private CurrentAccess access;

    @QueryParam("asKnownOn")
    private String asKnownOn;

    @POST
    @Consumes(APPLICATION_JSON)
    @Produces(APPLICATION_JSON)
    public Response hand(String body) {
        var page = desk.hand(ClaimJson.read(object(body)), moment(), access.get());
        var json = carried(page).toJson();
        return Response.status(Response.Status.CREATED)
                .entity(ClaimView.add(json, page.items().get(0)).build().toString())
                .build();
    }

    @GET
    @Produces(APPLICATION_JSON)
    public Response list(@QueryParam("cursor") String cursor) {
        var page = desk.list(after(cursor), moment(), access.get());
        var items = Json.createArrayBuilder();
        page.items().forEach(claim -> items.add(ClaimView.add(Json.createObjectBuilder(), claim)));
        var json = carried(page).toJson().add("items", items);
        page.next().ifPresentOrElse(next -> json.add("next", next), () -> json.addNull("next"));
        return Response.ok(json.build().toString()).build();
    }

    @GET
    @Produces(CsvText.WHEN_ASKED_FOR)
    public Response csv(@QueryParam("cursor") String cursor) {
        var page = desk.list(after(cursor), moment(), access.get());
        var csv = new CsvText(List.of("id", "source", "publishedOn", "statement", "printed", "verdict", "ours"));
        page.items().forEach(claim -> claim.statements()
                .forEach(checked -> csv.row(Arrays.asList(
                        claim.kept().id(),
                        claim.kept().claim().source(),
                        claim.kept().claim().publishedOn(),
                        ClaimJson.write(checked.statement()).build().toString(),
                        checked.statement().printed(),
                        checked.verdict(),
                        checked.ours().orElse(null)))));
        return carried(page)
                .with("next", page.next().orElse(null))
                .addHeaders(Response.ok(csv.toString()))
                .build();
    }

    private static JsonObject object(String body) {
        try (var json = Json.createReader(new StringReader(body))) {
            return json.readObject();
        }
    }

    private Optional<OffsetDateTime> moment() {
        var asked = new AskedFor();
        var moment = asked.moment("asKnownOn", asKnownOn);
        asked.check();
        return moment;
    }

    private static Optional<UUID> after(String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(cursor));
        } catch (IllegalArgumentException foreign) {
            throw new InvalidRequest("cursor", "claim.cursor.unknown");
        }
    }

    private static Carried carried(ClaimPage page) {
        var basis = page.basis();
        return new Carried(basis.asKnownOn(), basis.freshAsOf(), basis.coversTo(), basis.territory());
    }
}
