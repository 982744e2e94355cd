package kz.ruralincome.web.rest.participant;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.participant.Participants;
import kz.ruralincome.domain.participant.PersonPage;
import kz.ruralincome.domain.participant.PersonSearch;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.security.CurrentAccess;

/** Finding people and opening what is recorded of one. */
@Path("participants")
@Produces(APPLICATION_JSON)
@RequestScoped
public class ParticipantsResource {

    @Inject
    private PersonSearch search;

    @Inject
    private Participants participants;

    @Inject
    private CurrentAccess access;

    @POST
    @Path("search")
    @Consumes(APPLICATION_JSON)
    public String search(SearchRequest request) {
        return ParticipantView.of(found(request)).build().toString();
    }

    private PersonPage found(SearchRequest request) {
        var iin = request == null ? Optional.<String>empty() : text(request.iin());
        if (iin.isPresent()) {
            return search.byIin(iin.get(), access.get());
        }
        var name = request == null ? Optional.<String>empty() : text(request.name());
        return search.byName(
                name.orElseThrow(() -> new InvalidRequest("name", "participant.search.empty")),
                text(request.territory()),
                text(request.cursor()),
                access.get());
    }

    @GET
    @Path("{id}")
    public String open(@PathParam("id") String id) {
        return ParticipantView.of(participants.open(idOf(id), access.get()))
                .build()
                .toString();
    }

    private static UUID idOf(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException foreign) {
            throw new NotFoundException("participant");
        }
    }

    private static Optional<String> text(String given) {
        return Optional.ofNullable(given).map(String::strip).filter(text -> !text.isEmpty());
    }
}
