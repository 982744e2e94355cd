package kz.ruralincome.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;

/**
 * A registration that an approved report rests on turns out never to have been: one coordinator says so on the page of the
 * person, another writes it, and the report tells what has become of its figure. On a small register of 2022.
 */
final class CorrectionStory {

    private static final String IIN = SmallRegister.iin("850101", 3, 104);

    private final RunningServer server;
    private final Chromium chromium;

    CorrectionStory(RunningServer server, Chromium chromium) {
        this.server = server;
        this.chromium = chromium;
    }

    void isToldByTwoAndReachesTheReport() {
        String report = approvedReport();
        String correction = proposed();
        try (var visitor = Visitor.at(server, chromium, "ru", 390)) {
            Page page = visitor.signIn("admin").go("index.xhtml").page();
            var line = page.locator(".waiting a[href*='/correction/list.xhtml']");
            assertThat(line.locator(".number").innerText()).isEqualTo("1");
            line.click();
            page.waitForURL("**/correction/list.xhtml**");
            assertThat(page.locator("main tbody tr").count()).isEqualTo(1);
            visitor.looksAtInEveryLanguage("corrections");
            page.locator("main tbody a").click();
            page.waitForURL("**/correction/view.xhtml**");
            assertThat(page.innerText("main")).contains("отчёт № ", "на 01.12.2022", "Үлгід", "приказ № 7");
            visitor.looksAtInEveryLanguage("correction");
            page.focus("#confirm button");
            page.keyboard().press("Enter");
            page.getByText("Исправление подтверждено и внесено.").waitFor();
            assertThat(page.locator("#confirm").count()).isZero();

            SmallRegister.runMovement(server);
            visitor.go(report);
            assertThat(page.locator("table.sheet tbody").innerText()).contains("Индивидуальные предприниматели");
        }
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn("coordinator-bayzak").go(correction).page();
            assertThat(page.innerText("#state")).isEqualTo("подтверждено и внесено");
            page.locator("main dl a").click();
            page.waitForURL("**/participant/view.xhtml**");
            page.locator("a[href^='history.xhtml']").click();
            page.waitForURL("**/participant/history.xhtml**");
            assertThat(page.innerText("main")).contains("Отозвано", "admin", "предложено: coordinator-bayzak");
            visitor.looksAtInEveryLanguage("person-history");
        }
        isNotForAkimatStaff(correction);
    }

    private String approvedReport() {
        String address;
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn("admin")
                    .go("outcome/collegium.xhtml?asOf=2022-12-01")
                    .page();
            page.click("[id='draft:submit']");
            page.waitForURL("**/outcome/report.xhtml?id=*");
            address = page.url().substring(page.url().indexOf("outcome/"));
        }
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn("coordinator").go(address).page();
            page.click("[id='approve:submit']");
            assertThat(page.innerText("#report-state")).isEqualTo("Утверждён");
        }
        return address;
    }

    private String proposed() {
        try (var visitor = Visitor.at(server, chromium, "kk", 1440)) {
            Page page = visitor.signIn("coordinator-bayzak")
                    .go("participant/search.xhtml")
                    .page();
            page.fill("[id='search:query']", IIN);
            page.click("[id='search:submit']");
            page.waitForURL("**/participant/view.xhtml**");
            String person = page.url().substring(page.url().indexOf("participant/"));
            assertThat(page.locator("svg.timeline .lane").allTextContents())
                    .contains(
                            "Қозғалыс",
                            "Атаулы әлеуметтік көмек",
                            "Жұмыспен қамтылуы",
                            "ЖК тіркеуі",
                            "Отбасы мүшесі",
                            "Тұратын жері");
            visitor.go(person + "&on=2021-01-01");
            assertThat(page.locator("#household ~ .scroll").first().innerText()).contains("01.01.2021");
            page.click("#timeline-text summary");
            assertThat(page.locator("#timeline-text tbody tr").count()).isGreaterThan(6);
            visitor.looksAtInEveryLanguage("person-timeline");
            page.locator("#facts ~ .scroll a:text-is('ЖК тіркеуі')").click();
            page.waitForURL("**/correction/fact.xhtml**");
            assertThat(page.url()).doesNotContain(IIN);

            page.fill("[id='cell.from']", "2022-06-01");
            page.fill("#correct-reason", "өзгеріссіз");
            page.fill("#correct-document", "№ 1");
            go(page, () -> page.keyboard().press("Enter"));
            assertThat(page.innerText("[role=alert]")).contains("Онсыз да солай жазылған");
            assertThat(page.inputValue("#correct-reason")).isEqualTo("өзгеріссіз");
            page.fill("#withdraw-reason", "басқа адамның тіркеуі");
            page.fill("#withdraw-document", "приказ № 7");
            visitor.looksAtInEveryLanguage("fact");
            go(page, () -> page.keyboard().press("Enter"));
            page.waitForURL("**/correction/view.xhtml**");
            assertThat(page.innerText("[role=status]")).contains("Түзету ұсынылды");
            assertThat(page.locator("#confirm").count()).isZero();
            assertThat(page.locator("#take-back").count()).isEqualTo(1);
            return page.url().substring(page.url().indexOf("correction/")).replaceAll("&done=.*", "");
        }
    }

    private void isNotForAkimatStaff(String correction) {
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn("akimat").page();
            String somebody = new UUID(0, 0).toString();
            for (String view : new String[] {
                correction,
                "correction/list.xhtml",
                "correction/fact.xhtml?person=" + somebody + "&list=occupations&fact=1",
                "participant/history.xhtml?id=" + somebody
            }) {
                assertThat(page.navigate(server.url(view).toString()).status())
                        .as(view)
                        .isEqualTo(403);
            }
        }
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn("coordinator-bayzak").page();
            assertThat(page.navigate(server.url("correction/view.xhtml?id=999999")
                                    .toString())
                            .status())
                    .isEqualTo(404);
        }
    }

    /** Does what leads to another page, and waits for that. */
    private static void go(Page page, Runnable leaving) {
        page.evaluate("document.body.setAttribute('data-left', 'yes')");
        leaving.run();
        page.locator("body:not([data-left])").waitFor();
        page.waitForLoadState();
    }
}
