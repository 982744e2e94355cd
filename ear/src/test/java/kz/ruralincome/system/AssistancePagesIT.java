package kz.ruralincome.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages on the right to assistance in a browser. */
class AssistancePagesIT {

    private static Chromium chromium;
    private static RunningServer server;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        server = RunningServer.start(Map.of("PILOT_BUSINESS_DATE", SmallAssistance.DATE));
        SmallAssistance.sendTo(server);
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
    void areInOrderInEveryLanguageAndWidth(String language, int width) {
        try (var visitor = Visitor.at(server, chromium, language, width)) {
            visitor.signIn("admin").go("assistance/review.xhtml");
            visitor.looksAt("assistance-review", true);
            Page page = open(visitor, SmallAssistance.ABOVE_LINE);
            visitor.looksAt("assistance-above-line", false);
            open(visitor, SmallAssistance.NOT_KNOWN);
            assertThat(page.locator("#outcome").getAttribute("class")).isEqualTo("notice");
            visitor.looksAt("assistance-not-known", false);
            open(visitor, SmallAssistance.ENTITLED);
            page.fill("#heads", "15");
            page.fill("#norm", "9 000,50");
            page.fill("#document", "№ 5");
            page.locator("#suppose button").click();
            page.waitForURL("**heads=15**");
            visitor.go(page.url().substring(server.url().toString().length()).replace("#what-if", ""));
            visitor.looksAt("assistance-what-if", true);
            record(page, "MEASURES_REFUSED", "2023-01-01");
            decide(page, "CONDITIONAL", "49538", "№ 3", "Құжаттар тексерілді, сумма верна");
            visitor.looksAt("assistance-decision", true);
            page.locator("main p a").first().click();
            page.waitForURL("**/assistance/test.xhtml**");
            visitor.looksAt("assistance-decided", true);
            page.locator("[id='rows:0:back:submit']").click();
            page.waitForLoadState();
            assertThat(page.locator("#recorded").count()).isZero();
        }
    }

    private static Page open(Visitor visitor, String household) {
        Page page = visitor.go("assistance/review.xhtml").page();
        page.locator("#review a:text-is('" + household + "')").click();
        page.waitForURL("**/assistance/test.xhtml**");
        return page;
    }

    /** With blanks that one can type. */
    private static String text(Page page, String place) {
        return page.locator(place).innerText().replace('\u00a0', ' ');
    }

    private static void record(Page page, String ground, String on) {
        page.locator("details:has([id='refusal:ground']) summary").click();
        page.selectOption("[id='refusal:ground']", ground);
        page.fill("[id='refusal:on']", on);
        page.fill("[id='refusal:document']", "№ 9");
        page.click("[id='refusal:record']");
        page.locator("#recorded").waitFor();
    }

    private static void decide(Page page, String verdict, String monthly, String contract, String reason) {
        page.selectOption("[id='decision:verdict']", verdict);
        page.fill("[id='decision:monthly']", monthly);
        page.fill("[id='decision:contract']", contract);
        page.fill("[id='decision:reason']", reason);
        page.click("[id='decision:keep']");
        page.waitForURL("**/assistance/decision.xhtml**");
    }

