package kz.ruralincome.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** Loans of two lenders to the families of {@link SmallRegister}: one for each reason to look at a loan. */
final class SmallLoanBook {

    static final String ARREARS = "A-0";
    static final String CORRECTED = "12/2022-А";

    private SmallLoanBook() {}

    /** Sends all loans and a run of the ageing, and waits for it. */
    static void sendTo(RunningServer server) {
        for (int family = 0; family < SmallRegister.FAMILIES; family++) {
            put(server, "bank-a", "A-" + family, loan(family));
        }
        String corrected = "12%2F2022-%D0%90";
        put(server, "bank-b", corrected, loan(1).replace("\"annualRate\": 2.5", "\"annualRate\": 3"));
        put(
                server,
                "bank-b",
                corrected,
                loan(1).replace("\"termMonths\": 36", "\"termMonths\": 40")
                        .replace("\"status\"", """
                        "parties": [{"iin": "%s", "role": "GUARANTOR"}], "collateral": [{"kind": "Үй", "value": 900000}],
                        "disbursements": [{"on": "2022-03-10", "amount": 1000000}, {"on": "2022-04-10", "amount": 200000}],
                        "reported": {"on": "2022-06-01", "daysPastDue": 0, "principal": 1200000.00, "interest": 0.00},
                        "status\"""".formatted(SmallRegister.iin("850101", 3, 102))));
        send(server, "bank-a", "loans/A-2/repayments/P-1", """
                {"paidOn": "2022-04-11", "amount": 34700.00}""");
        send(server, "bank-a", "loans/A-2/repayments/P-2", """
                {"paidOn": "2022-05-11", "amount": 10000.00, "principal": 9000.00, "interest": 900.00, "penalty": 100.00}""");
        assertThat(server.send(server.as("bank-a", "api/v1/loans/A-2/repayments/P-2/reversal")
                                .POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
        put(server, "bank-a", "APPROVED", loan(3).replace("\"ACTIVE\"", "\"APPROVED\""));
        batch(server, "bank-b", "?complete=2022-12-31", "named", """
                {"contractNo": "B-1", %s
                {"contractNo": "B-2", "purpose": "NOTHING"}
                """.formatted(
                        loan(5).replace("\n", " ").strip().substring(1)));
        age(server);
    }

    /** A loan of one of the families. */
    static String loan(int family) {
        return """
                {"iin": "%s", "purpose": "%s", "oked": "01410", "kato": "313633000", "approvedOn": "2022-03-0%d",
                 "disbursedOn": "2022-03-10", "principal": 1200000.00, "annualRate": 2.5, "termMonths": 36,
                 "schedule": "ANNUITY", "product": "MONEY", "fundingSource": "NEW", "status": "ACTIVE"}""".formatted(
                SmallRegister.iin("850101", 3, 100 + family), family % 2 == 0 ? "LIVESTOCK" : "TRADE", 1 + family % 9);
    }

    static void put(RunningServer server, String lender, String contractNo, String loan) {
        send(server, lender, "loans/" + contractNo, loan);
    }

    private static void send(RunningServer server, String lender, String path, String body) {
        HttpResponse<String> answer = server.send(server.as(lender, "api/v1/" + path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    }

    /** Sends a batch and waits for its end. */
    static void batch(RunningServer server, String lender, String options, String key, String lines) {
        HttpResponse<String> taken = server.send(server.as(lender, "api/v1/loan-batches" + options)
                .header("Content-Type", "application/x-ndjson")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(lines)));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        String place = ApiContract.header(taken, "Location");
        String path = place.substring(place.indexOf("api/v1/"));
        while (!server.get(path, lender).body().contains("\"state\":\"DONE\"")) {
            pause();
        }
    }

    /** Runs the ageing to its end; one that somebody asked for may be under way. */
    static void age(RunningServer server) {
        int status;
        do {
            status = server.send(server.as("admin", "api/v1/jobs/loan-ageing/runs")
                            .header("Content-Type", "application/json")
                            .header("Prefer", "wait=60")
                            .POST(BodyPublishers.ofString("{}")))
                    .statusCode();
        } while (status == 409);
        assertThat(status).isEqualTo(202);
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
