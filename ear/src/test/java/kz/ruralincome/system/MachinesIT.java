package kz.ruralincome.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The administrator's page for accounts of machines, in a browser; what it gives out opens the API, what it revokes not. */
class MachinesIT {

    private static Chromium chromium;
    private static RunningServer server;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        server = RunningServer.shared();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"kk, 1440", "ru, 390", "en, 1440"})
    void isInOrderInEveryLanguage(String language, int width) {
        try (var visitor = Visitor.at(server, chromium, language, width)) {
            visitor.signIn("admin").go("account/machines.xhtml");
            visitor.findsThePageInOrder();
            visitor.meetsNoObstacle();
            visitor.photograph("machines");
        }
    }

    @Test
    void opensRotatesWithOverlapAndRevokes() {
        try (var visitor = Visitor.at(server, chromium, "en", 1440)) {
            Page page = visitor.signIn("admin").go("account/machines.xhtml").page();
            page.fill("[id='open:name']", "bank-a-2");
            page.selectOption("[id='open:lender']", "bank-a");
            page.click("[id='open:submit']");
            String first = page.locator("#secret").innerText();
            assertThat(first).hasSize(43);
            assertThat(statusOf("bank-a-2", first)).isEqualTo(200);

            page.reload();
            assertThat(page.locator("#secret").count()).as("shown once").isZero();

            Locator card = cardOf(page, "bank-a-2");
            card.locator("select").selectOption(new SelectOption().setLabel("7 days"));
            card.locator("input[value='Give out a new secret']").click();
            String second = page.locator("#secret").innerText();
            assertThat(second).isNotEqualTo(first);
            assertThat(statusOf("bank-a-2", first)).isEqualTo(200);
            assertThat(statusOf("bank-a-2", second)).isEqualTo(200);

            cardOf(page, "bank-a-2").locator("input[value='Revoke']").last().click();
            page.waitForLoadState();
            assertThat(statusOf("bank-a-2", first)).isEqualTo(401);
            assertThat(statusOf("bank-a-2", second)).isEqualTo(200);

            cardOf(page, "bank-a-2").locator("select").selectOption(new SelectOption().setLabel("no longer"));
            cardOf(page, "bank-a-2")
                    .locator("input[value='Give out a new secret']")
                    .click();
            String third = page.locator("#secret").innerText();
            assertThat(statusOf("bank-a-2", second)).as("no overlap").isEqualTo(401);
            assertThat(statusOf("bank-a-2", third)).isEqualTo(200);

            cardOf(page, "bank-a-2").locator("input[value='Close the account']").click();
            page.waitForLoadState();
            assertThat(statusOf("bank-a-2", third)).isEqualTo(401);
            visitor.findsThePageInOrder();
        }
    }

    @Test
    void takesUpALenderAndSaysWhatIsWrong() {
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn("admin").go("account/machines.xhtml").page();
            page.fill("[id='open:name']", "Bank A!");
            page.click("[id='open:submit']");
            assertThat(page.locator("[role=alert]").innerText()).contains("Имя");

            visitor.go("account/machines.xhtml");
            page.fill("[id='add-lender:code']", "spk-taraz");
            page.selectOption("[id='add-lender:kind']", "SPK");
            page.fill("[id='add-lender:kazakh']", "«Тараз» ӘКК");
            page.fill("[id='add-lender:russian']", "СПК «Тараз»");
            page.fill("[id='add-lender:english']", "SPK Taraz");
            page.click("[id='add-lender:submit']");
            page.waitForLoadState();
            assertThat(page.locator("[id='open:lender']").innerText()).contains("СПК «Тараз»");
        }
    }

    @Test
    void isForAdministratorsAlone() {
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn("coordinator").page();
            assertThat(page.navigate(server.url("account/machines.xhtml").toString())
                            .status())
                    .isEqualTo(403);
        }
    }

    private static Locator cardOf(Page page, String account) {
        return page.locator("section.card:has(h2 code:text-is('" + account + "'))");
    }

    private static int statusOf(String account, String secret) {
        String login = Base64.getEncoder().encodeToString((account + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return server.send(HttpRequest.newBuilder(server.url("api/v1/loans")).header("Authorization", "Basic " + login))
                .statusCode();
    }
}
