package kz.ruralincome.web.rest.outcome;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import kz.ruralincome.domain.outcome.LoanMembers;
import kz.ruralincome.domain.outcome.LoanOutcomes;
import kz.ruralincome.web.json.Json;
import kz.ruralincome.web.security.CurrentAccess;

/** The loans behind one figure of {@link LoanOutcomesResource}. */
@Path("outcomes/loans/members")
@RequestScoped
public class LoanMembersResource {

    @Inject
    private LoanOutcomes outcomes;

    @Inject
    private CurrentAccess access;

    @GET
    @Produces(APPLICATION_JSON)
    public Response json(@BeanParam LoanOutcomeParameters parameters, @BeanParam LoanCellParameters cell) {
        var answer = answer(parameters, cell);
        JsonArrayBuilder items = Json.createArrayBuilder();
        answer.about().items().forEach(member -> items.add(json(member)));
        var json = cell.carried(parameters.carried(answer)).toJson().add("items", items);
        answer.next().ifPresentOrElse(next -> json.add("next", next), () -> json.addNull("next"));
        return Response.ok(json.build().toString()).build();
    }

    @GET
    @Produces(CsvText.WHEN_ASKED_FOR)
    public Response csv(@BeanParam LoanOutcomeParameters parameters, @BeanParam LoanCellParameters cell) {
        var answer = answer(parameters, cell);
        var csv = new CsvText(List.of("loan", "contractNo", "lender", "person", "approvedOn", "disbursedOn", "amount"));
        answer.about()
                .items()
                .forEach(member -> csv.row(Arrays.asList(
                        member.loan().orElse(null),
                        member.contractNo(),
                        member.lender(),
                        member.person().orElse(null),
                        member.approvedOn(),
                        member.disbursedOn(),
                        member.amount())));
        return cell.carried(parameters.carried(answer))
                .with("next", answer.next().orElse(null))
                .addHeaders(Response.ok(csv.toString()))
                .build();
    }

    private LoanMembers answer(LoanOutcomeParameters parameters, LoanCellParameters cell) {
        var asked = new AskedFor();
        var what = cell.cell(asked);
        return outcomes.members(parameters.question(asked), what.orElseThrow(), cell.cursor(), access.get());
    }

    private static JsonObjectBuilder json(LoanMembers.Member member) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        member.loan().ifPresentOrElse(loan -> json.add("loan", loan), () -> json.addNull("loan"));
        json.add("contractNo", member.contractNo()).add("lender", member.lender());
        member.person().ifPresentOrElse(person -> json.add("person", person.toString()), () -> json.addNull("person"));
        return json.add("approvedOn", member.approvedOn().toString())
                .add("disbursedOn", member.disbursedOn().toString())
                .add("amount", member.amount());
    }
}
