package kz.ruralincome.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The indicators, the districts and the search over HTTP, on the families of {@link SmallRegister}. */
class OutcomesIT {

    private static final String INDICATORS = "api/v1/outcomes/indicators?asOf=2023-01-01";
    private static final String COLLEGIUM = "api/v1/outcomes/collegium?asOf=2023-01-01";
    private static final String DISTRICTS = "api/v1/outcomes/districts?asOf=2023-01-01&indicator=";
    private static final String CHANGE = "api/v1/outcomes/change?from=2022-01-01&to=2023-01-01&indicator=";
    private static final String TRENDS = "api/v1/outcomes/trends?indicator=";
    private static final String BAYZAK = "313600000";

    private static RunningServer server;

    @BeforeAll
    static void sendTheFamilies() {
        server = RunningServer.shared();
        SmallRegister.sendTo(server);
    }

    @Test
    void countsTheYearToDateAndTheDay() {
        String answer = ok(INDICATORS, "admin");

        assertThat(answer)
                .contains(line("asp.persons", "person", "FLOW", "16", "16"))
                .contains(line("asp.persons-on-day", "person", "STOCK", "8", "16"))
                .contains(line("asp.assigned", "tenge a month", "STOCK", "336004.00", "672008.00"))
                .contains(line("entrepreneurs", "person", "STOCK", "8", "0"))
                .contains(line("registrations.new", "registration", "FLOW", "8", "0"))
                .contains(line("moved.asp-to-entrepreneur", "person", "FLOW", "8", "0"))
                .contains(line("asp.paid", "tenge", "FLOW", "null", "null"))
                .contains("\"reason\":\"NO_DATA\"")
                .contains("\"rules\":", "\"asKnownOn\":", "\"freshAsOf\":", "\"coversTo\":", "\"territory\":null");
    }

    @Test
    void narrowsToATerritoryAndAPopulation() {
        assertThat(ok(INDICATORS + "&territory=313633000", "coordinator-bayzak"))
                .contains(line("asp.persons", "person", "FLOW", "8", "8"));
        assertThat(ok(INDICATORS + "&population=WORKING_AGE", "akimat"))
                .contains(line("asp.persons", "person", "FLOW", "16", "16"))
                .contains("NOT_FOR_POPULATION");
    }

    @Test
    void putsTheDistrictsSideBySide() {
        assertThat(ok(DISTRICTS + "entrepreneurs&lang=en", "admin"))
                .contains("{\"kato\":\"" + BAYZAK + "\",\"name\":\"Bayzak\",\"value\":8,")
                .contains("\"kato\":\"outside\"", "\"kato\":\"none\"");
        assertThat(ok(DISTRICTS + "entrepreneurs&territory=" + BAYZAK, "coordinator-bayzak"))
                .contains("\"kato\":\"313633000\"")
                .doesNotContain("\"kato\":\"none\"");
    }

    @Test
    void answersTheSameAsKnownOnTheSameMoment() {
        String first = ok(INDICATORS, "admin");
        String moment = found(first, "\"asKnownOn\":\"([^\"]+)\"");

        SmallRegister.runMovement(server);

        assertThat(items(ok(INDICATORS + "&asKnownOn=" + moment, "admin"))).isEqualTo(items(first));
    }

