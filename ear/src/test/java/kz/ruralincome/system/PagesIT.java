package kz.ruralincome.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages in a browser, on a small register of one's own. */
class PagesIT {

    private static final String CHANGED = "#load-state.good, #load-state.warn, #load-state.bad";

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int HELD_FROM = 30;

    private static Chromium chromium;
    private static RunningServer server;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        server = RunningServer.start(Map.of());
        SmallRegister.sendTo(server);
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

    @Test
    void refuseAWrongPasswordWithASentence() {
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            visitor.go("account/sign-in.xhtml");
            visitor.findsThePageInOrder();
            visitor.page().fill("[id='sign-in:name']", "admin");
            visitor.page().fill("[id='sign-in:password']", "wrong");
            visitor.page().click("[id='sign-in:submit']");
            assertThat(visitor.page().locator("[role=alert]").innerText()).contains("пароль");
        }
    }

    @Test
    void leadBackToWhereTheVisitorWantedToGo() {
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.go("jobrun/jobs.xhtml").page();
            assertThat(page.url()).contains("sign-in");
            page.fill("[id='sign-in:name']", "admin");
            page.fill("[id='sign-in:password']", RunningServer.PASSWORD);
            page.click("[id='sign-in:submit']");
            page.waitForURL("**/jobrun/jobs.xhtml**");
        }
    }

    @ParameterizedTest
    @CsvSource({"kk, 1440", "ru, 390", "en, 1440"})
    void areInOrderInEveryLanguageAndWidth(String language, int width) {
        try (var visitor = Visitor.at(server, chromium, language, width)) {
            visitor.go("account/sign-in.xhtml").looksAt("sign-in", true);
            visitor.signIn("admin");
            visitor.go("index.xhtml").looksAt("home", true);
            visitor.go("outcome/outcomes.xhtml?asOf=2023-01-01").looksAt("outcomes", true);
            printed(visitor, "outcomes", width);
            visitor.page().locator("main td a[href*='figure-members']").first().click();
            visitor.page().waitForURL("**/outcome/figure-members.xhtml**");
            assertThat(visitor.page().locator("main tbody a").count()).isPositive();
            visitor.looksAt("figure-members", true);
            visitor.go("outcome/snapshots.xhtml").looksAt("snapshots", true);
            visitor.go("outcome/movement.xhtml?asOf=2023-01-01").looksAt("movement", true);
            printed(visitor, "movement", width);
            openACell(visitor.page());
            visitor.looksAt("members", true);
            visitor.go("outcome/collegium.xhtml?asOf=2023-01-01").looksAt("collegium", true);
            printed(visitor, "collegium", width);
            visitor.go("outcome/trends.xhtml?indicator=entrepreneurs&from=2022-01-01&to=2023-01-01")
                    .looksAt("trends", true);
            assertThat(visitor.page().locator("svg.trend polyline").count()).isEqualTo(1);
            assertThat(visitor.page().locator("main tbody tr").count()).isEqualTo(13);
            visitor.go("outcome/change.xhtml?from=2022-01-01&to=2023-01-01").looksAt("change", true);
            visitor.page().locator("main tbody td a").first().click();
            visitor.page().waitForURL("**/outcome/change-members.xhtml**");
            visitor.looksAt("change-members", true);
            visitor.page().locator("main tbody a").first().click();
            visitor.page().waitForURL("**/participant/view.xhtml**");
            visitor.looksAt("person", true);
            visitor.go("participant/search.xhtml");
            visitor.page().fill("[id='search:query']", "Сынақов");
            visitor.page().click("[id='search:submit']");
            visitor.page().locator("main tbody a").first().waitFor();
            assertThat(visitor.page().url()).doesNotContain("%D0%A1%D1%8B%D0%BD");
            visitor.looksAt("search", true);
            visitor.go("intake/lists.xhtml").looksAt("lists", true);
            visitor.page().locator("main tbody a").first().click();
            visitor.page().waitForURL("**/intake/load.xhtml**");
            visitor.looksAt("load", true);
            visitor.go("jobrun/jobs.xhtml").looksAt("jobs", true);
            visitor.go("jobrun/runs.xhtml?job=movement-tracking").looksAt("runs", true);
            visitor.go("nowhere.xhtml").looksAt("not-found", true);
        }
    }

    private static void printed(Visitor visitor, String name, int width) {
        if (width == 1440) {
            visitor.prints(name);
        }
    }

    /** What is chosen on one view of outcomes holds on the next. */
    @ParameterizedTest
    @CsvSource({"kk, 1440", "ru, 390", "en, 1440"})
    void takeTheChoiceAlongFromViewToViewOfOutcomes(String language, int width) {
        try (var visitor = Visitor.at(server, chromium, language, width)) {
            visitor.signIn("admin").go("outcome/movement.xhtml?asOf=2023-01-01&from=2022-01-01&territory=313600000");
            assertThat(visitor.page().locator("figure.sankey path.band").count())
                    .isEqualTo(visitor.page().locator("table.matrix tbody td a").count());
            for (String view : new String[] {"plan", "comparison", "registrations", "trends"}) {
                visitor.page()
                        .locator("nav.tabs a[href*='/outcome/" + view + ".xhtml']")
                        .click();
                visitor.page().waitForURL("**/outcome/" + view + ".xhtml**");
                assertThat(visitor.page().inputValue("#asOf")).isEqualTo("2023-01-01");
                assertThat(visitor.page().inputValue("#territory")).isEqualTo("313600000");
                visitor.looksAt(view, true);
            }
        }
    }

    private static void openACell(Page page) {
        page.locator("table.matrix tbody td a").first().click();
        page.waitForURL("**/outcome/members.xhtml**");
    }

    @Test
    void takeAGoodFileAndShowThatTheFiguresFollow() {
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn("admin").go("intake/lists.xhtml").page();
            String head = SmallRegister.iin("900202", 3, 900);
            upload(page, "households", "household_no,kato\nG-1,313633000\n");
            assertThat(page.locator("#load-state").innerText()).isEqualTo("Выполнена");
            visitor.go("intake/lists.xhtml");
            upload(
                    page,
                    "members",
                    "household_no,iin,from,family_name,given_name,relation\nG-1," + head
                            + ",2020-01-01,Көрнекова,Гүл,HEAD\n");
            visitor.go("intake/lists.xhtml");
            upload(page, "registrations", "iin,from,status\n" + head + ",2022-05-01,ACTIVE\n");
            SmallRegister.runMovement(server);
            visitor.go("outcome/outcomes.xhtml?asOf=2023-01-01");
            String row = page.locator("tr:has(code:text-is('entrepreneurs')) td")
                    .first()
                    .innerText();
            assertThat(row).startsWith(Integer.toString(SmallRegister.FAMILIES / 2 + 1));
        }
    }

    /** In 2020, on which no other test looks. */
    @Test
    void freezeAReportThatSomebodyElseApprovesAndSayWhatHasBecomeOfItsFigures() {
        String address;
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn("admin")
                    .go("outcome/collegium.xhtml?asOf=2021-01-01")
                    .page();
            page.click("form.filters [type=submit]");
            page.waitForURL("**asKnownOn=**");
            page.click("[id='draft:submit']");
            page.waitForURL("**/outcome/report.xhtml?id=*");
            address = page.url().substring(page.url().indexOf("outcome/"));
            page.click("[id='approve:submit']");
            assertThat(page.locator("[role=alert]").innerText()).contains("не тот, кто его составил");
            assertThat(page.locator("#report-state").innerText()).isEqualTo("Проект");
            putASentenceThatDoesNotFollow(visitor);
        }
        try (var visitor = Visitor.at(server, chromium, "kk", 390)) {
            Page page = visitor.signIn("akimat")
                    .go(address.replace("report.xhtml?id=", "sentence.xhtml?report="))
                    .page();
            assertThat(page.locator("#closed").innerText()).contains("құрастырған адам ғана");
            assertThat(page.locator("[id='sentence:put']").count()).isZero();
            visitor.go(address);
            page.fill("[id='approve:remark']", "Алқада қаралды");
            page.click("[id='approve:submit']");
            assertThat(page.locator("[role=alert]").innerText()).contains("Сандары сәйкес келмейтін сөйлемдер бар: 1");
            visitor.looksAtInEveryLanguage("report-draft");
            page.fill("textarea[name^='reason-']", "Баяндамада осылай басылған");
            page.click("[id='approve:submit']");
            assertThat(page.locator("#report-state").innerText()).isEqualTo("Бекітілді");
            assertThat(page.locator("main section.card").innerText())
                    .contains("akimat: Баяндамада осылай басылған", "17");
            visitor.looksAtInEveryLanguage("report");
            byte[] printed = file(page, ".pdf");
            assertThat(page.locator("main").innerText()).contains("бүгін де сол қалпында");

            SmallRegister.send(
                    server,
                    "assistance",
                    "household_no,from,to,kind,monthly_amount\nF-1,2020-02-01,2020-03-01,CONDITIONAL,42000\n");
            SmallRegister.runMovement(server);

            visitor.go(address);
            assertThat(page.locator("table.sheet tbody").innerText()).contains("АӘК алушылар");
            assertThat(file(page, ".pdf")).isEqualTo(printed);
            visitor.go("outcome/reports.xhtml").looksAtInEveryLanguage("reports");
        }
    }

    /** Puts in two, and takes the one out again that follows. */
    private static void putASentenceThatDoesNotFollow(Visitor visitor) {
        Page page = visitor.page();
        for (String whole : List.of("16", "17")) {
            page.click("a[href^='sentence.xhtml']");
            page.waitForURL("**/outcome/sentence.xhtml**");
            if (whole.equals("17")) {
                page.click("[id='sentence:put']");
                // asked again until the whole page is there, as below
                PlaywrightAssertions.assertThat(page.locator("[role=alert] li")).hasCount(3);
                visitor.looksAt("sentence", true);
            }
            page.fill("[id='sentence:kk']", "8 отбасының тең жартысы (50 %), барлығы " + whole);
            page.fill("[id='sentence:ru']", "Ровно половина (50 %) из " + whole + " семей, то есть 8");
            page.selectOption("[id='sentence:rows:0:kind']", "PERCENT");
            page.fill("[id='sentence:rows:0:part']", "8");
            page.fill("[id='sentence:rows:0:whole']", whole);
            page.fill("[id='sentence:rows:0:printed']", "50");
            page.click("[id='sentence:put']");
            page.waitForURL("**/outcome/report.xhtml**");
        }
        assertThat(page.locator("main section.card .state.good").innerText()).isEqualTo("совпадает");
        page.click("[id='sentences:0:take:submit']");
        PlaywrightAssertions.assertThat(page.locator("main section.card")).hasCount(1);
        PlaywrightAssertions.assertThat(page.locator("main section.card .state.bad"))
                .hasCount(2);
    }

    private static byte[] file(Page page, String ending) {
        String link = page.locator("a[href^='report-file'][href$='" + ending + "']")
                .first()
                .getAttribute("href");
        return page.request().get(server.url("outcome/" + link).toString()).body();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void sayWhatIsWrongWithABadFile(String language) {
        try (var visitor = Visitor.at(server, chromium, language, 390)) {
            Page page = visitor.signIn("coordinator").go("intake/lists.xhtml").page();
            upload(
                    page,
                    "assistance",
                    "household_no;from;to;kind;monthly_amount\nF-1;2022-99-01;;CONDITIONAL;1\nNONE;2022-01-01;;CONDITIONAL;1\n");
            assertThat(page.locator("main").innerText()).contains("date.format", "household.unknown");
            visitor.looksAt("load-with-errors", true);
            var file = page.waitForDownload(() -> page.click("a[href^='errors.csv']"));
            assertThat(file.suggestedFilename()).startsWith("errors-").endsWith(".csv");
            page.fill("#set-aside\\:reason", "ИИН 850101300015");
            page.click("#set-aside\\:submit");
            page.waitForSelector("#set-aside [role=alert]");
            visitor.looksAt("load-set-aside-refused", true);
            page.fill("#set-aside\\:reason", "№ 12");
            page.click("#set-aside\\:submit");
            assertThat(page.waitForSelector("#set-aside-told").innerText()).contains("coordinator", "№ 12");
            assertThat(page.locator("#set-aside").count()).isZero();
            visitor.looksAt("load-set-aside", true);
        }
    }

    @Test
    void takeAWorkbookAsTheyTakeText() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("households");
            sheet.value(0, 0, "household_no");
            sheet.value(0, 1, "kato");
            sheet.value(1, 0, "X-1");
            sheet.value(1, 1, 313633000);
        }
        try (var visitor = Visitor.at(server, chromium, "kk", 390)) {
            Page page = visitor.signIn("coordinator").go("intake/lists.xhtml").page();
            upload(page, "households", new FilePayload("үйлер.xlsx", WORKBOOK, bytes.toByteArray()));
            assertThat(page.locator("#load-state").innerText()).isEqualTo("Орындалды");
            assertThat(page.locator("main").innerText()).contains("үйлер.xlsx");
            visitor.findsThePageInOrder();
        }
    }

    @Test
    void holdASnapshotThatIsCutUntilSomebodyElseConfirmsItAndTakeItBack() {
        SmallRegister.sendFamiliesOnAssistance(server, HELD_FROM);
        String address;
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn("coordinator").go("intake/lists.xhtml").page();
            page.selectOption("#list", "assistance");
            page.locator("#upload details summary").click();
            page.fill("#snapshot", "2022-10-01");
            page.selectOption("#kato", "313633000");
            upload(page, "assistance", "household_no,kind,monthly_amount\nH-0,CONDITIONAL,20000\n");
            assertThat(page.locator("#load-state").innerText()).isEqualTo("Ждёт подтверждения");
            assertThat(page.locator("[id='answer:confirm']").count())
                    .as("who sent it does not confirm it")
                    .isZero();
            visitor.looksAtInEveryLanguage("load-held");
            address = page.url();
        }
        try (var visitor = Visitor.at(server, chromium, "kk", 390)) {
            Page page = visitor.signIn("admin").page();
            page.navigate(address);
            assertThat(page.locator("#changes ~ .scroll tbody").first().innerText())
                    .contains("29");
            page.click("#samples summary");
            visitor.looksAtInEveryLanguage("load-held-changes");
            page.click("[id='answer:confirm']");
            page.waitForSelector("#load-state.good");
            visitor.photograph("load-confirmed");
            page.click("[id='answer:withdraw']");
            page.locator("#load-state:text-is('Кері қайтарылды')").waitFor();
            page.navigate(server.url("outcome/outcomes.xhtml?asOf=2022-10-02").toString());
            visitor.findsThePageInOrder();
        }
    }

    @ParameterizedTest
    @CsvSource({"kk, 1440", "ru, 390", "en, 1440"})
    void holdAPublishedFigureAgainstTheRegister(String language, int width) {
        try (var visitor = Visitor.at(server, chromium, language, width)) {
            Page page = visitor.signIn("akimat").go("claim/claims.xhtml").page();
            if (!page.locator("[id='claim:source']").isVisible()) {
                page.locator("main details summary").first().click();
            }
            page.fill("[id='claim:source']", "Хабаршы");
            page.fill("[id='claim:text']", "8 из 16");
            page.fill("[id='claim:rows:0:printed']", "много");
            page.click("[id='claim:hand']");
            page.waitForSelector("[role=alert] li");
            assertThat(page.locator("[role=alert] li").count()).isGreaterThan(2);
            visitor.looksAt("claims-refused", true);
            page.fill("[id='claim:publishedOn']", "2023-01-20");
            page.selectOption("[id='claim:rows:0:kind']", "PERCENT");
            page.fill("[id='claim:rows:0:part']", "8");
            page.fill("[id='claim:rows:0:whole']", "17");
            page.fill("[id='claim:rows:0:printed']", "50");
            page.click("[id='claim:hand']");
            page.waitForSelector("main section.card .state.bad");
            assertThat(page.locator("main section.card .hint").first().innerText())
                    .contains("16");
            visitor.looksAt("claims", true);
        }
    }

    @Test
    void refuseAFileThatIsNoList() {
        try (var visitor = Visitor.at(server, chromium, "kk", 1440)) {
            Page page = visitor.signIn("admin").go("intake/lists.xhtml").page();
            page.setInputFiles("#file", new FilePayload("photo.png", "image/png", new byte[] {1, 2, 3}));
            page.click("#upload button[type=submit]");
            page.waitForSelector("#upload-errors [role=alert]");
            assertThat(page.locator("#upload-errors").innerText()).contains("photo.png");
        }
    }

    private static void upload(Page page, String list, String csv) {
        upload(page, list, new FilePayload(list + ".csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    }

    private static void upload(Page page, String list, FilePayload file) {
        page.selectOption("#list", list);
        page.setInputFiles("#file", file);
        page.click("#upload button[type=submit]");
        page.waitForURL("**/intake/load.xhtml**");
        page.waitForSelector(CHANGED);
    }

    @Test
    void findAPersonByIinWithoutItsStandingInAnAddress() {
        try (var visitor = Visitor.at(server, chromium, "kk", 1440)) {
            Page page = visitor.signIn("coordinator-bayzak")
                    .go("participant/search.xhtml")
                    .page();
            String iin = SmallRegister.iin("850101", 3, 100);
            page.fill("[id='search:query']", iin);
            page.click("[id='search:submit']");
            page.waitForURL("**/participant/view.xhtml**");
            assertThat(page.url()).doesNotContain(iin);
            assertThat(page.locator("h1").innerText()).contains("Сынақов");
            assertThat(page.locator("svg.timeline rect").count()).isGreaterThan(1);
        }
    }

    @Test
    void loseNothingThatWasTypedWhenTheSessionHasEnded() {
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            visitor.signIn("coordinator-bayzak");
            Page page = visitor.page();
            page.clock().install();
            visitor.go("participant/search.xhtml");
            page.fill("[id='search:query']", "Сынақов");
            page.clock().fastForward("01:01:00");
            page.context().clearCookies();
            page.click("[id='search:submit']");
            var alert = page.locator("main .not-sent");
            alert.waitFor();
            assertThat(alert.innerText()).contains("Сеанс закончился");
            assertThat(page.inputValue("[id='search:query']")).isEqualTo("Сынақов");

            Page next = page.context().waitForPage(() -> alert.locator("a").click());
            next.fill("[id='sign-in:name']", "coordinator-bayzak");
            next.fill("[id='sign-in:password']", RunningServer.PASSWORD);
            next.click("[id='sign-in:submit']");
            next.waitForURL("**/index.xhtml");
            page.click("[id='search:submit']");
            page.locator("main tbody a").first().waitFor();
            visitor.findsThePageInOrder();
        }
    }

    @Test
    void areAllWithinReachOfTheKeyboard() {
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.go("account/sign-in.xhtml").page();
            page.waitForFunction("document.activeElement.id === 'sign-in:name'");
            page.keyboard().type("coordinator-bayzak");
            page.keyboard().press("Tab");
            page.keyboard().type(RunningServer.PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL("**/index.xhtml");
            visitor.go("participant/search.xhtml");
            visitor.tabsTo("[id='search:query']");
            page.keyboard().type(SmallRegister.iin("850101", 3, 100));
            page.keyboard().press("Enter");
            page.waitForURL("**/participant/view.xhtml**");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
        }
    }

    @Test
    void showAkimatStaffFiguresAndNoPeople() {
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn("akimat")
                    .go("outcome/movement.xhtml?asOf=2023-01-01")
                    .page();
            assertThat(page.locator("table.matrix").count()).isEqualTo(1);
            assertThat(page.locator("table.matrix a, figure.sankey a").count()).isZero();
            assertThat(page.locator("nav.menu a[href*='/participant/']").count())
                    .isZero();
            visitor.go("outcome/outcomes.xhtml?asOf=2023-01-01");
            assertThat(page.locator("main a[href*='figure-members']").count()).isZero();
            for (String refused : new String[] {"participant/search.xhtml", "outcome/figure-members.xhtml"}) {
                assertThat(page.navigate(server.url(refused).toString()).status())
                        .as(refused)
                        .isEqualTo(403);
            }
            visitor.findsThePageInOrder();
        }
    }

    @Test
    void startAJobAndFollowItToItsEnd() {
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn("admin").go("jobrun/jobs.xhtml").page();
            page.locator("main form input[type=checkbox]").first().check();
            page.locator("main form:has(input[type=checkbox]) input[type=submit]")
                    .first()
                    .click();
            page.locator("main section:has(input[type=checkbox]) a[href^='runs.xhtml']")
                    .first()
                    .click();
            page.locator("tbody tr:first-child .state.good").waitFor();
            assertThat(page.locator("tbody tr:first-child").innerText()).contains("полный");
        }
    }

    @Test
    void areLightOnTheFirstVisit() {
        try (var visitor = Visitor.at(server, chromium, "kk", 1440)) {
            long[] bytes = {0};
            visitor.page().onResponse(response -> {
                var length = response.headers().get("content-length");
                bytes[0] += length == null ? 0 : Long.parseLong(length);
            });
            visitor.signIn("admin").go("intake/lists.xhtml");
            assertThat(bytes[0]).isLessThan(500_000);
        }
    }
}
