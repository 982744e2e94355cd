package kz.ruralincome.web.rest.movement;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import kz.ruralincome.domain.movement.PersonMovement;
import kz.ruralincome.domain.movement.PersonMovement.Period;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.json.Json;
import kz.ruralincome.web.rest.outcome.CsvText;
import kz.ruralincome.web.security.CurrentAccess;

/** The timeline of one person. */
@Path("participants/{id}/movement")
@RequestScoped
public class PersonMovementResource {

    @Inject
    private PersonMovement movement;

    @Inject
    private CurrentAccess access;

    @PathParam("id")
    private String id;

    @GET
    @Produces(APPLICATION_JSON)
    public String json() {
        JsonArrayBuilder periods = Json.createArrayBuilder();
        for (Period period : periods()) {
            var item = Json.createObjectBuilder()
                    .add("state", period.state().name())
                    .add("from", period.from().toString());
            period.to().ifPresentOrElse(to -> item.add("to", to.toString()), () -> item.addNull("to"));
            periods.add(item);
        }
        return Json.createObjectBuilder()
                .add("id", id)
                .add("periods", periods)
                .build()
                .toString();
    }

    @GET
    @Produces(CsvText.WHEN_ASKED_FOR)
    public String csv() {
        var csv = new CsvText(List.of("state", "from", "to"));
        periods()
                .forEach(period -> csv.row(Arrays.asList(
                        period.state(),
                        period.from(),
                        period.to().map(LocalDate::toString).orElse(null))));
        return csv.toString();
    }

    private List<Period> periods() {
        try {
            return movement.timeline(UUID.fromString(id), access.get());
        } catch (IllegalArgumentException foreign) {
            throw new NotFoundException("participant");
        }
    }
}
