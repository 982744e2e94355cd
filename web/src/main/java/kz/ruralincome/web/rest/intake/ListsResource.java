package kz.ruralincome.web.rest.intake;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;
import static jakarta.ws.rs.core.MediaType.WILDCARD;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import kz.ruralincome.domain.intake.FileTooBig;
import kz.ruralincome.domain.intake.ListDesk;
import kz.ruralincome.domain.intake.Load;
import kz.ruralincome.domain.intake.LoadPage;
import kz.ruralincome.web.json.Json;
import kz.ruralincome.web.language.Language;
import kz.ruralincome.web.language.LanguageFilter;
import kz.ruralincome.web.rest.error.Problem;
import kz.ruralincome.web.security.CurrentAccess;
import org.eclipse.microprofile.config.Config;

/** Lists that are sent, and what became of them. */
@Path("lists/{list}")
@RequestScoped
@Produces(APPLICATION_JSON)
public class ListsResource {

    private static final String XLSX = "vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    private ListDesk desk;

    @Inject
    private CurrentAccess access;

    @Inject
    private Config config;

    @Context
    private HttpServletRequest request;

    @Context
    private UriInfo uri;

    @PathParam("list")
    private String list;

    @POST
    @Consumes(WILDCARD)
    public Response send(
            @BeanParam SendParameters parameters,
            @HeaderParam("Content-Type") MediaType type,
            @HeaderParam("Content-Length") Long length,
            @HeaderParam("Content-Disposition") String disposition,
            @HeaderParam("Prefer") String prefer,
            InputStream body) {
        var options = parameters.options();
        desk.demandToSend(list, options, access.get());
        if (type == null || !isList(type)) {
            throw new NotSupportedException();
        }
        try {
            if (length != null && length > ListDesk.LARGEST_FILE) {
                throw new FileTooBig();
            }
            UUID id = desk.receive(list, options, mediaType(type), fileName(disposition), body, access.get());
            return accepted(id, prefer);
        } catch (FileTooBig tooBig) {
            return Problem.of(413, tooBig.code(), tooBig.arguments(), language())
                    .toResponse();
        }
    }

    private static boolean isList(MediaType type) {
        return type.getType().equalsIgnoreCase("text") && type.getSubtype().equalsIgnoreCase("csv")
                || type.getType().equalsIgnoreCase("application")
                        && type.getSubtype().equalsIgnoreCase(XLSX);
    }

    private static String mediaType(MediaType type) {
        return type.getType() + "/" + type.getSubtype();
    }

    private static String fileName(String disposition) {
        if (disposition == null) {
            return null;
        }
        var named = Pattern.compile("filename=\"?([^\";]{1,200})").matcher(disposition);
        return named.find() ? named.group(1) : null;
    }

    private Response accepted(UUID id, String prefer) {
        Optional<Preference> wait = Preference.of(prefer);
        Load load = wait.isPresent() ? desk.await(id, wait.get().longest(), access.get()) : desk.load(id, access.get());
        var response = Response.accepted(whole(load)).location(address(id));
        wait.ifPresent(applied -> response.header("Preference-Applied", applied.applied()));
        return response.build();
    }

    private URI address(UUID id) {
        String base = config.getOptionalValue("pilot.public.url", String.class)
                .orElseGet(() -> uri.getBaseUri().resolve("/").toString());
        return URI.create(base + "api/v1/lists/" + list + "/loads/" + id);
    }

    @GET
    @Path("loads")
    public String loads(@QueryParam("cursor") String cursor) {
        LoadPage page = desk.loads(list, cursor, access.get());
        JsonArrayBuilder items = Json.createArrayBuilder();
        page.items().forEach(load -> items.add(LoadView.of(load)));
        JsonObjectBuilder json = Json.createObjectBuilder().add("items", items);
        page.next().ifPresentOrElse(next -> json.add("next", next), () -> json.addNull("next"));
        return json.build().toString();
    }

    @GET
    @Path("loads/{id}")
    public String load(@PathParam("id") String id) {
        return whole(ofThisList(id));
    }

    @POST
    @Path("loads/{id}/withdrawal")
    @Consumes(WILDCARD)
    public String withdraw(@PathParam("id") String id) {
        UUID load = ofThisList(id).id();
        desk.withdraw(load, access.get());
        return whole(desk.load(load, access.get()));
    }

    @POST
    @Path("loads/{id}/confirmation")
    @Consumes(WILDCARD)
    public Response confirm(@PathParam("id") String id, @HeaderParam("Prefer") String prefer) {
        UUID load = ofThisList(id).id();
        desk.confirm(load, access.get());
        return accepted(load, prefer);
    }

    private Load ofThisList(String id) {
        return LoadAddress.load(desk, list, id, access.get());
    }

    private String whole(Load load) {
        return LoadView.of(load)
                .add("errors", LoadView.of(desk.problems(load.id(), true, access.get()), language()))
                .add("warnings", LoadView.of(desk.problems(load.id(), false, access.get()), language()))
                .build()
                .toString();
    }

    private Language language() {
        return LanguageFilter.languageOf(request);
    }
}
