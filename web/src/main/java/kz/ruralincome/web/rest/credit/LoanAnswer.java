package kz.ruralincome.web.rest.credit;

import static jakarta.json.JsonValue.EMPTY_JSON_ARRAY;
import static jakarta.json.JsonValue.NULL;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import kz.ruralincome.domain.credit.AllottedRepayment;
import kz.ruralincome.domain.credit.LoanDifferences.Difference;
import kz.ruralincome.domain.credit.LoanPage;
import kz.ruralincome.domain.credit.LoanTerms;
import kz.ruralincome.domain.credit.LoanText;
import kz.ruralincome.domain.credit.LoanView;
import kz.ruralincome.domain.credit.LoanWarning;
import kz.ruralincome.domain.credit.Parts;
import kz.ruralincome.domain.credit.ScheduleKind;
import kz.ruralincome.domain.credit.TakenLoan;
import kz.ruralincome.web.json.Json;
import kz.ruralincome.web.language.Language;
import kz.ruralincome.web.language.Texts;
import kz.ruralincome.web.rest.outcome.Carried;

/** Loans and repayments as their lender gets them back: its own words, and beside them what the program computes. */
final class LoanAnswer {

    private static final Set<String> UNSAID = Set.of("instalments", "disbursements");

    private LoanAnswer() {}

    static String of(LoanView loan, Language language) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("contractNo", loan.contractNo());
        words(loan.terms()).forEach(json::add);
        JsonArrayBuilder instalments = Json.createArrayBuilder();
        // a schedule of the lender's own stays as it was sent; one that we compute says on which working day to pay
        boolean isOwn = loan.terms().schedule() == ScheduleKind.OWN;
        loan.instalments()
                .forEach(line -> instalments.add(Json.createObjectBuilder()
                        .add("dueOn", (isOwn ? line.dueOn() : line.movedTo()).toString())
                        .add("principal", line.principal())
                        .add("interest", line.interest())
                        .add("balance", line.balance())));
        JsonArrayBuilder repayments = Json.createArrayBuilder();
        loan.repayments().forEach(repayment -> repayments.add(of(repayment)));
        return json.add("instalments", instalments)
                .add("asOf", loan.standing().asOf().toString())
                .add("outstanding", of(loan.standing().outstanding()))
                .add("overdue", of(loan.standing().overdue()))
                .add("daysPastDue", loan.standing().daysPastDue())
                .add("repayments", repayments)
                .add("differences", differences(loan.differences()))
                .add("warnings", warnings(loan.warnings(), language))
                .add("notChecked", Json.createArrayBuilder(loan.notChecked()))
                .build()
                .toString();
    }

    /** What a lender gets back of what it has just said. */
    static String of(TakenLoan loan, Language language) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("contractNo", loan.contractNo());
        words(loan.terms()).forEach(json::add);
        return json.add("differences", differences(loan.differences()))
                .add("warnings", warnings(loan.warnings(), language))
                .add("notChecked", Json.createArrayBuilder(loan.notChecked()))
                .build()
                .toString();
    }

    private static JsonArrayBuilder differences(List<Difference> differences) {
        JsonArrayBuilder json = Json.createArrayBuilder();
        differences.forEach(difference -> json.add(Json.createObjectBuilder()
                .add("field", difference.field())
                .add("ours", difference.ours())
                .add("reported", difference.reported())));
        return json;
    }

    private static JsonArrayBuilder warnings(List<LoanWarning> warnings, Language language) {
        JsonArrayBuilder json = Json.createArrayBuilder();
        warnings.forEach(warning -> json.add(Json.createObjectBuilder()
                .add("code", warning.code())
                .add("message", Texts.of(language, warning.code()))));
        return json;
    }

    static JsonObjectBuilder of(AllottedRepayment allotted) {
        var repayment = allotted.repayment();
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("paymentRef", repayment.paymentRef())
                .add("paidOn", repayment.terms().paidOn().toString())
                .add("amount", repayment.terms().amount());
        allotted.parts()
                .ifPresentOrElse(
                        parts -> json.add("principal", parts.principal())
                                .add("interest", parts.interest())
                                .add("penalty", parts.penalty()),
                        () -> json.addNull("principal").addNull("interest").addNull("penalty"));
        return json.add("reversed", repayment.reversed());
    }

    static String of(LoanPage page) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        for (LoanPage.Item item : page.items()) {
            JsonObjectBuilder json = Json.createObjectBuilder()
                    .add("contractNo", item.contractNo())
                    .add("etag", item.etag())
                    .add("changedAt", Carried.text(item.changedAt()));
            words(item.terms()).forEach(json::add);
            items.add(json);
        }
        JsonObjectBuilder json = Json.createObjectBuilder().add("items", items);
        page.next().ifPresentOrElse(next -> json.add("next", next), () -> json.addNull("next"));
        return json.build().toString();
    }

    /** The lender's words in the form in which they are sent: a schedule or tranches of which nothing was said are null. */
    static JsonObject words(LoanTerms terms) {
        try (var reader = Json.createReader(new StringReader(LoanText.of(terms)))) {
            JsonObject kept = reader.readObject();
            JsonObjectBuilder said = Json.createObjectBuilder();
            kept.forEach((name, value) ->
                    said.add(name, UNSAID.contains(name) && value.equals(EMPTY_JSON_ARRAY) ? NULL : value));
            return said.build();
        }
    }

    private static JsonObjectBuilder of(Parts parts) {
        return Json.createObjectBuilder()
                .add("principal", parts.principal())
                .add("interest", parts.interest())
                .add("penalty", parts.penalty());
    }
}
