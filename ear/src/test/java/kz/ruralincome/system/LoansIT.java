package kz.ruralincome.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.core.util.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Loans and repayments over HTTP; every answer is one that the OpenAPI document knows. */
class LoansIT {

    static final String LOAN = """
            {"iin": "850101300015", "purpose": "CROPS", "oked": "01410", "kato": "313600000", "approvedOn": "2022-03-01",
             "disbursedOn": "2022-03-10", "principal": 1200000.00, "annualRate": 2.5, "termMonths": 12,
             "schedule": "DIFFERENTIATED", "product": "MONEY", "fundingSource": "NEW", "status": "ACTIVE"}""";

    private static RunningServer server;
    private static ApiContract contract;

    @BeforeAll
    static void start() {
        server = RunningServer.shared();
        contract = ApiContract.of(server);
    }

    @ParameterizedTest
    @CsvSource({
        "12%2F2022-%D0%90, 12/2022-А",
        "%2E%2E, ..",
        "%2E, .",
        "a%3Bb%3Fc%23d, a;b?c#d",
        "%D2%9A%D0%B0%D1%80%D1%8B%D0%B7%20%E2%84%961, Қарыз №1",
        "a%252Fb, a%2Fb",
        "12%5C2022, 12\\2022",
        "a%255Cb, a%5Cb",
        "a+b, a+b",
        "%20trimmed%20, trimmed",
        "%D0%98%CC%86, Й",
        "%F0%9F%90%90, 🐐",
        "%22%3Cscript%3E, '\"<script>'",
    })
    void standUnderWhateverNumberTheLenderGave(String encoded, String number) {
        HttpResponse<String> created = put("bank-a", "loans/" + encoded, LOAN);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);

