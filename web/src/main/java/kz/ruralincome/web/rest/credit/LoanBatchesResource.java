package kz.ruralincome.web.rest.credit;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.credit.BatchOptions;
import kz.ruralincome.domain.credit.LoanBatch;
import kz.ruralincome.domain.credit.LoanBatches;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.credit.BatchErrorFile;
import kz.ruralincome.web.intake.ErrorFile;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.rest.PublicAddress;
import kz.ruralincome.web.rest.error.Problem;
import kz.ruralincome.web.security.CurrentAccess;

/** Many loans at once, a line each. */
@Path("loan-batches")
@RequestScoped
public class LoanBatchesResource {

    private static final int BAD_REQUEST = 400;
    private static final int TOO_MANY = 429;
    private static final int COME_BACK_SECONDS = 10;

    @Inject
    private LoanBatches batches;

    @Inject
    private Uploads uploads;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private PublicAddress address;

    @Context
    private HttpServletRequest request;

    @POST
    @Consumes("application/x-ndjson")
    @Produces(APPLICATION_JSON)
    public Response send(
            @HeaderParam("Idempotency-Key") String key,
            @QueryParam("dryRun") String dryRun,
            @QueryParam("complete") String complete,
            InputStream body) {
        Access caller = access.ofLender();
        SentBody.demandType(request, "application", "x-ndjson");
        if (key == null) {
            return Problem.of(BAD_REQUEST, "batch.key-required", language.get()).toResponse();
        }
        var options =
                new BatchOptions(LoanParameters.flag("dryRun", dryRun), LoanParameters.date("complete", complete));
        if (!uploads.begin(caller.account())) {
            return Response.fromResponse(Problem.of(TOO_MANY, "batch.too-many", language.get(), COME_BACK_SECONDS)
                            .toResponse())
                    .header(HttpHeaders.RETRY_AFTER, COME_BACK_SECONDS)
                    .build();
        }
        try {
            LoanBatch batch =
                    batches.receive(caller, Optional.of(key), options, body).batch();
            return Response.accepted(whole(batch, caller))
                    .location(address.of("loan-batches", batch.id().toString()))
                    .build();
        } catch (EJBException failure) {
            if (failure.getCause() instanceof UncheckedIOException gone) {
                throw new BadRequestException(gone); // nobody is there any more to read why
            }
            throw failure;
        } finally {
            uploads.end(caller.account());
        }
    }

    @GET
    @Path("{id}")
    @Produces(APPLICATION_JSON)
    public String find(@PathParam("id") String id) {
        Access caller = access.ofLender();
        return whole(batches.find(caller, idOf(id)), caller);
    }

    @GET
    @Path("{id}/errors.csv")
    @Produces(ErrorFile.MEDIA_TYPE)
    public Response errors(@PathParam("id") String id) {
        Access caller = access.ofLender();
        UUID batch = batches.find(caller, idOf(id)).id();
        var file = new BatchErrorFile(batch, language.get());
        StreamingOutput body = out -> file.write(out, reader -> batches.eachError(caller, batch, reader));
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.disposition())
                .build();
    }

    private String whole(LoanBatch batch, Access caller) {
        return BatchAnswer.of(
                batch, batches.findings(caller, batch.id()), batches.errors(caller, batch.id()), language.get());
    }

    private static UUID idOf(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException foreign) {
            throw new NotFoundException("batch");
        }
    }
}
