package kz.ruralincome.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What loans led to, over HTTP and on the page: ten loans to the heads of {@link SmallRegister}'s families, in a window that
 * no other test lends in.
 */
class LoanOutcomesIT {

    private static final String WINDOW = "asOf=2023-01-01&flowFrom=2022-09-01";
    private static final String LOANS = "api/v1/outcomes/loans?" + WINDOW;
    private static final String MEMBERS = "api/v1/outcomes/loans/members?" + WINDOW + "&measure=";
    private static final String PAGE = "outcome/loans.xhtml?" + WINDOW;
    private static final String OKRUG = "313633000";

    private static RunningServer server;
    private static ApiContract contract;

    /** Even families registered on 1 June and left assistance a month later; eight loans by one bank, two by the other. */
    @BeforeAll
    static void lend() {
        server = RunningServer.shared();
        contract = ApiContract.of(server);
        SmallRegister.sendTo(server);
        for (int family = 0; family < 10; family++) {
            String iin = SmallRegister.iin("850101", 3, 100 + family);
            lend(family < 8 ? "bank-a" : "bank-b", "outcome-" + family, """
                    {"iin": "%s", "purpose": "%s", "approvedOn": "2022-08-15", "disbursedOn": "2022-09-12",
                     "principal": 1200000.00, "annualRate": 0, "termMonths": 12, "schedule": "DIFFERENTIATED",
                     "status": "ACTIVE"}""".formatted(
                            iin, family < 9 ? "LIVESTOCK" : "TRADE"));
        }
        SmallRegister.runMovement(server);
    }