        String place = ApiContract.header(created, "Location");
        assertThat(place).startsWith(server.url("api/v1/loans/").toString().replace("127.0.0.1", "localhost"));
        HttpResponse<String> found = get("bank-a", place.substring(place.indexOf("loans/")));
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body())
                .contains("\"contractNo\":\"" + number.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
        assertThat(ApiContract.header(found, "ETag")).isEqualTo(ApiContract.header(created, "ETag"));
    }

    @Test
    void saidAgainChangeNothingAndCorrectedAreGuarded() {
        String first = ApiContract.header(put("bank-a", "loans/guarded", LOAN), "ETag");
        HttpResponse<String> again = put("bank-a", "loans/guarded", LOAN);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(ApiContract.header(again, "ETag")).isEqualTo(first);

        String corrected = LOAN.replace("\"CROPS\"", "\"TRADE\"");
        HttpResponse<String> changed = put("bank-a", "loans/guarded", corrected, "If-Match", first);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).contains("\"purpose\":\"TRADE\"");
        assertThat(ApiContract.header(changed, "ETag")).isNotEqualTo(first);

        HttpResponse<String> stale = put("bank-a", "loans/guarded", LOAN, "If-Match", first);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.body()).contains("loan.stale");
        assertThat(put("bank-a", "loans/not-there", LOAN, "If-Match", "*").statusCode())
                .isEqualTo(412);
    }

    @Test
    void areWonByOneOfManyWhoMeanTheSameVersion() {
        String etag = ApiContract.header(put("bank-a", "loans/raced", LOAN), "ETag");
        List<Integer> guarded = IntStream.range(0, 8)
                .parallel()
                .mapToObj(racer -> put("bank-a", "loans/raced", withTerm(13 + racer), "If-Match", etag)
                        .statusCode())
                .toList();
        assertThat(guarded).containsOnlyOnce(200).containsOnly(200, 412);

        List<Integer> unguarded = IntStream.range(0, 8)
                .parallel()
                .mapToObj(racer ->
                        put("bank-a", "loans/raced", withTerm(30 + racer)).statusCode())
                .toList();
        assertThat(unguarded).containsOnly(200);
    }

    @Test
    void areNobodyElsesBusiness() {
        put("bank-a", "loans/shared-number", LOAN);
        assertThat(get("bank-b", "loans/shared-number").statusCode()).isEqualTo(404);
        assertThat(put("bank-b", "loans/shared-number/repayments/1", REPAYMENT).statusCode())
                .isEqualTo(404);
        assertThat(post("bank-b", "loans/shared-number/repayments/1/reversal").statusCode())
                .isEqualTo(404);

        assertThat(put("bank-b", "loans/shared-number", withTerm(24)).statusCode())
                .isEqualTo(201);
        assertThat(get("bank-a", "loans/shared-number").body()).contains("\"termMonths\":12");
        assertThat(get("bank-b", "loans/shared-number").body()).contains("\"termMonths\":24");
    }

    @Test
    void sayNothingOfAnotherLendersLoanByTheWayTheyAreRefused() {
        put("bank-a", "loans/secret", LOAN);
        String unknown = get("bank-b", "loans/there-is-none").body();

        assertThat(get("bank-b", "loans/secret").body()).isEqualTo(unknown);
    }

    @Test
    void areDueOnTheMondayWhenTheDayIsASunday() {
        put("bank-a", "loans/working-days", LOAN);

        assertThat(get("bank-a", "loans/working-days").body()).contains("\"instalments\":[{\"dueOn\":\"2022-04-11\"");
    }

    private static final String REPAYMENT = "{\"paidOn\": \"2022-04-11\", \"amount\": 102500.00}";

    @Test
    void areRepaidAndTakenBack() {
        put("bank-a", "loans/repaid", LOAN);
        HttpResponse<String> taken = put("bank-a", "loans/repaid/repayments/P%2F1", REPAYMENT);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
        assertThat(taken.body())
                .contains(
                        "\"paymentRef\":\"P/1\"",
                        "\"principal\":100000.00",
                        "\"interest\":2500.00",
                        "\"reversed\":false");
        assertThat(put("bank-a", "loans/repaid/repayments/P%2F1", REPAYMENT).statusCode())
                .isEqualTo(200);
        HttpResponse<String> other =
                put("bank-a", "loans/repaid/repayments/P%2F1", REPAYMENT.replace("102500", "102501"));
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("repayment.conflict");
        assertThat(get("bank-a", "loans/repaid").body()).contains("\"outstanding\":{\"principal\":1100000.00");

        assertThat(post("bank-a", "loans/repaid/repayments/P%2F1/reversal").body())
                .contains("\"reversed\":true");
        assertThat(post("bank-a", "loans/repaid/repayments/P%2F1/reversal").statusCode())
                .isEqualTo(200);
        assertThat(get("bank-a", "loans/repaid").body())
                .contains("\"outstanding\":{\"principal\":1200000.00", "\"reversed\":true");
        assertThat(post("bank-a", "loans/repaid/repayments/unknown/reversal").statusCode())
                .isEqualTo(404);
    }

    @Test
    void areToldWhereTheLenderAndTheProgramDiffer() {
        String loan = LOAN.replace(
                "\"status\": \"ACTIVE\"",
                "\"status\": \"ACTIVE\", \"reported\": {\"on\": \"2022-06-01\", \"daysPastDue\": 0, \"principal\": 1.50}");

        assertThat(put("bank-a", "loans/different", loan).body())
                .contains(
                        "\"differences\":[{\"field\":\"daysPastDue\",\"ours\":", "consent.missing", "\"notChecked\":[");
    }

    @Test
    void areListedInPagesThatGoOnWhereTheyStopped() {
        for (int number = 0; number < 7; number++) {
            put("bank-b", "loans/listed-" + number, LOAN);
        }
        List<String> numbers = new ArrayList<>();
        String next = "";
        do {
            HttpResponse<String> page = get("bank-b", "loans?limit=3" + next);
            assertThat(page.statusCode()).isEqualTo(200);
            found(page.body(), "\"contractNo\":\"([^\"]+)\"").forEach(numbers::add);
            next = found(page.body(), "\"next\":\"([^\"]+)\"").stream()
                    .findFirst()
                    .map(cursor -> "&cursor=" + cursor)
                    .orElse(null);
        } while (next != null);
        assertThat(numbers).doesNotHaveDuplicates().contains("listed-0", "listed-6");
        assertThat(get("bank-b", "loans?status=REPAID").body()).isEqualTo("{\"items\":[],\"next\":null}");
        assertThat(get("bank-b", "loans?changedSince=2199-01-01T00:00:00Z").body())
                .contains("\"items\":[]");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, 400",
        "limit=501, 400",
        "limit=ten, 400",
        "limit=-1, 400",
        "cursor=nonsense, 422",
        "status=OPEN, 422",
        "changedSince=yesterday, 422",
        "limit=500&changedSince=2022-01-01T00:00:00%2B05:00, 200",
    })
    void areListedAsTheContractSays(String query, int status) {
        assertThat(get("bank-b", "loans?" + query).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"iin": "850101300015"                      | 400 | json.malformed
            []                                          | 400 | json.malformed
            ''                                          | 400 | json.malformed
            {"principal": NaN}                          | 400 | json.malformed
            {"principal": +1}                           | 400 | json.malformed
            {} {}                                       | 400 | json.malformed
            {'iin': '850101300015'}                     | 400 | json.malformed
            {"iin": "850101300015", "iin": "1"}         | 422 | json.twice
            {"principal": "1200000.00"}                 | 422 | json.type
            {"termMonths": 12.5}                        | 422 | number.invalid
            {"principal": 1e999999999}                  | 422 | principal
            {"principal": 0.001}                        | 422 | amount.decimals
            {"approvedOn": "2022-02-31"}                | 422 | date.invalid
            {"approvedOn": "01.03.2022"}                | 422 | date.invalid
            {"collateral": [{"kind": "a\\u0000b", "value": 1}]} | 422 | text.control
            {"collateral": [{"kind": "a\\r\\nX-Evil: 1", "value": 1}]} | 422 | text.control
            {"collateral": [{"kind": "\\ud800", "value": 1}]} | 422 | text.control
            {"colour": "red"}                           | 422 | json.unknown-member
            {"iin": "850101300016"}                     | 422 | iin.checksum
            {"bin": "123456789012"}                     | 422 | bin.checksum
            {"kato": "999999999"}                       | 422 | kato.unknown
            {"oked": "1"}                               | 422 | oked.format
            {"annualRate": 101}                         | 422 | number.range
            {"status": "OPEN"}                          | 422 | value.unknown
            {"schedule": null}                          | 422 | value.missing
            """)
    void areRefusedWhenTheBodyCannotBe(String body, int status, String code) {
        HttpResponse<String> refused = put("bank-a", "loans/refused", body);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertThat(refused.body()).contains(code);
        assertThat(get("bank-a", "loans/refused").statusCode()).isEqualTo(404);
    }

    @Test
    void areRefusedWithEveryReasonAtOnce() {
        String body = LOAN.replace("850101300015", "850101300016")
                .replace("\"2022-03-10\"", "\"2022-02-01\"")
                .replace("01410", "x");

        assertThat(put("bank-a", "loans/many-flaws", body).body())
                .contains("iin.checksum", "date.before", "oked.format");
    }

    @Test
    void areRefusedAsABombOfBrackets() {
        HttpResponse<String> deep = put("bank-a", "loans/bomb", "{\"iin\":" + "[".repeat(100_000));
        assertThat(deep.statusCode()).isEqualTo(400);
        assertThat(deep.body()).contains("json.too-deep");
        HttpResponse<String> broad = put("bank-a", "loans/bomb", "{\"parties\": [" + "{},".repeat(500_000) + "{}]}");
        assertThat(broad.statusCode()).isEqualTo(400);
    }

    @Test
    void areRefusedInBrokenLetters() {
        byte[] broken = LOAN.replace("CROPS", "CR\u00d6PS").getBytes(StandardCharsets.ISO_8859_1);
        HttpResponse<String> refused = contract.answer(
                server,
                server.as("bank-a", "api/v1/loans/broken")
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofByteArray(broken)));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("json.encoding");
    }

    @Test
    void areRefusedAboveTwoMebibytes() {
        byte[] large = (LOAN + " ".repeat(2 * 1024 * 1024)).getBytes(StandardCharsets.UTF_8);
        for (var publisher : List.of(
                BodyPublishers.ofByteArray(large),
                BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large)))) {
            HttpResponse<String> refused = contract.answer(
                    server,
                    server.as("bank-a", "api/v1/loans/large")
                            .header("Content-Type", "application/json")
                            .PUT(publisher));
            assertThat(refused.statusCode()).isEqualTo(413);
        }
        String padded = LOAN + " ".repeat(2 * 1024 * 1024 - LOAN.length());
        assertThat(put("bank-a", "loans/just-small-enough", padded).statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/json; charset=windows-1251", "text/json"})
    void areTakenAsJsonAlone(String type) {
        HttpResponse<String> refused = contract.answer(
                server,
                server.as("bank-a", "api/v1/loans/typed")
                        .header("Content-Type", type)
                        .PUT(BodyPublishers.ofString(LOAN)));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(415);
    }

    @Test
    void areNotTakenWithoutATypeOrPacked() {
        assertThat(contract.answer(
                                server,
                                server.as("bank-a", "api/v1/loans/typed").PUT(BodyPublishers.ofString(LOAN)))
                        .statusCode())
                .isEqualTo(415);
        assertThat(put("bank-a", "loans/typed", LOAN, "Content-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, loans/x, 405",
        "POST, loans, 405",
        "PATCH, loans/x, 405",
        "OPTIONS, loans, 405",
        "GET, loan, 404",
        "GET, loans/x/repayments, 404",
        "GET, loans/x/repayments/y, 405",
        "GET, loans/x;status=ACTIVE, 400",
    })
    void haveAProblemDocumentForWhateverElseIsAsked(String method, String path, int status) {
        HttpResponse<String> refused =
                server.send(server.as("bank-a", "api/v1/" + path).method(method, BodyPublishers.noBody()));

        contract.validate(refused);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertThat(refused.headers().firstValue("Allow").orElse("")).doesNotContain(method, "OPTIONS");
    }

    @Test
    void areGivenAsJsonAlone() {
        HttpResponse<String> refused =
                server.send(server.as("bank-a", "api/v1/loans").header("Accept", "application/xml"));

        contract.validate(refused);
        assertThat(refused.statusCode()).isEqualTo(406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "coordinator", "akimat", "registry"})
    void areForLendersAlone(String account) {
        assertThat(get(account, "loans").statusCode()).isEqualTo(403);
        assertThat(get(account, "loans/x").statusCode()).isEqualTo(403);
        assertThat(put(account, "loans/x", LOAN).statusCode()).isEqualTo(403);
    }

    @Test
    void doNotOpenOtherDoorsToALender() {
        for (String path : List.of("jobs", "lists/members/loads", "outcomes/indicators?asOf=2023-01-01")) {
            assertThat(server.get("api/v1/" + path, "bank-a").statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    @Test
    void areRefusedInTheLendersLanguage() {
        for (var language :
                Map.of("kk", "күнтізбеде", "ru", "календаре", "en", "calendar").entrySet()) {
            assertThat(put(
                                    "bank-a",
                                    "loans/language",
                                    LOAN.replace("2022-03-01", "2022-02-31"),
                                    "Accept-Language",
                                    language.getKey())
                            .body())
                    .containsIgnoringCase(language.getValue());
        }
    }

    @Test
    void tryNothingWithHeaders() {
        HttpResponse<String> answer = put("bank-a", "loans/x%0D%0ASet-Cookie:%20a=b", LOAN);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void standInADocumentWhoseEveryCallTheServerKnows() {
        contract.model().getPaths().forEach((path, item) -> item.readOperationsMap()
                .forEach((method, operation) -> {
                    String concrete = path.replace("{list}", "members")
                            .replace("{name}", "movement-tracking")
                            .replaceAll("\\{[a-zA-Z]+}", "00000000-0000-0000-0000-000000000000");
                    HttpResponse<String> answer = server.send(
                            server.as("admin", "api/v1" + concrete).method(method.name(), BodyPublishers.noBody()));
                    assertThat(answer.body())
                            .as(method + " " + path)
                            .doesNotContain("path.not-found", "request.method");
                    assertThat(answer.statusCode()).as(method + " " + path).isNotEqualTo(500);
                }));
    }

    @Test
    void areTakenAsTheExamplesOfTheDocumentSay() {
        var body = contract.model()
                .getPaths()
                .get("/loans/{contractNo}")
                .getPut()
                .getRequestBody()
                .getContent()
                .get("application/json");
        assertThat(body.getExamples()).isNotEmpty();
        contract.model().getComponents().getExamples().forEach((name, example) -> {
            if (name.endsWith("Body")) {
                HttpResponse<String> taken = put("bank-a", "loans/example-" + name, Json.pretty(example.getValue()));
                assertThat(taken.statusCode()).as(name + ": " + taken.body()).isEqualTo(201);
            }
        });
    }

    @Test
    void standInTheAuditTrailWithOutcomeAndLatencyAndWithoutAnIin() throws Exception {
        get("bank-b", "loans/audited%0A850101300015");

        try (var connection = server.database();
                var rows = connection.createStatement().executeQuery("""
                        select details ->> 'call', details ->> 'from', outcome, latency_ms from pilot.audit
                        where account = 'bank-b' and action = 'call' and details ->> 'call' like '%audited%'""")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1))
                    .isEqualTo("GET /api/v1/loans/audited\uFFFD************")
                    .doesNotContain("\n");
            assertThat(rows.getString(2)).isEqualTo("127.0.0.1");
            assertThat(rows.getString(3)).isEqualTo("404");
            assertThat(rows.getInt(4)).isNotNegative();
        }
    }

    private static String withTerm(int months) {
        return LOAN.replace("\"termMonths\": 12", "\"termMonths\": " + months);
    }

    private static HttpResponse<String> get(String account, String path) {
        return contract.answer(server, server.as(account, "api/v1/" + path));
    }

    private static HttpResponse<String> post(String account, String path) {
        return contract.answer(server, server.as(account, "api/v1/" + path).POST(BodyPublishers.noBody()));
    }

    private static HttpResponse<String> put(String account, String path, String body, String... headers) {
        HttpRequest.Builder request = server.as(account, "api/v1/" + path).header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return contract.answer(server, request.PUT(BodyPublishers.ofString(body)));
    }

    private static List<String> found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
