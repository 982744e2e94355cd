package kz.ruralincome.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The desk, the findings of data-quality and the search in a browser, on a small register with a flaw of each kind. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeskPagesIT {

    private static final String DISAGREES = SmallRegister.iin("850101", 3, 100);
    private static final String PHONE = "+7 (701) 123-45-67";

    private static Chromium chromium;
    private static RunningServer server;
    private static Walk walk;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        server = RunningServer.start(Map.of("PILOT_BUSINESS_DATE", "2022-12-31"));
        SmallRegister.sendTo(server);
        SmallLoanBook.sendTo(server);
        String enrolled = SmallRegister.iin("850101", 3, 101);
        SmallRegister.send(
                server,
                "occupations",
                "iin,source,from,kind\n" + DISAGREES + ",CONTRIBUTIONS,2022-01-01,WAGE_EMPLOYED\n");
        SmallRegister.send(
                server,
                "enrolments",
                "iin,from,kato,registration_due\n" + enrolled + ",2022-01-10,313635000,2022-06-30\n");
        SmallRegister.send(server, "households", "household_no,kato\nEMPTY,313633000\n");
        SmallRegister.send(
                server, "assistance", "household_no,from,kind,monthly_amount\nEMPTY,2022-01-01,CONDITIONAL,20000\n");
        SmallRegister.send(
                server,
                "members",
                "household_no,iin,from,birth_date,sex,family_name,given_name,phone,relation\nF-3,"
                        + SmallRegister.iin("850101", 3, 103) + ",2020-01-01,1985-01-01,M,Сынақов,Үлгіг," + PHONE
                        + ",HEAD\n");
        server.send(server.as("coordinator-bayzak", "api/v1/lists/vital-events")
                .header("Content-Type", "text/csv")
                .header("Prefer", "wait=60")
                .POST(BodyPublishers.ofString("iin,date,kind\n123456789012,2022-01-01,DIED\n")));
        SmallRegister.runMovement(server);
        look();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Order(1)
    @ParameterizedTest
    @CsvSource({"kk, 1440", "ru, 390"})
    void areInOrderInEveryWidth(String language, int width) {
        try (var visitor = Visitor.at(server, chromium, language, width)) {
            visitor.signIn("admin").go("index.xhtml").looksAt("desk", true);
            visitor.go("quality/findings.xhtml?kind=CONSENT_MISSING").looksAt("findings", true);
            visitor.go("quality/findings.xhtml?kind=SOURCES_DISAGREE");
            visitor.page().locator("table.findings a.look").first().click();
            visitor.page().waitForURL("**/quality/finding.xhtml**");
            visitor.looksAt("finding", true);
            search(visitor, "f-3");
            visitor.looksAt("found-by-household", true);
        }
    }

    @Order(2)
    @ParameterizedTest
    @CsvSource({"admin", "coordinator-bayzak"})
    void countAsManyAsTheListBehindEachNumberHolds(String account) {
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn(account).go("index.xhtml").page();
            int lines = page.locator(".waiting a").count();
            assertThat(lines).as("something of each part waits").isGreaterThanOrEqualTo(8);
            for (int line = 0; line < lines; line++) {
                visitor.go("index.xhtml");
                var link = page.locator(".waiting a").nth(line);
                int count = Integer.parseInt(link.locator(".number").innerText());
                link.click();
                page.waitForURL(url -> !url.contains("index.xhtml"));
                assertThat(rowsOfAllPages(page)).as(page.url()).isEqualTo(count);
            }
        }
    }

    @Order(3)
    @Test
    void tellHowManyFindingsOfEachKindTheListHolds() {
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn("admin").go("quality/findings.xhtml").page();
            assertThat(page.locator("#counts tr").count()).isEqualTo(8);
            for (String kind :
                    List.of("SOURCES_DISAGREE", "CONSENT_MISSING", "ASSISTANCE_WITHOUT_MEMBERS", "LIKELY_DUPLICATE")) {
                visitor.go("quality/findings.xhtml?kind=" + kind);
                int count = Integer.parseInt(page.locator("#count").innerText().replaceAll("[^0-9]", ""));
                assertThat(count).as(kind).isPositive();
                assertThat(rowsOfAllPages(page)).as(kind).isEqualTo(count);
            }
            assertThat(page.locator("main").innerText()).doesNotContain(DISAGREES);
            visitor.go("quality/findings.xhtml?kind=NONSENSE");
            assertThat(page.locator("[role=alert] li").count()).isEqualTo(1);
        }
    }

    @Order(4)
    @Test
    void keepAnExplanationUntilTheFactsAreMended() {
        try (var visitor = Visitor.at(server, chromium, "kk", 1440)) {
            Page page = visitor.signIn("coordinator-bayzak")
                    .go("quality/findings.xhtml?kind=SOURCES_DISAGREE")
                    .page();
            page.locator("table.findings a.look").click();
            page.waitForURL("**/quality/finding.xhtml**");
            String address = page.url();
            page.fill("[id='explain:reason']", "   ");
            page.click("[id='explain:submit']");
            page.waitForSelector("[role=alert]");
            page.fill("[id='explain:reason']", "Екі жерде жұмыс істейді");
            page.click("[id='explain:submit']");
            page.waitForSelector("#explanation");
            assertThat(page.locator("main").innerText()).contains("Екі жерде жұмыс істейді", "coordinator-bayzak");
            look();
            visitor.go("quality/findings.xhtml?kind=SOURCES_DISAGREE");
            assertThat(page.locator("table.findings").count()).isZero();
            visitor.go("quality/findings.xhtml?kind=SOURCES_DISAGREE&state=EXPLAINED");
            assertThat(page.locator("table.findings tbody tr").count()).isEqualTo(1);

            SmallRegister.send(
                    server,
                    "occupations",
                    "iin,source,from,kind,action\n" + DISAGREES + ",CONTRIBUTIONS,2022-01-01,,REMOVE\n");
            SmallRegister.runMovement(server);
            look();
            page.navigate(address);
            assertThat(page.locator("#finding-state").innerText()).isEqualTo("жойылған");
            assertThat(page.locator("[id='explain:reason']").count()).isZero();
        }
    }

    @Order(5)
    @Test
    void showNoFindingsToAkimatStaffNorOutsideTheTerritory() {
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn("akimat").page();
            assertThat(page.locator(".desk section").count())
                    .as("assignments alone")
                    .isEqualTo(1);
            assertThat(page.locator("main a[href*='/outcome/']").count()).isPositive();
            for (String view : List.of("findings.xhtml", "finding.xhtml?id=1")) {
                assertThat(page.navigate(server.url("quality/" + view).toString())
                                .status())
                        .as(view)
                        .isEqualTo(403);
            }
        }
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn("coordinator-bayzak").page();
            assertThat(page.navigate(server.url("quality/finding.xhtml?id=999999")
                                    .toString())
                            .status())
                    .isEqualTo(404);
            assertThat(page.navigate(server.url("quality/findings.xhtml?territory=316600000")
                                    .toString())
                            .status())
                    .isEqualTo(403);
        }
    }

    @Order(6)
    @Test
    void findPeopleByWhateverIsTypedWithoutAPhoneInTheAddress() {
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn("coordinator-bayzak").page();
            search(visitor, "8 701 123 45 67");
            assertThat(page.url()).contains("phone=").doesNotContain("701").doesNotContain("4567");
            assertThat(page.locator("main tbody tr").count()).isEqualTo(1);
            assertThat(page.locator("main tbody").innerText()).contains("Үлгіг", "телефон сейчас");
            search(visitor, "f-3");
            assertThat(page.locator("main tbody").innerText()).contains("Үлгіг", "член домохозяйства сейчас");
            search(visitor, "Сынаков Улгиг");
            assertThat(page.locator("main tbody tr").first().innerText()).contains("Үлгіг");
            visitor.go("participant/search.xhtml");
            page.fill("[id='search:query']", "8 701 000 00 00");
            page.click("[id='search:submit']");
            page.waitForSelector("[role=status]");
            page.fill("[id='search:query']", "Үлгіг 8 701 123 45 67");
            page.click("[id='search:submit']");
            page.waitForSelector("[role=alert]");
            assertThat(page.url()).doesNotContain("name=").doesNotContain("701");
        }
    }

    @Order(7)
    @Test
    void leadTwoAccountsToACorrectionOfAnApprovedFigure() {
        new CorrectionStory(server, chromium).isToldByTwoAndReachesTheReport();
    }

    @Order(7)
    @Test
    void leadAnAssignmentFromItsGiverToItsOwnerAndIntoTheReport() {
        String collegium = "api/v1/outcomes/collegium?asOf=2022-12-31";
        try (var giver = Visitor.at(server, chromium, "ru", 1440);
                var owner = Visitor.at(server, chromium, "kk", 390)) {
            Page page = giver.signIn("akimat")
                    .go("assignment/new.xhtml?indicator=asp.persons&asOf=2022-12-31")
                    .page();
            giver.looksAtInEveryLanguage("assignment-new");
            page.fill("[id='give:text']", "Проверить списки получателей");
            page.selectOption("[id='give:owner']", "coordinator");
            page.fill("[id='give:dueOn']", "2023-01-15");
            page.click("[id='give:submit']");
            page.waitForURL("**/assignment/assignment.xhtml?id=*");
            giver.looksAtInEveryLanguage("assignment");
            assertThat(page.locator("input[type=submit]").count())
                    .as("closes it, and no more")
                    .isEqualTo(1);

            Page other = owner.signIn("coordinator").go("index.xhtml").page();
            other.click(".waiting a[href*='state=GIVEN']");
            other.waitForSelector("#assignments");
            owner.looksAtInEveryLanguage("assignments");
            other.click("#assignments a");
            other.click("[id='step:accept']");
            other.waitForSelector("[id='step:report']");
            other.click("[id='step:report']");
            other.waitForSelector("[role=alert]");
            other.fill("[id='step:words']", "Тексерілді");
            other.click("[id='step:report']");
            other.waitForSelector("#assignment-state.warn");
            owner.looksAtInEveryLanguage("assignment-reported");
            assertThat(server.send(server.as("akimat", collegium)).body())
                    .contains("\"state\":\"REPORTED\"", "Тексерілді");

            giver.go("index.xhtml");
            page.click(".waiting a[href*='giver=akimat']");
            page.click("#assignments a");
            page.click("[id='step:close']");
            page.waitForSelector("#assignment-state.good");
            assertThat(page.locator("#steps tr").count()).isEqualTo(4);
        }
        try (var stranger = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = stranger.signIn("coordinator-bayzak").page();
            assertThat(page.navigate(server.url("assignment/assignment.xhtml?id=1")
                                    .toString())
                            .status())
                    .isEqualTo(404);
            assertThat(page.navigate(server.url("assignment/new.xhtml").toString())
                            .status())
                    .isEqualTo(403);
        }
    }

    @Order(8)
    @Test
    void mergeTwoRecordsOfOnePersonAndPartThemAgain() {
        new MergeStory(server, chromium).isToldForthAndBack();
    }

    @Order(9)
    @Test
    void leadToEveryView() {
        walk = Walk.through(server);
        assertThat(walk.faults()).as("links that lead nowhere").isEmpty();
        assertThat(walk.unseen()).as("views that no link leads to").isEmpty();
    }

    /** Those that no story has looked at in every language. */
    @Order(10)
    @ParameterizedTest
    @CsvSource({"kk, 390", "ru, 1440", "en, 390"})
    void areInOrderInEveryLanguage(String language, int width) {
        try (var visitor = Visitor.at(server, chromium, language, width)) {
            ToldOnce.isInOrder(walk, visitor, language);
        }
    }

    /** After all others, since much is taken away by what is sent. */
    @Order(11)
    @Test
    void areStillAboutTheSameWhenAFormComesBack() {
        new EveryForm(server).isAnsweredByItsPage(walk.pages());
    }

    private static void search(Visitor visitor, String typed) {
        Page page = visitor.go("participant/search.xhtml").page();
        page.fill("[id='search:query']", typed);
        page.click("[id='search:submit']");
        page.waitForURL("**/participant/search.xhtml?**=**");
        page.waitForSelector("main tbody tr");
    }

    private static int rowsOfAllPages(Page page) {
        String rows = page.url().contains("/intake/")
                ? "#watch-loads tr"
                : "table."
                        + (page.url().contains("/credit/")
                                ? "loans"
                                : page.url().contains("/quality/") ? "findings" : "stack")
                        + " tbody tr";
        int found = page.locator(rows).count();
        var next = page.locator("a[rel=next]");
        while (next.count() > 0) {
            next.first().click();
            page.waitForLoadState();
            found += page.locator(rows).count();
        }
        return found;
    }

    /** Runs data-quality to its end; one that the movement asked for may be under way. */
    private static void look() {
        int status;
        do {
            status = server.send(server.as("admin", "api/v1/jobs/data-quality/runs")
                            .header("Content-Type", "application/json")
                            .header("Prefer", "wait=60")
                            .POST(BodyPublishers.ofString("{}")))
                    .statusCode();
        } while (status == 409);
        assertThat(status).isEqualTo(202);
    }

    @Order(8)
    @Test
    void mapTheColumnsOfAnOwnSpreadsheetOnceAndMendItsRowsInPlace() throws IOException {
        byte[] families = ownSpreadsheet();
        String rejected;
        try (var visitor = Visitor.at(server, chromium, "ru", 390)) {
            Page page = visitor.signIn("coordinator-bayzak").page();
            sendMembers(visitor, families);
            assertThat(page.locator("main").innerText()).contains("column.missing");
            page.click("a[href^='map.xhtml']");
            page.waitForURL("**/intake/map.xhtml**");
            assertThat(page.locator("main").innerText()).doesNotContain(SmallRegister.iin("900202", 4, 200));
            assertThat(page.locator("#missing").innerText()).contains("номер домохозяйства");
            visitor.looksAtInEveryLanguage("map");
            page.selectOption("#column-1", "household_no");
            page.selectOption("#column-6", "iin");
            page.click("#mapping button[value=send]");
            page.waitForSelector("[role=alert] li");
            page.selectOption("#column-6", "");
            page.fill("#name", "Подворный обход");
            page.click("#mapping button[value=send]");
            page.waitForSelector("#mapped-by");
            page.waitForSelector("#load-state.warn");

            sendMembers(visitor, families);
            assertThat(page.locator("#mapped-by").innerText()).contains("Подворный обход", "coordinator-bayzak");
            assertThat(page.locator("#changes ~ .scroll").first().innerText()).contains("Без изменений");
            rejected = page.url();
            var file = page.waitForDownload(() -> page.click("a[href*='form=xlsx']"));
            sendMembers(visitor, Files.readAllBytes(file.path()));
            assertThat(page.locator("#mapped-by").count())
                    .as("the rejected rows come under the same headings")
                    .isEqualTo(1);

            page.navigate(rejected);
            page.click("a[href^='mend.xhtml']");
            page.waitForURL("**/intake/mend.xhtml**");
            assertThat(page.locator("[aria-invalid=true]").count()).isEqualTo(2);
            visitor.looksAtInEveryLanguage("mend");
            page.fill("[name='cell.2.relation']", "супруга");
            page.click("button[value=save]");
            page.waitForURL("**done=saved**");
            assertThat(page.locator("#row-2 .state.good").count()).isEqualTo(1);
            page.click("button[value=send]");
            page.waitForSelector("#load-state.good");
            assertThat(page.locator("#changes ~ .scroll tbody td").first().innerText())
                    .as("began")
                    .isEqualTo("1");
        }
        try (var visitor = Visitor.at(server, chromium, "kk", 1440)) {
            visitor.signIn("coordinator-bayzak").go("intake/mappings.xhtml").looksAtInEveryLanguage("mappings");
            visitor.page().navigate(rejected.replace("load.xhtml", "mend.xhtml") + "&lang=kk");
            assertThat(visitor.page().locator("#mend fieldset").count()).isEqualTo(1);
            visitor.go("intake/mappings.xhtml").page().click("button[value=remove]");
            visitor.page().waitForSelector("p.empty");
        }
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn("akimat").page();
            for (String view : List.of("mend.xhtml", "map.xhtml", "rejected")) {
                assertThat(page.navigate(rejected.replace("load.xhtml", view)).status())
                        .as(view)
                        .isGreaterThanOrEqualTo(403);
            }
            assertThat(page.navigate(server.url("intake/mappings.xhtml").toString())
                            .status())
                    .isEqualTo(403);
        }
    }

    private static void sendMembers(Visitor visitor, byte[] workbook) {
        Page page = visitor.go("intake/lists.xhtml").page();
        page.selectOption("#list", "members");
        page.setInputFiles(
                "#file",
                new FilePayload(
                        "обход.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook));
        page.click("#upload button[type=submit]");
        page.waitForURL("**/intake/load.xhtml**");
        page.waitForSelector("#load-state.good, #load-state.warn, #load-state.bad");
    }

    /** Three members, the second with a relation and the third with a household that nobody knows. */
    private static byte[] ownSpreadsheet() throws IOException {
        String[][] rows = {
            {"Подворный обход, декабрь"},
            {"Дом-во №", "ИИН заявителя", "Фамилия заявителя", "Кем приходится", "Проживает с", "Примечание"},
            {"F-1", SmallRegister.iin("900202", 4, 200), "Сынақова", "супруга", "01.02.2021", "-"},
            {"F-3", SmallRegister.iin("900202", 4, 210), "Сынақова", "сноха", "01.02.2021", "-"},
            {"F-99", SmallRegister.iin("900202", 4, 220), "Сынақова", "супруга", "01.02.2021", "-"}
        };
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var sheet = book.newWorksheet("1");
            for (int row = 0; row < rows.length; row++) {
                for (int cell = 0; cell < rows[row].length; cell++) {
                    sheet.value(row, cell, rows[row][cell]);
                }
            }
        }
        return bytes.toByteArray();
    }
}
