package kz.ruralincome.web.rest.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.intake.ListDesk;
import kz.ruralincome.domain.intake.Load;
import kz.ruralincome.web.intake.ErrorFile;
import kz.ruralincome.web.language.LanguageFilter;
import kz.ruralincome.web.security.CurrentAccess;

/** What belongs to a load and is larger than an answer: all its errors, and the file as it came. */
// the same path as ListsResource: a longer one would hide what that has under it
@Path("lists/{list}")
@RequestScoped
public class LoadFilesResource {

    @Inject
    private ListDesk desk;

    @Inject
    private CurrentAccess access;

    @Context
    private HttpServletRequest request;

    @PathParam("list")
    private String list;

    @PathParam("id")
    private String id;

    @GET
    @Path("loads/{id}/errors.csv")
    public Response errors() {
        Access caller = access.get();
        desk.demandCells(caller);
        Load load = LoadAddress.load(desk, list, id, caller);
        var errors = new ErrorFile(desk, load.id(), LanguageFilter.languageOf(request));
        StreamingOutput body = out -> errors.write(out, caller);
        return Response.ok(body, ErrorFile.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, errors.disposition())
                .build();
    }

    @GET
    @Path("loads/{id}/file")
    public Response file() {
        Access caller = access.get();
        desk.demandCells(caller);
        Load load = LoadAddress.load(desk, list, id, caller);
        StreamingOutput body = out -> desk.file(load.id(), caller).transferTo(out);
        boolean csv = load.mediaType().equals("text/csv");
        return Response.ok(body, csv ? ErrorFile.MEDIA_TYPE : load.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + list + "-" + load.id() + (csv ? ".csv\"" : ".xlsx\""))
                .build();
    }
}