    @Test
    void explainTheRightAndWhatWouldEndIt() {
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            visitor.signIn("coordinator");
            Page page = open(visitor, SmallAssistance.ENTITLED);
            assertThat(text(page, "#outcome")).contains("49 538", "44 000", "5 538", "Условная");
            assertThat(text(page, "main")).contains("(34 000 − 23 000) × 4", "№ 77", "1,5 × 3 692 = 5 538");
            page.fill("#heads", "15");
            page.fill("#norm", "9000");
            page.locator("#suppose button").click();
            page.locator("#answer.notice").waitFor();
            assertThat(text(page, "#answer")).contains("акт акимата");
            page.fill("#document", "№ 5");
            page.locator("#suppose button").click();
            page.locator("#answer.error").waitFor();
            assertThat(text(page, "#answer")).contains("250 тенге на человека", "не больше 14");

            open(visitor, SmallAssistance.ON_THE_LINE);
            assertThat(text(page, "#outcome")).contains("0 — помощь");
            assertThat(text(page, "main")).contains("равен черте");
        }
    }

    @Test
    void letAnOfficerDecideAgainstTheAdviceAndOnlyOnWhatTheySaw() {
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            visitor.signIn("admin");
            Page page = open(visitor, SmallAssistance.NOT_KNOWN);
            page.click("[id='decision:keep']");
            page.locator("[role=alert] li").first().waitFor();
            assertThat(page.locator("[role=alert] li").count()).isEqualTo(2);
            try (var other = Visitor.at(server, chromium, "ru", 1440)) {
                other.signIn("coordinator");
                decide(open(other, SmallAssistance.NOT_KNOWN), "UNCONDITIONAL", "10 000,50", "", "Справки приложены");
                assertThat(text(other.page(), "main")).contains("Рекомендации не было", "10 000,50");
            }
            page.selectOption("[id='decision:verdict']", "REFUSED");
            page.fill("[id='decision:reason']", "Нет справок");
            page.click("[id='decision:keep']");
            page.locator("[role=alert] li").first().waitFor();
            assertThat(page.locator("[role=alert]").innerText()).contains("другое решение");
            assertThat(page.locator("[id='decision:verdict']").inputValue()).isEmpty();
            page.selectOption("[id='decision:verdict']", "REFUSED");
            page.click("[id='decision:keep']");
            page.waitForURL("**/assistance/decision.xhtml**");
            visitor.go("assistance/review.xhtml");
            open(visitor, SmallAssistance.NOT_KNOWN);
            assertThat(page.locator("#decisions + .scroll tbody tr").count()).isEqualTo(2);
            assertThat(text(page, "#decisions + .scroll")).contains("заменено");
        }
    }

    @Test
    void areReachedFromAPersonAndOnlyWithinReach() {
        String elsewhere;
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            visitor.signIn("admin");
            elsewhere = open(visitor, SmallAssistance.ABOVE_LINE).url();
            visitor.page().locator("#members-caption").waitFor();
        }
        try (var visitor = Visitor.at(server, chromium, "kk", 1440)) {
            Page page = visitor.signIn("coordinator-bayzak")
                    .go("participant/search.xhtml")
                    .page();
            page.fill("[id='search:query']", SmallAssistance.head(0));
            page.click("[id='search:submit']");
            page.waitForURL("**/participant/view.xhtml**");
            page.locator("main a[href*='assistance/test.xhtml']").click();
            page.waitForURL("**/assistance/test.xhtml?household=**");
            assertThat(page.url()).doesNotContain(SmallAssistance.head(0));
            assertThat(page.locator("h1").innerText()).contains(SmallAssistance.ENTITLED);
            assertThat(page.navigate(elsewhere).status()).isEqualTo(404);
            visitor.go("assistance/review.xhtml");
            assertThat(page.locator("#review tbody tr").count()).isEqualTo(2);
            assertThat(page.navigate(server.url("assistance/review.xhtml?territory=316600000")
                                    .toString())
                            .status())
                    .isEqualTo(403);
        }
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn("akimat").page();
            for (String view : new String[] {"review.xhtml", "test.xhtml?household=1", "decision.xhtml?id=1"}) {
                assertThat(page.navigate(server.url("assistance/" + view).toString())
                                .status())
                        .as(view)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void listWhatTheReviewFoundByChange() {
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn("admin").go("assistance/review.xhtml").page();
            assertThat(page.locator("#count").innerText()).isEqualTo("Проверены 4 семьи");
            page.locator("main a[href*='change=NO_LONGER']").first().click();
            page.waitForURL("**change=NO_LONGER**");
            assertThat(text(page, "#review tbody tr")).contains(SmallAssistance.ABOVE_LINE);
            visitor.go("assistance/review.xhtml?change=NONSENSE&cursor=x");
            assertThat(page.locator("[role=alert] li").count()).isEqualTo(2);
            visitor.findsThePageInOrder();
        }
        assertThat(SmallAssistance.review(server)).contains("\"noLonger\":1").contains("\"households\":4");
    }
}
