package kz.ruralincome.web.rest.credit;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;
import static jakarta.ws.rs.core.MediaType.WILDCARD;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import kz.ruralincome.domain.credit.LoanJson;
import kz.ruralincome.domain.credit.Loans;
import kz.ruralincome.web.rest.PublicAddress;
import kz.ruralincome.web.security.CurrentAccess;

/** The repayments of a loan, each under its lender's reference. */
@Path("loans/{contractNo}/repayments/{paymentRef}")
@RequestScoped
@Produces(APPLICATION_JSON)
public class RepaymentsResource {

    @Inject
    private Loans loans;

    @Inject
    private CurrentAccess access;

    @Inject
    private PublicAddress address;

    @Context
    private HttpServletRequest request;

    @PathParam("contractNo")
    private String contractNo;

    @PathParam("paymentRef")
    private String paymentRef;

    @PUT
    @Consumes(APPLICATION_JSON)
    public Response put(InputStream body) {
        var caller = access.ofLender();
        var sent = LoanJson.repayment(SentBody.json(request, body));
        Loans.Repaid repaid = loans.repay(caller, contractNo, paymentRef, sent);
        String reference = repaid.repayment().repayment().paymentRef();
        var answer = repaid.created()
                ? Response.created(address.of("loans", contractNo, "repayments", reference))
                : Response.ok();
        return answer.entity(LoanAnswer.of(repaid.repayment()).build().toString())
                .build();
    }

    /** Its body, if there is one, says nothing. */
    @POST
    @Path("reversal")
    @Consumes(WILDCARD)
    public String reverse() {
        Loans.Repaid reversed = loans.reverse(access.ofLender(), contractNo, paymentRef);
        return LoanAnswer.of(reversed.repayment()).build().toString();
    }
}
