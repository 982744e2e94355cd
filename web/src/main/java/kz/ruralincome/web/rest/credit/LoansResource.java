package kz.ruralincome.web.rest.credit;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.credit.LoanJson;
import kz.ruralincome.domain.credit.LoanPage;
import kz.ruralincome.domain.credit.LoanView;
import kz.ruralincome.domain.credit.Loans;
import kz.ruralincome.domain.credit.TakenLoan;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.rest.PublicAddress;
import kz.ruralincome.web.rest.error.Problem;
import kz.ruralincome.web.security.CurrentAccess;

/** The loans of a lender, each under its contract number. Made once: a lender sends thousands of calls on end. */
@Path("loans")
@ApplicationScoped
@Produces(APPLICATION_JSON)
public class LoansResource {

    private static final int BAD_REQUEST = 400;

    @Inject
    private Loans loans;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private PublicAddress address;

    @Inject
    private HttpServletRequest request;

    @GET
    public Response list(
            @QueryParam("changedSince") String changedSince,
            @QueryParam("status") String status,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        var caller = access.ofLender();
        var size = LoanParameters.limit(limit);
        if (size.isEmpty()) {
            var wrong = new FieldError("limit", "loan.limit", List.of(1, LoanPage.MOST));
            return Problem.of(BAD_REQUEST, List.of(wrong), language.get()).toResponse();
        }
        LoanPage page = loans.list(
                caller,
                LoanParameters.moment("changedSince", changedSince),
                LoanParameters.status(status),
                LoanParameters.text(cursor),
                size.getAsInt());
        return Response.ok(LoanAnswer.of(page)).build();
    }

    @GET
    @Path("{contractNo}")
    public Response find(@PathParam("contractNo") String contractNo) {
        LoanView loan = loans.find(access.ofLender(), contractNo);
        return Response.ok(LoanAnswer.of(loan, language.get()))
                .header(HttpHeaders.ETAG, loan.etag())
                .build();
    }

    @PUT
    @Path("{contractNo}")
    @Consumes(APPLICATION_JSON)
    public Response put(
            @PathParam("contractNo") String contractNo,
            @QueryParam("correction") String correction,
            @HeaderParam("If-Match") List<String> ifMatch,
            InputStream body) {
        var caller = access.ofLender();
        boolean corrects = LoanParameters.flag("correction", correction);
        var sent = LoanJson.loan(SentBody.json(request, body));
        Optional<String> guard =
                ifMatch == null || ifMatch.isEmpty() ? Optional.empty() : Optional.of(String.join(",", ifMatch));
        Loans.Put put = loans.put(caller, contractNo, sent, guard, corrects);
        TakenLoan loan = put.loan();
        var answer = put.created() ? Response.created(address.of("loans", loan.contractNo())) : Response.ok();
        return answer.entity(LoanAnswer.of(loan, language.get()))
                .header(HttpHeaders.ETAG, loan.etag())
                .build();
    }
}