    @Test
    void tellsAFigureMonthByMonthAsOfEachDayByItself() {
        String trend = ApiContract.of(server)
                .answer(server, server.as("admin", TRENDS + "asp.persons-on-day&from=2022-01-01&to=2023-01-01"))
                .body();
        for (String day : new String[] {"2022-01-01", "2022-06-01", "2023-01-01"}) {
            String single = found(
                    ok("api/v1/outcomes/indicators?asOf=" + day, "admin"),
                    "\"asp.persons-on-day\",\"unit\":\"person\",\"kind\":\"STOCK\",\"value\":(\\d+)");
            assertThat(trend).contains("{\"asOf\":\"" + day + "\",\"value\":" + single + ",");
        }
        assertThat(ok(TRENDS + "ENTREPRENEUR&to=2023-01-01", "coordinator-bayzak"))
                .contains("\"territory\":\"" + BAYZAK + "\"", "{\"asOf\":\"2023-01-01\",\"value\":8,");
        assertThat(server.get(TRENDS + "ASP", "registry").statusCode()).isEqualTo(403);
        assertThat(server.get(TRENDS + "ASP&territory=314000000", "coordinator-bayzak")
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.get(TRENDS + "DECEASED", "admin").statusCode()).isEqualTo(422);
        assertThat(server.get(TRENDS + "ASP&from=2023-01-02&to=2023-01-01", "admin")
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<String> csv = server.send(
                server.as("akimat", TRENDS + "unemployed&to=2023-01-01").header("Accept", "text/csv"));
        assertThat(csv.body()).startsWith("asOf,flowFrom,value,reason\r\n");
        assertThat(csv.headers().firstValue("X-Pilot-Indicator")).hasValue("unemployed");
    }

    @Test
    void keepsTheFiguresOfTheMonthOnce() {
        String first = snapshot();
        assertThat(snapshot()).as("again").contains("\"figures\":0");
        String months = ok("api/v1/outcomes/snapshots", "akimat");
        String month = found(months, "\"month\":\"(\\d{4}-\\d{2})-01\"");
        String kept = ApiContract.of(server)
                .answer(server, server.as("admin", "api/v1/outcomes/snapshots/" + month))
                .body();
        assertThat(kept).contains("\"asp.persons-on-day\"", "\"restated\":", "\"movement\":{");
        assertThat(first).contains("\"state\":\"DONE\"");
        assertThat(server.get("api/v1/outcomes/snapshots/1990-01", "admin").statusCode())
                .isEqualTo(404);
        assertThat(server.get("api/v1/outcomes/snapshots/" + month, "registry").statusCode())
                .isEqualTo(403);
        assertThat(server.get("api/v1/outcomes/snapshots/" + month + "?territory=314000000", "coordinator-bayzak")
                        .statusCode())
                .isEqualTo(403);
    }

    /** A run to its end; the first one of the server may be under way. */
    private static String snapshot() {
        HttpResponse<String> answer;
        do {
            answer = server.send(server.as("admin", "api/v1/jobs/outcome-snapshot/runs")
                    .header("Content-Type", "application/json")
                    .header("Prefer", "wait=60")
                    .POST(BodyPublishers.ofString("{}")));
        } while (answer.statusCode() == 409);
        assertThat(answer.statusCode()).isEqualTo(202);
        return answer.body();
    }

    /** Also the hashes of cells, which who may see no persons is not told. */
    @Test
    void repeatsAnAnswerByteForByteToEachByTheirRights() {
        String matrix = "api/v1/outcomes/movement?from=2022-01-01&to=2023-01-01";
        String admin = ok(matrix, "admin");
        assertThat(admin).contains("\"members\":\"sha256:");
        assertThat(ok(matrix, "akimat")).doesNotContain("\"members\"");
        assertThat(items(ok(matrix, "admin").replace("\"cells\"", "\"items\"")))
                .isEqualTo(items(admin.replace("\"cells\"", "\"items\"")));
        assertThat(ok(matrix + "&territory=" + BAYZAK, "coordinator-bayzak")).isNotEqualTo(admin);
    }

    @Test
    void drawsUpTheCollegiumReportInThreeForms() {
        var contract = ApiContract.of(server);
        String json = contract.answer(server, server.as("admin", COLLEGIUM)).body();
        assertThat(json)
                .contains(line("asp.persons", "person", "FLOW", "16", "16"))
                .contains("\"kato\":\"" + BAYZAK + "\"", "\"from\":\"ASP\",\"to\":\"ENTREPRENEUR\",\"persons\":8");
        HttpResponse<String> pdf = server.send(server.as("akimat", COLLEGIUM).header("Accept", "application/pdf"));
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(pdf.body()).startsWith("%PDF-");
        assertThat(pdf.headers().firstValue("Content-Disposition").orElse("")).contains("collegium-all-2023-01-01-");
        HttpResponse<String> xlsx = server.send(server.as("akimat", COLLEGIUM)
                .header("Accept", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
        assertThat(xlsx.body()).startsWith("PK");
        assertThat(server.get(COLLEGIUM + "&territory=314000000", "coordinator-bayzak")
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.get(COLLEGIUM, "bank-a").statusCode()).isEqualTo(403);
    }

    @Test
    void givesCsvWithWhatItRestsOnInHeaders() {
        HttpResponse<String> answer = server.send(server.as("admin", INDICATORS).header("Accept", "text/csv"));

        assertThat(answer.headers().firstValue("X-Pilot-As-Known-On")).isPresent();
        assertThat(answer.headers().firstValue("X-Pilot-As-Of")).hasValue("2023-01-01");
        assertThat(answer.body()).contains("asp.persons,person,FLOW,16,16,0,0.0,");
    }

    @Test
    void refusesWhatCannotBeAnswered() {
        assertThat(server.get(INDICATORS + "&asKnownOn=2199-01-01T00:00:00Z", "admin")
                        .statusCode())
                .isEqualTo(422);
        assertThat(server.get(INDICATORS + "&territory=999999999", "admin").statusCode())
                .isEqualTo(422);
        assertThat(server.get(INDICATORS + "&flowFrom=2023-01-01", "admin").statusCode())
                .isEqualTo(422);
        assertThat(server.get(DISTRICTS + "happiness", "admin").statusCode()).isEqualTo(422);
        assertThat(server.get(INDICATORS + "&territory=314000000", "coordinator-bayzak")
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.get(INDICATORS + "&territory=none", "coordinator-bayzak")
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.get(INDICATORS, "bank-a").statusCode()).isEqualTo(403);
    }

    @Test
    void tellsWhyAFigureChangedAndWhoIsBehindIt() {
        String change = ok(CHANGE + "asp.persons-on-day", "admin");

        assertThat(change)
                .contains("\"before\":16,\"after\":8")
                .contains("{\"direction\":\"OUT\",\"reason\":\"REGISTERED\",\"persons\":8,\"members\":\"sha256:");
        String members = ok(
                CHANGE.replace("change?", "change/members?") + "asp.persons-on-day&direction=OUT&reason=REGISTERED",
                "admin");
        assertThat(Pattern.compile("\"iin\"").matcher(members).results()).hasSize(8);
        assertThat(ok(CHANGE + "entrepreneurs&territory=" + BAYZAK, "akimat"))
                .contains("\"before\":0,\"after\":8", "\"direction\":\"IN\",\"reason\":\"REGISTERED\"")
                .doesNotContain("sha256");
        HttpResponse<String> csv =
                server.send(server.as("admin", CHANGE + "entrepreneurs").header("Accept", "text/csv"));
        assertThat(csv.body()).contains("IN,REGISTERED,8,sha256:");
        assertThat(csv.headers().firstValue("X-Pilot-After")).hasValue("8");
    }

    @Test
    void refusesAChangeThatCannotBeTold() {
        assertThat(server.get(CHANGE + "asp.paid", "admin").statusCode()).isEqualTo(422);
        assertThat(server.get(CHANGE, "admin").body()).contains("\"field\":\"indicator\",\"code\":\"value.missing\"");
        assertThat(server.get(CHANGE + "entrepreneurs&territory=314000000", "coordinator-bayzak")
                        .statusCode())
                .isEqualTo(403);
        String members = CHANGE.replace("change?", "change/members?") + "entrepreneurs&direction=";
        assertThat(server.get(members + "UP&reason=DIED", "admin").statusCode()).isEqualTo(422);
        assertThat(server.get(members + "IN&reason=DIED", "admin").statusCode()).isEqualTo(422);
        assertThat(server.get(members + "OUT&reason=DIED", "akimat").statusCode())
                .isEqualTo(403);
    }

    @Test
    void holdsPublishedFiguresAgainstTheRegister() {
        String claim = """
                {"source": "Хабаршы", "publishedOn": "2023-01-20", "text": "8 из 16, на 47 процентов меньше (план 17)",
                 "statements": [
                    {"kind": "VALUE", "indicator": "asp.persons-on-day", "asOf": "2023-01-01", "printed": "8"},
                    {"kind": "VALUE", "indicator": "entrepreneurs", "asOf": "2023-01-01", "printed": "9"},
                    {"kind": "CHANGE", "indicator": "asp.persons-on-day", "from": "2022-01-01", "to": "2023-01-01",
                     "printed": "-8"},
                    {"kind": "PERCENT", "part": "8", "whole": "16", "printed": "47"}]}""";

        HttpResponse<String> answer = hand("akimat", claim);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body())
                .contains("\"printed\":\"8\",\"verdict\":\"MATCH\",\"ours\":8")
                .contains("\"printed\":\"9\",\"verdict\":\"MISMATCH\",\"ours\":8")
                .contains("\"printed\":\"-8\",\"verdict\":\"MATCH\",\"ours\":-8")
                .contains("\"verdict\":\"MISMATCH\",\"ours\":50,\"bases\":[17");
        assertThat(ok("api/v1/outcomes/claims", "coordinator-bayzak"))
                .contains("\"source\":\"Хабаршы\"", "\"next\":null");
        assertThat(hand("akimat", "{").statusCode()).isEqualTo(400);
        assertThat(hand("admin", claim.replace("entrepreneurs", "happiness")).body())
                .contains("statements[1].indicator", "claim.indicator");
        String elsewhere = claim.replace("\"printed\": \"9\"", "\"territory\": \"999999999\", \"printed\": \"9\"");
        assertThat(hand("admin", elsewhere).body()).contains("\"field\":\"statements[1].territory\"");
        assertThat(hand("registry", claim).statusCode()).isEqualTo(403);
    }

    @Test
    void addsUpThePartsOfAPublishedWhole() {
        String claim = """
                {"source": "Хабаршы", "publishedOn": "2023-01-20", "text": "9,2 млрд",
                 "statements": [{"kind": "SUM", "parts": ["6.4", "0.972", "0.056"], "printed": "9.2"}]}""";

        assertThat(hand("akimat", claim).body())
                .contains("\"kind\":\"SUM\",\"parts\":[\"6.4\",\"0.972\",\"0.056\"],\"printed\":\"9.2\"")
                .contains("\"verdict\":\"MISMATCH\",\"ours\":7.428,\"rest\":1.772");
    }

    private static HttpResponse<String> hand(String account, String claim) {
        return server.send(server.as(account, "api/v1/outcomes/claims")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(claim)));
    }

    @Test
    void findsPeopleInEitherSpellingAndOpensThem() {
        String body = search("coordinator-bayzak", "{\"name\": \"Сынаков\"}").body();

        assertThat(body).contains("\"name\":\"Сынақов Үлгі").contains("\"territory\":\"31363");
        String id = found(body, "\"id\":\"([^\"]+)\"");
        String iin = found(body, "\"iin\":\"([^\"]+)\"");
        assertThat(search("admin", "{\"iin\": \"" + iin + "\"}").body()).contains(id);
        assertThat(ok("api/v1/participants/" + id, "admin"))
                .contains("\"birthDate\":\"1985-01-01\"", "\"list\":\"occupations\"");
    }

    @Test
    void showsNobodyToThoseWhoMaySeeFiguresAlone() {
        assertThat(search("akimat", "{\"name\": \"Сынаков\"}").statusCode()).isEqualTo(403);
        assertThat(server.get("api/v1/participants/" + UUID.randomUUID(), "akimat")
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.get("api/v1/participants/" + UUID.randomUUID(), "admin")
                        .statusCode())
                .isEqualTo(404);
    }

    private static HttpResponse<String> search(String account, String json) {
        return server.send(server.as(account, "api/v1/participants/search")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    private static String ok(String path, String account) {
        HttpResponse<String> answer = server.get(path, account);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String line(String code, String unit, String kind, String value, String previous) {
        return "{\"code\":\"%s\",\"unit\":\"%s\",\"kind\":\"%s\",\"value\":%s,\"previous\":%s,"
                .formatted(code, unit, kind, value, previous);
    }

    private static String items(String answer) {
        return answer.substring(answer.indexOf("\"items\""));
    }

    private static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
