package kz.ruralincome.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** One person stands in the register under two IINs, or so it seems: the records are merged, and parted again. */
final class MergeStory {

    private static final String KEPT = SmallRegister.iin("850101", 3, 105);
    private static final String MERGED = SmallRegister.iin("850101", 3, 107);

    private final RunningServer server;
    private final Chromium chromium;

    MergeStory(RunningServer server, Chromium chromium) {
        this.server = server;
        this.chromium = chromium;
    }

    void isToldForthAndBack() {
        String merge;
        String address;
        try (var visitor = Visitor.at(server, chromium, "kk", 1440)) {
            Page page = visitor.signIn("coordinator-bayzak").page();
            open(visitor, KEPT);
            page.click("main a[href*='search.xhtml?with=']");
            page.waitForSelector("[role=note]");
            page.fill("[id='search:query']", MERGED);
            page.click("[id='search:submit']");
            page.waitForURL("**/participant/merge.xhtml**");
            address = page.url();
            assertThat(address).doesNotContain(KEPT).doesNotContain(MERGED);
            assertThat(page.locator("[id='merge:submit']").count())
                    .as("nothing is chosen for anyone")
                    .isZero();
            visitor.looksAtInEveryLanguage("merge");
            page.getByLabel("қалатын", new Page.GetByLabelOptions().setExact(true))
                    .check();
            page.click("#choices button");
            page.waitForSelector("#effect");
            page.fill("[id='merge:reason']", "ЖСН өзгерген");
            page.fill("[id='merge:document']", "Анықтама № 1");
            visitor.looksAtInEveryLanguage("merge-settled");
            SmallRegister.send(
                    server,
                    "occupations",
                    "iin,source,from,to,kind\n" + KEPT + ",OTHER,2022-02-01,2022-03-01,UNEMPLOYED\n" + MERGED
                            + ",OTHER,2022-02-01,2022-03-01,INACTIVE\n");
            page.click("[id='merge:submit']");
            page.waitForSelector("[role=alert]");
            assertThat(page.inputValue("[id='merge:reason']"))
                    .as("a choice more is asked, and nothing that was typed is lost")
                    .isEqualTo("ЖСН өзгерген");
            page.getByLabel("қалатын", new Page.GetByLabelOptions().setExact(true))
                    .all()
                    .forEach(Locator::check);
            page.click("#choices button");
            page.waitForSelector("#effect");
            page.fill("[id='merge:reason']", "ЖСН өзгерген");
            page.fill("[id='merge:document']", "Анықтама № 1");
            page.click("[id='merge:submit']");
            page.waitForURL("**/participant/merged.xhtml**");
            visitor.looksAt("merged", true);
            merge = page.url().replaceAll(".*/(participant/merged.xhtml\\?id=[0-9a-f-]+).*", "$1");
            page.navigate(address);
            assertThat(page.locator("[role=alert]").innerText()).contains("біріктіріліп қойған");
        }
        SmallRegister.send(
                server, "occupations", "iin,source,from,kind\n" + MERGED + ",TAX_REGISTER,2022-11-01,SELF_EMPLOYED\n");
        SmallRegister.runMovement(server);
        try (var visitor = Visitor.at(server, chromium, "ru", 390)) {
            Page page = visitor.signIn("coordinator-bayzak").page();
            open(visitor, MERGED);
            assertThat(page.locator("main").innerText()).contains(KEPT, "объединена запись", "01.11.2022");
            visitor.looksAtInEveryLanguage("person-merged");
            visitor.go(merge);
            page.fill("[id='undo:reason']", "Это разные люди");
            visitor.looksAt("merged", true);
            page.click("[id='undo:submit']");
            page.waitForSelector("#undone");
            assertThat(page.locator("#merge-state").innerText()).isEqualTo("отменено");
            SmallRegister.runMovement(server);
            open(visitor, MERGED);
            assertThat(page.locator("main").innerText())
                    .contains(MERGED, "01.11.2022")
                    .doesNotContain("объединена запись");
        }
        try (var visitor = Visitor.at(server, chromium, "en", 1440)) {
            visitor.signIn("admin").go(merge).looksAt("merged", true);
        }
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn("akimat").page();
            for (String view : List.of(address, server.url(merge).toString())) {
                assertThat(page.navigate(view).status()).as(view).isEqualTo(403);
            }
        }
    }

    /** Searches by IIN: that leads to the person. */
    private static void open(Visitor visitor, String iin) {
        Page page = visitor.go("participant/search.xhtml").page();
        page.fill("[id='search:query']", iin);
        page.click("[id='search:submit']");
        page.waitForURL("**/participant/view.xhtml**");
    }
}
