package kz.ruralincome.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Screening and enrolment in a browser, on a small register of one's own. */
class EnrolmentPagesIT {

    private static final String HEAD = SmallRegister.iin("850101", 3, 100);
    private static final String WIFE = SmallRegister.iin("900202", 4, 500);

    private static Chromium chromium;
    private static RunningServer server;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        server = RunningServer.start(Map.of("PILOT_BUSINESS_DATE", "2022-12-31"));
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
    void leadFromTheDoorToTheEndOfThePart() {
        String draft;
        try (var visitor = Visitor.at(server, chromium, "kk", 390)) {
            Page page = visitor.signIn("coordinator-bayzak")
                    .go("screening/list.xhtml")
                    .page();
            press(page, "begin");
            fill(page, "day", "2022-12-10");
            visitor.looksAtInEveryLanguage("screening-place");
            press(page, "save");
            page.fill("#find", HEAD);
            press(page, "find");
            assertThat(page.url()).doesNotContain(HEAD).contains("step=members");
            assertThat(page.inputValue("[id='member.0.family_name']")).isEqualTo("Сынақов");
            press(page, "add");
            String wrong = WIFE.substring(0, 11) + (WIFE.charAt(11) + 1 - '0') % 10;
            fill(page, "member.1.iin", wrong);
            page.locator("[id='member.1.iin-flaw']")
                    .getByText("бақылау разряды")
                    .waitFor();
            assertThat(page.getAttribute("[id='member.1.iin']", "aria-invalid")).isEqualTo("true");
            fill(page, "member.1.family_name", "Сынақова");
            page.locator("#saved").getByText("Сақталды").waitFor();
            visitor.looksAtInEveryLanguage("screening-members");
            draft = page.url().replaceAll(".*/(screening/form.xhtml\\?id=[0-9a-f-]+).*", "$1");
        }
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn("coordinator-bayzak")
                    .go(draft + "&step=members")
                    .page();
            assertThat(page.inputValue("[id='member.1.family_name']")).isEqualTo("Сынақова");
            assertThat(page.innerText("[id='member.1.iin-flaw']")).contains("Контрольный разряд");
            page.selectOption("[id='member.1.relation']", "SPOUSE");
            press(page, "next");
            page.selectOption("[id='member.0.occupation']", "SELF_EMPLOYED");
            page.selectOption("[id='member.1.occupation']", "UNEMPLOYED");
            fill(page, "member.1.income.PLOT", "90 000");
            visitor.looksAtInEveryLanguage("screening-work");
            press(page, "next");
            fill(page, "land.HOMESTEAD", "0,12");
            fill(page, "livestock.CATTLE", "2");
            visitor.looksAtInEveryLanguage("screening-land");
            press(page, "next");
            page.check("[id='member.1.wish']");
            page.selectOption("[id='member.1.direction']", "2");
            visitor.looksAtInEveryLanguage("screening-wishes");
            press(page, "next");
            press(page, "finish");
            visitor.looksAt("screening-refused", true);
            page.locator("[role=alert] a").getByText("ИИН").click();
            page.waitForURL("**step=members**");
            fill(page, "member.1.iin", WIFE);
            press(page, "save");
            visitor.go(draft + "&step=check");
            press(page, "finish");
            page.waitForURL("**/screening/view.xhtml**");
            visitor.looksAtInEveryLanguage("screening-finished");
            assertThat(page.innerText("main")).contains("90\u00a0000", "2. Скот и птица", "10.12.2022");
            String finished = page.url();
            page.locator("[aria-labelledby=loads] a").first().click();
            page.waitForURL("**/intake/load.xhtml**");
            page.click("#made-by a");
            page.waitForURL("**/screening/view.xhtml**");
            assertThat(finished).contains(page.url().substring(page.url().indexOf("id=")));

            SmallRegister.runMovement(server);
            visitor.go("enrolment/waiting.xhtml");
            assertThat(page.locator("main tbody tr").count()).isEqualTo(1);
            assertThat(page.locator("[aria-current=page]").allInnerTexts()).contains("Ждут решения: 1");
            visitor.looksAtInEveryLanguage("enrolment-waiting");
            page.locator("main tbody a").click();
            page.waitForURL("**/enrolment/person.xhtml**");
            assertThat(page.innerText("#closed")).contains("нет согласия на обработку");
            assertThat(page.locator("#enrol").count()).isZero();

            // from here on without a mouse
            page.focus("#consent-day");
            page.fill("#consent-day", "2022-12-10");
            page.focus("#consent-document");
            page.keyboard().type("№ 5 от 10.12.2022");
            page.keyboard().press("Enter");
            page.getByText("Согласие записано").waitFor();
            step(page, "enrol", "2022-12-09", null);
            assertThat(page.innerText("[role=alert]"))
                    .contains("нет согласия", "раньше последнего обследования", "Неизвестно, где");
            step(page, "enrol", "2022-12-12", null);
            page.getByText("Человек включён").waitFor();
            visitor.looksAtInEveryLanguage("enrolment-person");
            step(page, "SUSPEND", "2022-12-15", "уехала учиться");
            page.getByText("Участие приостановлено.").waitFor();
            step(page, "RESUME", "2022-12-20", "вернулась");
            page.getByText("Участие возобновлено.").waitFor();
            step(page, "LEAVE", "2022-12-28", "передумала");
            page.getByText("Выход записан.").waitFor();
            assertThat(page.innerText("main")).contains("вышел(ла)", "передумала", "уехала учиться", "вернулась");
            visitor.looksAt("enrolment-left", false);

            page.locator("main p a").first().click();
            page.waitForURL("**/participant/view.xhtml**");
            assertThat(page.innerText("main"))
                    .contains("супруг(а)", "безработный", "обследование", "Участие в пилоте", "28.12.2022");
            visitor.looksAtInEveryLanguage("person-screened");
        }
    }

    private static void press(Page page, String action) {
        go(page, () -> page.click("button[name=action][value='" + action + "']:not([hidden])"));
    }

    /** Does what leads to another page, and waits for that: the script of the form saves first. */
    private static void go(Page page, Runnable leaving) {
        page.evaluate("document.body.setAttribute('data-left', 'yes')");
        leaving.run();
        page.locator("body:not([data-left])").waitFor();
        page.waitForLoadState();
    }

    /** Types an answer and leaves its field. */
    private static void fill(Page page, String place, String text) {
        page.fill("[id='" + place + "']", text);
        page.locator("[id='" + place + "']").blur();
    }

    private static void step(Page page, String form, String day, String reason) {
        page.fill("[id='" + form + "-day']", day);
        if (reason != null) {
            page.focus("[id='" + form + "-reason']");
            page.keyboard().type(reason);
        }
        page.focus("[id='" + form + "'] button[type=submit]");
        go(page, () -> page.keyboard().press("Enter"));
    }

    @Test
    void areFilledInWithoutAMouse() {
        try (var visitor = Visitor.at(server, chromium, "en", 1440)) {
            Page page = visitor.signIn("coordinator").go("screening/list.xhtml").page();
            page.focus("button[value=begin]");
            page.keyboard().press("Enter");
            page.waitForURL("**/screening/form.xhtml**");
            page.focus("#day");
            for (int stops = 0; stops < 12 && !isAt(page, "address"); stops++) {
                page.keyboard().press("Tab");
                if (isAt(page, "kato")) {
                    page.keyboard().type("Bay");
                }
            }
            page.keyboard().type("Абай 5");
            page.keyboard().press("Enter");
            page.waitForURL("**step=members**");
            assertThat(page.locator("main").innerText()).contains("Nobody is named yet");
            visitor.looksAt("screening-nobody", true);
            page.goBack();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(page.inputValue("#address")).isEqualTo("Абай 5");
        }
    }

    private static boolean isAt(Page page, String id) {
        return id.equals(page.evaluate("document.activeElement.id"));
    }

    @Test
    void tellTheLaterOfTwoWritersAndKeepWhatTheyTyped() {
        try (var first = Visitor.at(server, chromium, "ru", 1440);
                var second = Visitor.at(server, chromium, "ru", 1440)) {
            Page one = first.signIn("coordinator").go("screening/list.xhtml").page();
            press(one, "begin");
            Page other = second.signIn("admin").page();
            other.navigate(one.url());
            fill(one, "address", "Абай 5");
            one.locator("#saved").getByText("Сохранено").waitFor();

            fill(other, "address", "Абай 7");
            other.locator("#saved.error").getByText("изменил(а) coordinator").waitFor();
            press(other, "next");
            assertThat(other.innerText("[role=alert]")).contains("изменил(а) coordinator");
            assertThat(other.inputValue("#address")).isEqualTo("Абай 7");
            second.looksAt("screening-stale", true);
            one.reload();
            assertThat(one.inputValue("#address")).isEqualTo("Абай 5");

            press(other, "save");
            one.reload();
            assertThat(one.inputValue("#address")).isEqualTo("Абай 7");
        }
    }

    @Test
    void loseNothingWhenTheSessionEnds() {
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn("coordinator").go("screening/list.xhtml").page();
            press(page, "begin");
            page.context().clearCookies();
            fill(page, "address", "Жамбыл 12");
            page.locator("#saved.error").getByText("Сеанс закончился").waitFor();
            Page tab = page.waitForPopup(() -> page.click("#saved a"));
            tab.fill("[id='sign-in:name']", "coordinator");
            tab.fill("[id='sign-in:password']", RunningServer.PASSWORD);
            tab.click("[id='sign-in:submit']");
            tab.waitForURL("**/index.xhtml");
            press(page, "next");
            page.waitForURL("**step=members**");
            page.goBack();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(page.inputValue("#address")).isEqualTo("Жамбыл 12");
        }
    }

    @Test
    void areNotForAkimatStaffNorOutsideTheTerritory() {
        String elsewhere;
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn("admin").go("screening/list.xhtml").page();
            press(page, "begin");
            page.selectOption("#kato", "316600000");
            press(page, "save");
            elsewhere = page.url();
        }
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn("coordinator-bayzak").page();
            assertThat(page.navigate(elsewhere).status()).isEqualTo(404);
        }
        try (var visitor = Visitor.at(server, chromium, "ru", 1440)) {
            Page page = visitor.signIn("akimat").page();
            assertThat(page.navigate(elsewhere).status()).isEqualTo(403);
            for (String view :
                    new String[] {"screening/list", "screening/view", "enrolment/waiting", "enrolment/person"}) {
                String id = "?id=" + new java.util.UUID(0, 0);
                assertThat(page.navigate(server.url(view + ".xhtml" + id).toString())
                                .status())
                        .as(view)
                        .isEqualTo(403);
            }
        }
    }
}