    private static void lend(String bank, String contractNo, String loan) {
        HttpResponse<String> answer = server.send(server.as(bank, "api/v1/loans/" + contractNo)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(loan)));
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    }

    private static HttpResponse<String> get(String path, String account) {
        return contract.answer(server, server.as(account, path));
    }

    private static String ok(String path, String account) {
        HttpResponse<String> answer = get(path, account);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void theLoanBookComesWithBothNumbersOfEachShare() {
        assertThat(ok(LOANS, "admin"))
                .contains("\"group\":\"ALL\",\"key\":null,")
                .contains("\"loans\":10,\"disbursed\":12000000.00,\"outstanding\":12000000.00,\"borrowers\":10")
                .contains("{\"code\":\"par30\",\"numerator\":12000000.00,\"denominator\":12000000.00,\"percent\":100.0")
                .contains("{\"code\":\"repayment-rate\",\"numerator\":0.00,\"denominator\":3000000.00,\"percent\":0.0")
                .contains("{\"state\":\"ASP\",\"onApproval\":5,\"onDay\":5,")
                .contains("\"within90Days\":5")
                .contains("\"observedTo\":", "\"rules\":", "\"freshAsOf\":", "\"coversTo\":", "\"landmarkMonths\":6");
    }

    @Test
    void rowsAreTheWholeByLenderTerritoryPurposeAndQuarter() {
        String answer = ok(LOANS + "&lang=en", "admin");

        assertThat(answer)
                .contains("\"group\":\"LENDER\",\"key\":\"bank-a\"")
                .contains("\"group\":\"TERRITORY\",\"key\":\"313600000\",\"name\":\"Bayzak\",\"loans\":10,")
                .contains("\"group\":\"TERRITORY\",\"key\":\"none\"")
                .contains("\"group\":\"PURPOSE\",\"key\":\"TRADE\",\"name\":\"Trade\",\"loans\":1,")
                .contains("\"group\":\"QUARTER\",\"key\":\"2022-Q3\",\"name\":\"2022-Q3\",\"loans\":10,");
        assertThat(ok(LOANS + "&lender=bank-b&territory=" + OKRUG, "coordinator-bayzak"))
                .contains("\"lender\":\"bank-b\"")
                .contains("\"group\":\"ALL\",\"key\":null,\"name\":", "\"loans\":1,");
    }

    @Test
    void everyNumberOpensToItsLoansAndEachLookIsNoted() {
        String members = ok(MEMBERS + "registered.within-90-days&group=LENDER&key=bank-a", "coordinator-bayzak");

        assertThat(count(members, "\"contractNo\":\"outcome-")).isEqualTo(4);
        assertThat(members)
                .contains("\"contractNo\":\"outcome-0\",\"lender\":\"bank-a\",\"person\":\"")
                .contains("\"next\":null");
        assertThat(count(ok(MEMBERS + "par60&group=PURPOSE&key=TRADE", "admin"), "\"amount\":1200000.00"))
                .isEqualTo(1);
        assertThat(ok(MEMBERS + "on-day.WAGE_EMPLOYED", "admin")).contains("\"items\":[]");
    }

    @Test
    void smallGroupsAreWithheldFromThoseWhoSeeNoPersons() {
        String district = ok(LOANS + "&territory=313600000", "akimat");

        assertThat(district).contains("\"group\":\"ALL\",\"key\":null,").contains("\"loans\":10,");
        assertThat(district).contains("\"key\":\"bank-b\",\"name\":").contains("\"loans\":null,\"disbursed\":null");
        assertThat(ok(LOANS, "akimat")).contains("\"key\":\"TRADE\",\"name\":").contains("\"loans\":1,");
        assertThat(get(MEMBERS + "loans", "akimat").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bank-a", "registry"})
    void areNoBusinessOfMachines(String account) {
        assertThat(get(LOANS, account).statusCode()).isEqualTo(403);
        assertThat(get(MEMBERS + "loans", account).statusCode()).isEqualTo(403);
    }

    @Test
    void whatCannotBeAnsweredIsRefused() {
        assertThat(get(LOANS + "&territory=314000000", "coordinator-bayzak").statusCode())
                .isEqualTo(403);
        assertThat(get(LOANS + "&lender=nobody", "admin").statusCode()).isEqualTo(422);
        assertThat(get("api/v1/outcomes/loans", "admin").statusCode()).isEqualTo(422);
        assertThat(get(MEMBERS + "happiness", "admin").statusCode()).isEqualTo(422);
        assertThat(get(MEMBERS + "loans&group=QUARTER&key=2022-Q5", "admin").statusCode())
                .isEqualTo(422);
        assertThat(get(MEMBERS + "loans&cursor=nowhere", "admin").statusCode()).isEqualTo(422);
    }

    @Test
    void theSameMomentHasTheSameAnswerAndCsvTheSameNumbers() {
        String first = ok(LOANS, "admin");
        String moment = found(first, "\"asKnownOn\":\"([^\"]+)\"");
        lend("bank-b", "outcome-later", """
                {"iin": "%s", "purpose": "TRADE", "approvedOn": "2022-09-15", "disbursedOn": "2022-12-31",
                 "principal": 1.00, "annualRate": 0, "termMonths": 12, "schedule": "ANNUITY", "status": "CANCELLED"}""".formatted(SmallRegister.iin("850101", 3, 100)));
        SmallRegister.runMovement(server);

        assertThat(items(ok(LOANS + "&asKnownOn=" + moment, "admin"))).isEqualTo(items(first));
        HttpResponse<String> csv =
                contract.answer(server, server.as("admin", LOANS + "&lang=en").header("Accept", "text/csv"));
        assertThat(csv.headers().firstValue("X-Pilot-Observed-To")).isPresent();
        assertThat(csv.body())
                .contains("ALL,,All loans,loans,10,,,", "ALL,,All loans,par90.percent,0.0,0.00,12000000.00,");
    }

    @ParameterizedTest
    @CsvSource({"kk, 1440", "ru, 390", "en, 1440"})
    void thePagesAreInOrder(String language, int width) {
        try (var chromium = Chromium.start();
                var visitor = Visitor.at(server, chromium, language, width)) {
            Page page = visitor.signIn("coordinator").go(PAGE).page();
            visitor.looksAt("loan-outcomes", true);
            assertThat(page.locator(".bars rect").count()).isGreaterThan(1);
            page.locator("#borrowers ~ .scroll td a").first().click();
            page.waitForURL("**/outcome/loan-members.xhtml**");
            visitor.looksAt("loan-members", true);
            assertThat(page.locator("main tbody tr").count()).isEqualTo(5);
            assertThat(page.locator("main tbody th a").first().getAttribute("href"))
                    .startsWith("../credit/loan.xhtml?id=");
        }
    }

    @Test
    void thePageShowsAkimatStaffNoLoans() {
        try (var chromium = Chromium.start();
                var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page =
                    visitor.signIn("akimat").go(PAGE + "&territory=313600000").page();
            assertThat(page.locator("a[href^='loan-members']").count()).isZero();
            assertThat(page.locator("main").innerText()).contains("… Скрыто");
            visitor.findsThePageInOrder();
            assertThat(page.navigate(server.url("outcome/loan-members.xhtml?measure=loans&asOf=2023-01-01")
                                    .toString())
                            .status())
                    .isEqualTo(403);
        }
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
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
