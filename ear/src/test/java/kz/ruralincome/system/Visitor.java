package kz.ruralincome.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A person at a browser: signs in, goes from page to page, and looks whether each is as a page should be. */
final class Visitor implements AutoCloseable {

    /** From the top of a page to its first field: the menu, the languages, the tabs. */
    private static final int MOST_STOPS = 40;

    /** A desktop and a phone. */
    private static final int WIDE = 1440;

    private static final int NARROW = 390;

    private static final List<String> LANGUAGES = List.of("kk", "ru", "en");

    /** The views on which the keyboard was tried: in another language there is nothing else to reach. */
    private static final Set<String> TABBED = ConcurrentHashMap.newKeySet();

    private static final Path SCREENSHOTS = Path.of("..", "web", "target", "screenshots");

    private final RunningServer server;
    private final BrowserContext context;
    private Page page;
    private String language;
    private final List<String> complaints = new ArrayList<>();

    private Visitor(RunningServer server, BrowserContext context, String language) {
        this.server = server;
        this.context = context;
        this.language = language;
        this.page = newPage();
    }

    private Page newPage() {
        Page opened = context.newPage();
        opened.onConsoleMessage(message -> {
            if (message.type().equals("error") && message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        opened.onPageError(complaints::add);
        return opened;
    }

    static Visitor at(RunningServer server, Chromium chromium, String language, int width) {
        var context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        context.setDefaultTimeout(30_000);
        return new Visitor(server, context, language);
    }

    Page page() {
        return page;
    }

    Visitor signIn(String account) {
        go("account/sign-in.xhtml");
        page.fill("[id='sign-in:name']", account);
        page.fill("[id='sign-in:password']", RunningServer.PASSWORD);
        page.click("[id='sign-in:submit']");
        page.waitForURL("**/index.xhtml");
        return this;
    }

    /** Opens a view in the visitor's language, with its scripts. */
    Visitor go(String path) {
        page.navigate(server.url(path + (path.contains("?") ? "&" : "?") + "lang=" + language)
                .toString());
        return this;
    }

    /**
     * Looks whether the page is as it should be, and keeps pictures of it.
     *
     * @param withAids whether also for those who use it with aids
     */
    void looksAt(String name, boolean withAids) {
        findsThePageInOrder();
        if (withAids) {
            meetsNoObstacle();
        }
        photograph(name);
        if (withAids && TABBED.add(name)) {
            new Keyboard(page).reachesEverything();
        }
    }

    /** The same, and then of what its address leads to in the other languages: beside it, so that nothing typed is lost. */
    void looksAtInEveryLanguage(String name) {
        looksAt(name, true);
        String here = page.url().replaceAll("#.*|(?<=[?&])lang=[a-z]+&?", "").replaceAll("[?&]$", "");
        Page ownPage = page;
        String ownLanguage = language;
        page = newPage();
        for (String other : LANGUAGES) {
            if (!other.equals(ownLanguage)) {
                language = other;
                page.navigate(here + (here.contains("?") ? "&" : "?") + "lang=" + other);
                looksAt(name, true);
            }
        }
        language = ownLanguage;
        go("index.xhtml"); // the server remembers the last language
        page.close();
        page = ownPage;
        page.bringToFront();
    }

    /** Whatever the page is about: one heading, its language told and no other spoken, nothing cut off. */
    void findsThePageInOrder() {
        assertThat(page.getAttribute("html", "lang")).isEqualTo(language);
        assertThat(page.locator("h1").count()).as("h1 of " + page.url()).isEqualTo(1);
        assertThat(page.title()).endsWith(programName());
        assertThat(page.locator("main").innerText())
                .as("texts of " + page.url())
                .doesNotContainPattern(
                        "(?mi)(^|\\s)(outcome|outcomeview|trend|snapshot|loanoutcome|assistance|movement|participant|intake|jobrun|layout|credit|lender|screening|enrolment|consent|quality|desk|merge|person|correction|mapping|mend|listwork|loadchange)\\.[a-z-]+\\.[a-z]");
        assertThat(ForeignWords.among(texts(), language))
                .as("words of another language on " + page.url())
                .isEmpty();
        nothingSticksOut();
        assertThat(complaints).as("scripts of " + page.url()).isEmpty();
    }

    private void nothingSticksOut() {
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("what sticks out of " + page.url() + " at " + page.viewportSize().width)
                .isZero();
    }

    /** Every piece of text that is not said to be in another language, or in none. */
    private List<String> texts() {
        Object found = page.evaluate("""
                () => {
                    const texts = [];
                    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                    while (walk.nextNode()) {
                        if (!walk.currentNode.parentElement.closest('script, style, [translate=no], [lang]:not(html)')) {
                            texts.push(walk.currentNode.textContent);
                        }
                    }
                    return texts;
                }""");
        return ((List<?>) found).stream().map(String.class::cast).toList();
    }

    /** Nobody is kept from using the page, with whatever aids. */
    void meetsNoObstacle() {
        assertThat(new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                                .map(rule -> rule.getId() + " " + rule.getNodes())
                                .toList())
                .as("obstacles on " + page.url())
                .isEmpty();
    }

    /** Goes there by the tabulator alone, and sees at every stop where one is. */
    void tabsTo(String place) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            page.keyboard().press("Tab");
            assertThat((boolean) page.evaluate("getComputedStyle(document.activeElement).outlineStyle !== 'none'"
                            + " || getComputedStyle(document.activeElement).boxShadow !== 'none'"))
                    .as("a mark on " + page.evaluate("document.activeElement.outerHTML"))
                    .isTrue();
            if ((boolean) page.locator(place).evaluate("place => place === document.activeElement")) {
                return;
            }
        }
        throw new AssertionError(place + " is not within " + MOST_STOPS + " stops");
    }

    /** Keeps the page as it comes out of a printer: its sheets, and a picture in one piece. */
    void prints(String name) {
        Path path = SCREENSHOTS.resolve(name + "-print-" + language);
        page.pdf(new Page.PdfOptions().setFormat("A4").setPath(Path.of(path + ".pdf")));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(path + ".png")));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    /** At the visitor's width, and at the other where words are long: in English they are shortest. */
    void photograph(String name) {
        photographAsItIs(name);
        if (!language.equals("en")) {
            var own = page.viewportSize();
            page.setViewportSize(own.width == NARROW ? WIDE : NARROW, own.height);
            nothingSticksOut();
            photographAsItIs(name);
            page.setViewportSize(own.width, own.height);
        }
    }

    private void photographAsItIs(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(SCREENSHOTS.resolve(name + "-" + language + "-" + page.viewportSize().width + ".png")));
    }

    private String programName() {
        return switch (language) {
            case "kk" -> "Ауыл табысы пилоты";
            case "ru" -> "Пилот сельских доходов";
            default -> "Rural Income Pilot";
        };
    }

    @Override
    public void close() {
        context.close();
    }
}
