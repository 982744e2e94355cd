package kz.ruralincome.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of administrators in a browser: people's accounts from the first password to the last session, parameters, the trail. */
class AdministrationIT {

    private static final String PHRASE = "three green apples";

    private static Chromium chromium;
    private static RunningServer server;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        server = RunningServer.start(Map.of("PILOT_BUSINESS_DATE", "2023-03-01"));
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

    @ParameterizedTest
    @CsvSource({"kk, 1440", "ru, 390", "en, 1440"})
    void pagesAreInOrderInEveryLanguageAndWidth(String language, int width) {
        try (var visitor = Visitor.at(server, chromium, language, width)) {
            visitor.signIn("admin");
            visitor.go("account/users.xhtml").looksAt("users", true);
            visitor.go("account/user.xhtml?name=akimat").looksAt("user", true);
            visitor.go("account/sessions.xhtml").looksAt("sessions", true);
            visitor.go("account/password.xhtml").looksAt("password", true);
            changePassword(visitor.page(), RunningServer.PASSWORD, "Qwerty123456");
            visitor.page().waitForSelector("[role=alert]");
            visitor.looksAt("password-refused", true);
            visitor.go("parameter/parameters.xhtml").looksAt("parameters", true);
            visitor.go("parameter/parameter.xhtml?name=MCI").looksAt("parameter", true);
            visitor.go("trail/trail.xhtml").looksAt("trail", true);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"coordinator", "akimat"})
    void pagesAreForAdministratorsAlone(String account) {
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn(account).page();
            for (String view : new String[] {
                "account/users.xhtml",
                "account/user.xhtml?name=admin",
                "account/sessions.xhtml",
                "account/machines.xhtml",
                "parameter/parameters.xhtml",
                "parameter/parameter.xhtml?name=MCI",
                "trail/trail.xhtml",
                "trail/trail.csv"
            }) {
                assertThat(page.navigate(server.url(view).toString()).status())
                        .as(view)
                        .isEqualTo(403);
            }
            visitor.go("account/password.xhtml").findsThePageInOrder();
        }
    }

    @Test
    void aCoordinatorComesAndGoes() {
        try (var administrator = Visitor.at(server, chromium, "ru", 1440);
                var newcomer = Visitor.at(server, chromium, "kk", 1440)) {
            Page admin = administrator.signIn("admin").go("account/users.xhtml").page();
            admin.fill("[id='open:name']", "coordinator-talas");
            admin.selectOption("[id='open:role']", "COORDINATOR");
            admin.selectOption("[id='open:territory']", "316200000");
            admin.click("[id='open:submit']");
            admin.waitForURL("**/account/user.xhtml?name=coordinator-talas");
            String temporary = admin.locator("#password").innerText();
            assertThat(temporary).matches("[2-9a-z]{5}(-[2-9a-z]{5}){3}");
            administrator.findsThePageInOrder();
            admin.reload();
            assertThat(admin.locator("#password").count()).as("shown once").isZero();

            mustChangeTheTemporaryPassword(newcomer, temporary);
            assertThat(statusOfApi("coordinator-talas", temporary))
                    .as("the temporary password is worth nothing any more")
                    .isEqualTo(401);

            isHeldUpAndLetIn(administrator, "coordinator-talas");
            administrator.go("account/user.xhtml?name=coordinator-talas");
            assertThat(admin.locator("section, main").first().innerText()).contains("Таласский район");

            admin.click("[id='toggle:submit']");
            admin.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(admin.locator("#standing").innerText()).isEqualTo("закрыта");
            newcomer.go("participant/search.xhtml");
            assertThat(newcomer.page().url())
                    .as("the session of the other browser has ended")
                    .contains("sign-in.xhtml");
        }
    }

    private static void mustChangeTheTemporaryPassword(Visitor newcomer, String temporary) {
        assertThat(statusOfApi("coordinator-talas", temporary))
                .as("a temporary password opens no API")
                .isEqualTo(403);
        Page page = signIn(newcomer, "coordinator-talas", temporary);
        page.waitForURL("**/account/password.xhtml**");
        newcomer.go("participant/search.xhtml");
        assertThat(page.url()).as("nothing else is open").contains("account/password.xhtml");
        assertThat(page.locator("nav.menu").count()).isZero();
        newcomer.findsThePageInOrder();
        newcomer.meetsNoObstacle();
        changePassword(page, temporary, "Coordinator-Talas-1");
        assertThat(page.locator("[role=alert] li").count()).isEqualTo(1);
        changePassword(page, "wrong", "Qwerty123456");
        assertThat(page.locator("[role=alert] li").count()).isEqualTo(2);
        changePassword(page, temporary, PHRASE);
        page.waitForURL("**/participant/search.xhtml**");
        assertThat(page.locator("nav.menu").count()).isEqualTo(1);
    }

    private static void isHeldUpAndLetIn(Visitor administrator, String account) {
        try (var stranger = Visitor.at(server, chromium, "ru", 1440)) {
            Page admin = administrator.page();
            String standing = "";
            // each further attempt is held up longer: at last as long as it takes to look
            for (int attempt = 0; attempt < 14 && !standing.equals("вход временно закрыт"); attempt++) {
                String answer = signIn(stranger, account, "wrong")
                        .locator("[role=alert]")
                        .innerText();
                if (answer.contains("Слишком много")) {
                    administrator.go("account/user.xhtml?name=" + account);
                    standing = admin.locator("#standing").innerText();
                }
            }
            assertThat(standing).isEqualTo("вход временно закрыт");
            administrator.looksAtInEveryLanguage("user-held");
            administrator.go("account/sessions.xhtml").looksAtInEveryLanguage("sessions-held");
            administrator.go("account/user.xhtml?name=" + account);
            admin.click("[id='unlock:submit']");
            admin.waitForLoadState(LoadState.NETWORKIDLE);

            signIn(stranger, account, PHRASE);
            stranger.page().waitForURL("**/index.xhtml");
        }
    }

    @Test
    void aSessionThatIsEndedIsOver() {
        try (var administrator = Visitor.at(server, chromium, "ru", 1440);
                var other = Visitor.at(server, chromium, "ru", 1440)) {
            other.signIn("coordinator-bayzak").go("participant/search.xhtml");
            Page admin = administrator
                    .signIn("admin")
                    .go("account/user.xhtml?name=coordinator-bayzak")
                    .page();
            assertThat(admin.locator("#sessions ~ .scroll tbody tr").count()).isEqualTo(1);
            admin.click("#sessions ~ .scroll input[type=submit]");
            admin.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(admin.locator("#sessions ~ .empty").count()).isEqualTo(1);

            other.go("participant/search.xhtml");
            assertThat(other.page().url()).contains("sign-in.xhtml");
            assertThat(administrator.go("account/users.xhtml").page().url()).doesNotContain("sign-in.xhtml");
        }
    }

    @Test
    void theLastAdministratorStaysAndAkimatStaffAreGrantedWithAReason() {
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page =
                    visitor.signIn("admin").go("account/user.xhtml?name=admin").page();
            page.click("[id='toggle:submit']");
            page.waitForSelector("[role=alert]");
            assertThat(page.locator("[role=alert]").innerText()).contains("последний администратор");
            page.selectOption("[id='change:role']", "AKIMAT");
            page.click("[id='change:submit']");
            assertThat(page.locator("[role=alert]").innerText()).contains("последний администратор");

            visitor.go("account/user.xhtml?name=akimat");
            page.fill("[id='grant:reason']", "Поручение № 7 от 01.03.2023");
            page.click("[id='grant:submit']");
            page.waitForSelector("[id='deny:submit']");
            assertThat(page.locator("main").innerText()).contains("Поручение № 7");
            page.click("[id='deny:submit']");
            page.waitForSelector("[id='grant:submit']");
        }
    }

    @Test
    void aValueIsRecordedWithItsDocumentAndTheOldOneStaysInTheHistory() {
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn("admin")
                    .go("parameter/parameter.xhtml?name=LOAN_GRACE_MONTHS")
                    .page();
            assertThat(page.locator(".empty").count()).isEqualTo(1);
            record(page, "2023-01-01", "двенадцать", "Приказ № 1");
            assertThat(page.locator("[role=alert]").innerText()).contains("не число");
            record(page, "2023-01-01", "12", "Приказ № 1");
            page.waitForSelector("[role=status]");
            record(page, "2023-01-01", "18", "Приказ № 2");
            page.waitForSelector("#before");
            assertThat(page.locator("#before ~ .scroll").innerText())
                    .contains("12 мес.")
                    .contains("Приказ № 1");
            visitor.looksAtInEveryLanguage("parameter-history");

            page.locator("#before ~ .scroll tbody a").click();
            page.waitForURL("**asKnownOn=**");
            assertThat(page.locator("main").innerText()).contains("12 мес.").doesNotContain("18 мес.");
            visitor.go("parameter/parameters.xhtml");
            assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("LOAN_GRACE_MONTHS"))
                            .innerText())
                    .contains("18 мес.");
        }
    }

    @Test
    void theTrailIsFoundAndHandedOutAndSaysSo() throws IOException {
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn("admin").go("trail/trail.xhtml").page();
            page.selectOption("#account", "admin");
            page.selectOption("#action", "session.begun");
            page.click("#filters button");
            page.waitForURL("**action=session.begun**");
            assertThat(page.locator("#lines tr").count()).isPositive();
            assertThat(page.locator("#lines tr").first().innerText())
                    .contains("вход")
                    .contains("session.begun");
            visitor.looksAtInEveryLanguage("trail-found");

            var file = page.waitForDownload(() -> page.click("#file"));
            assertThat(Files.readAllLines(file.path()))
                    .hasSizeGreaterThan(1)
                    .first()
                    .isEqualTo("id,at,account,action,person,details,outcome,latency_ms");
            visitor.go("trail/trail.xhtml?action=trail.exported");
            assertThat(page.locator("#lines tr").first().innerText()).contains("session.begun");

            visitor.go("trail/trail.xhtml?account=850101300015&from=2023-02-30");
            assertThat(page.locator("[role=alert] li").count()).isPositive();
            visitor.go("trail/trail.xhtml");
            assertThat(page.locator("#lines").innerText()).doesNotContain("850101300015");
        }
    }

    @Test
    void aListOfTerritoriesIsLookedThroughBeforeItGoesIn() {
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn("admin").go("intake/lists.xhtml").page();
            page.selectOption("#list", "territories");
            String list = """
                    kato,parent,name_ru
                    313633000,313600000,Сарыкемер с.о.
                    313699000,313600000,Новый с.о.
                    313635000,314000000,Бурылский с.о.
                    """;
            page.setInputFiles(
                    "#file", new FilePayload("territories.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
            page.click("#upload button[type=submit]");
            page.waitForURL("**/intake/load.xhtml**");
            page.waitForSelector("#differences");
            assertThat(page.locator("#differences ~ .scroll").innerText())
                    .contains("313699000")
                    .contains("новая единица")
                    .contains("Сарыкемер с.о.")
                    .contains("другая вышестоящая единица")
                    .contains("Жамбылский район");
            visitor.looksAtInEveryLanguage("territory-differences");
            page.click("[id='take-in:submit']");
            page.waitForURL(url ->
                    !url.isEmpty() && page.locator("[id='take-in:submit']").count() == 0);
            page.waitForSelector("#load-state.good");
            assertThat(page.locator("main").innerText()).doesNotContain("только проверка");
        }
    }

    private static int statusOfApi(String account, String password) {
        String login = Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
        return server.send(HttpRequest.newBuilder(server.url("api/v1/jobs")).header("Authorization", "Basic " + login))
                .statusCode();
    }

    private static Page signIn(Visitor visitor, String account, String password) {
        Page page = visitor.go("account/sign-in.xhtml").page();
        page.fill("[id='sign-in:name']", account);
        page.fill("[id='sign-in:password']", password);
        page.click("[id='sign-in:submit']");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return page;
    }

    private static void changePassword(Page page, String current, String wanted) {
        page.fill("[id='change:current']", current);
        page.fill("[id='change:wanted']", wanted);
        page.fill("[id='change:again']", wanted);
        page.click("[id='change:submit']");
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    private static void record(Page page, String from, String value, String document) {
        page.fill("[id='record:from']", from);
        page.fill("[id='record:value']", value);
        page.fill("[id='record:document']", document);
        page.click("[id='record:submit']");
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }
}
