package kz.ruralincome.web.rest.credit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import kz.ruralincome.domain.credit.LoanJson;
import kz.ruralincome.web.json.Json;
import org.junit.jupiter.api.Test;

class LoanAnswerTest {

    /** The body of the contract, every member of it. */
    private static final String BODY = """
            {"iin": "850101300015", "purpose": "LIVESTOCK", "oked": "01410", "kato": "313600000",
             "approvedOn": "2022-03-01", "disbursedOn": "2022-03-10", "principal": 5000000.00, "annualRate": 2.5,
             "effectiveRate": 2.53, "termMonths": 60, "graceMonths": 12, "schedule": "ANNUITY", "product": "MONEY",
             "fundingSource": "NEW", "instalments": null, "disbursements": null, "parties": [], "collateral": [],
             "bin": null, "status": "ACTIVE", "closedOn": null, "rescheduledOn": null,
             "reported": {"on": "2022-04-01", "daysPastDue": 0, "principal": 4800000.00, "interest": 0.00,
                "overduePrincipal": 0.00, "overdueInterest": 0.00, "penalty": 0.00, "writtenOff": 0.00}}""";

    @Test
    void repeatsTheLendersWordsAsTheyWereSent() {
        assertThat(words(BODY)).isEqualTo(json(BODY));
    }

    @Test
    void repeatsTranchesAndAScheduleOfTheLendersOwn() {
        String own = BODY.replace("\"ANNUITY\"", "\"OWN\"")
                .replace(
                        "\"instalments\": null",
                        "\"instalments\": [{\"dueOn\": \"2023-03-10\", \"principal\": 5000000.00, \"interest\": 125000.00}]")
                .replace(
                        "\"disbursements\": null",
                        "\"disbursements\": [{\"on\": \"2022-03-10\", \"amount\": 5000000.00}]");

        assertThat(words(own)).isEqualTo(json(own));
    }

    private static JsonObject words(String body) {
        return LoanAnswer.words(
                LoanJson.loan(body.getBytes(StandardCharsets.UTF_8)).draft().terms());
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
