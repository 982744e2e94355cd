package kz.ruralincome.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many loans at once over HTTP, and senders who do not behave. */
class LoanBatchesIT {

    private static RunningServer server;
    private static ApiContract contract;

    @BeforeAll
    static void start() {
        server = RunningServer.shared();
        contract = ApiContract.of(server);
    }

    @Test
    void areTakenLineByLineAndToldByLine() {
        String lines = line("b-1") + line("b-2").replace("850101300015", "850101300016") + "nonsense\n"
                + line("b-3")
                        .replace(
                                "\"CROPS\"",
                                "\"CROPS\", \"repayments\": [" + "{\"paymentRef\": \"1\","
                                        + " \"paidOn\": \"2022-04-11\", \"amount\": 1000.00}]");
        HttpResponse<String> sent = send("bank-a", key(), lines, "");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
        String place = ApiContract.header(sent, "Location");

        HttpResponse<String> done = awaitEnd("bank-a", place);
        assertThat(done.body())
                .contains(
                        "\"state\":\"DONE\"",
                        "\"lines\":4",
                        "\"accepted\":2",
                        "\"rejected\":2",
                        "{\"line\":2,\"field\":\"iin\",\"code\":\"iin.checksum\",\"message\":",
                        "{\"line\":3,\"field\":null,\"code\":\"json.malformed\"");
        assertThat(get("bank-a", "loans/b-3").body()).contains("\"paymentRef\":\"1\"");
        assertThat(get("bank-a", "loans/b-2").statusCode()).isEqualTo(404);

        HttpResponse<String> file = get("bank-a", place.substring(place.indexOf("loan-batches")) + "/errors.csv");
        assertThat(file.body()).startsWith("line,field,code,message\r\n2,iin,iin.checksum,");
        assertThat(server.get(place.substring(place.indexOf("api/v1")), "bank-b")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void areOneUnderOneKey() {
        String key = key();
        String lines = line("k-1");
        String place = ApiContract.header(send("bank-a", key, lines, ""), "Location");
        awaitEnd("bank-a", place);

        HttpResponse<String> again = send("bank-a", key, lines, "");
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(ApiContract.header(again, "Location")).isEqualTo(place);
        HttpResponse<String> other = send("bank-a", key, line("k-2"), "");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("batch.other-body");
        assertThat(ApiContract.header(send("bank-b", key, line("k-2"), ""), "Location"))
                .isNotEqualTo(place);
    }

    @Test
    void areTriedWithoutATrace() {
        String place = ApiContract.header(send("bank-a", key(), line("dry"), "?dryRun=true"), "Location");

        assertThat(awaitEnd("bank-a", place).body()).contains("\"accepted\":1", "\"dryRun\":true");
        assertThat(get("bank-a", "loans/dry").statusCode()).isEqualTo(404);
    }

    @Test
    void findOpenLoansThatTheyDoNotName() {
        awaitEnd("bank-b", ApiContract.header(send("bank-b", key(), line("c-1") + line("c-2"), ""), "Location"));
        String place = ApiContract.header(send("bank-b", key(), line("c-1"), "?complete=2022-12-31"), "Location");

        assertThat(awaitEnd("bank-b", place).body())
                .contains(
                        "{\"contractNo\":\"c-2\",\"code\":\"batch.not-listed\",\"message\":",
                        "\"complete\":\"2022-12-31\"")
                .doesNotContain("{\"contractNo\":\"c-1\",\"code\"");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, some-key, '', 415",
        "application/x-ndjson, , '', 400",
        "application/x-ndjson, '', '', 422",
        "application/x-ndjson, some-key, ?dryRun=maybe, 422",
        "application/x-ndjson, some-key, ?complete=2022-02-31, 422",
    })
    void areRefusedWhenTheCallCannotBe(String type, String key, String query, int status) {
        HttpRequest.Builder request =
                server.as("bank-a", "api/v1/loan-batches" + query).header("Content-Type", type);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        HttpResponse<String> refused = contract.answer(server, request.POST(BodyPublishers.ofString(line("refused"))));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
    }

    @Test
    void haveNoMoreLinesThanTheContractSays() {
        HttpResponse<String> refused = send("bank-a", key(), "{}\n".repeat(50_001), "");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(413);
    }

    @Test
    void areForLendersAlone() {
        assertThat(send("admin", key(), line("x"), "").statusCode()).isEqualTo(403);
        assertThat(get("registry", "loan-batches/" + UUID.randomUUID()).statusCode())
                .isEqualTo(403);
        assertThat(get("bank-a", "loan-batches/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void leaveNothingBehindWhenTheSenderHangsUp() throws IOException, InterruptedException {
        String key = key();
        try (Socket socket = begun(key, 1_000_000)) {
            socket.getOutputStream().write(line("gone").getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }
        Instant patience = Instant.now().plus(Duration.ofSeconds(40));
        HttpResponse<String> sent = send("bank-a", key, line("came"), "");
        while (sent.statusCode() == 409 && Instant.now().isBefore(patience)) {
            Thread.sleep(500);
            sent = send("bank-a", key, line("came"), "");
        }
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
        assertThat(get("bank-a", "loans/gone").statusCode()).isEqualTo(404);
    }

    @Test
    void doNotWaitForEverForASenderWhoTrickles() throws IOException {
        try (Socket socket = begun(key(), 1_000_000)) {
            socket.setSoTimeout(1000);
            OutputStream out = socket.getOutputStream();
            Instant patience = Instant.now().plus(Duration.ofSeconds(75));
            boolean ended = false;
            while (!ended && Instant.now().isBefore(patience)) {
                try {
                    out.write(' ');
                    out.flush();
                    socket.getInputStream().read(); // an answer, or the end of the line
                    ended = true;
                } catch (java.net.SocketTimeoutException stillTaken) {
                    // a second has gone by
                } catch (IOException closed) {
                    ended = true;
                }
            }
            assertThat(ended).as("the server waits no longer").isTrue();
        }
        assertThat(get("bank-a", "loans?limit=1").statusCode()).isEqualTo(200);
    }

    private static Socket begun(String key, int length) throws IOException {
        Socket socket = new Socket("127.0.0.1", server.url().getPort());
        String login = Base64.getEncoder()
                .encodeToString(("bank-a:" + RunningServer.PASSWORD).getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream()
                .write(("POST /api/v1/loan-batches HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic " + login
                                + "\r\nContent-Type: application/x-ndjson\r\nIdempotency-Key: " + key
                                + "\r\nContent-Length: " + length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    static String line(String contractNo) {
        return "{\"contractNo\": \"" + contractNo + "\", "
                + LoansIT.LOAN.replaceAll("\\s*\n\\s*", " ").substring(1) + "\n";
    }

    private static HttpResponse<String> send(String account, String key, String lines, String query) {
        return contract.answer(
                server,
                server.as(account, "api/v1/loan-batches" + query)
                        .header("Content-Type", "application/x-ndjson")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(lines)));
    }

    private static HttpResponse<String> awaitEnd(String account, String place) {
        Instant patience = Instant.now().plus(Duration.ofSeconds(60));
        HttpResponse<String> batch;
        do {
            ServerProcess.pause();
            batch = get(account, place.substring(place.indexOf("loan-batches")));
            assertThat(batch.statusCode()).isEqualTo(200);
        } while (!batch.body().contains("\"endedAt\":\"") && Instant.now().isBefore(patience));
        return batch;
    }

    private static HttpResponse<String> get(String account, String path) {
        return contract.answer(server, server.as(account, "api/v1/" + path));
    }
}
