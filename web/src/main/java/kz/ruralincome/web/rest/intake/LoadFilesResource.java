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
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.intake.ListDesk;
import kz.ruralincome.domain.intake.Load;
import kz.ruralincome.domain.intake.LoadProblem;
import kz.ruralincome.web.language.FindingText;
import kz.ruralincome.web.language.Language;
import kz.ruralincome.web.language.LanguageFilter;
import kz.ruralincome.web.security.CurrentAccess;

/** What belongs to a load and is larger than an answer: all its errors, and the file as it came. */
@Path("lists/{list}/loads/{id}")
@RequestScoped
public class LoadFilesResource {

    private static final String CSV = "text/csv;charset=UTF-8";

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
    @Path("errors.csv")
    public Response errors() {
        Access caller = access.get();
        desk.demandCells(caller);
        Load load = LoadAddress.load(desk, list, id, caller);
        Language language = LanguageFilter.languageOf(request);
        StreamingOutput body = out -> {
            Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            text.write("row,column,code,message,value\r\n");
            desk.eachError(load.id(), caller, problem -> write(problem, language, text));
            text.flush();
        };
        return Response.ok(body, CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"errors-" + load.id() + ".csv\"")
                .build();
    }

    private static void write(LoadProblem problem, Language language, Writer text) {
        try {
            text.write(Long.toString(problem.row()));
            for (String field : new String[] {
                problem.column().orElse(""),
                problem.code(),
                FindingText.of(problem, language),
                problem.value().orElse("")
            }) {
                text.write(',');
                text.write(ErrorCell.of(field));
            }
            text.write("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GET
    @Path("file")
    public Response file() {
        Access caller = access.get();
        desk.demandCells(caller);
        Load load = LoadAddress.load(desk, list, id, caller);
        StreamingOutput body = out -> desk.file(load.id(), caller).transferTo(out);
        boolean csv = load.mediaType().equals("text/csv");
        return Response.ok(body, csv ? CSV : load.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + list + "-" + load.id() + (csv ? ".csv\"" : ".xlsx\""))
                .build();
    }
}
