package kz.ruralincome.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;

/** Somebody without a mouse: whatever can be used is reached by the tabulator, in the order of the page, and shows that it is. */
final class Keyboard {

    /** More are rows of the same kind. */
    private static final int MOST_STOPS = 120;

    /** A date is several stops: its day, month and year, and its calendar. */
    private static final int MOST_PARTS = 5;

    /** Of radio buttons of one name the chosen one is the stop, else the first. */
    private static final String STOPS = """
            () => {
                const usable = [...document.querySelectorAll(
                        'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
                    .filter(e => !e.disabled && e.tabIndex >= 0 && !e.closest('[inert]') && e.checkVisibility({visibilityProperty: true}));
                window.stops = usable.filter(e => {
                    if (e.type !== 'radio') {
                        return true;
                    }
                    const group = usable.filter(other => other.type === 'radio' && other.name === e.name);
                    return e === (group.find(one => one.checked) || group[0]);
                });
                window.before = document.activeElement;
                window.stops[0].focus();
                return window.stops.length;
            }""";

    private static final String HERE = """
            () => {
                const here = document.activeElement;
                const style = getComputedStyle(here);
                const shape = here.closest('svg') && getComputedStyle(here.querySelector('path, rect, circle, text') || here);
                const box = here.getBoundingClientRect();
                return {
                    at: window.stops.indexOf(here),
                    name: here.outerHTML.slice(0, 160),
                    isMarked: style.outlineStyle !== 'none' || style.boxShadow !== 'none'
                        || Boolean(shape && shape.strokeWidth !== '0px'),
                    isInView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
                };
            }""";

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    private Object nameOf(int stop) {
        return page.evaluate("stop => window.stops[stop].outerHTML.slice(0, 160)", stop);
    }

    void reachesEverything() {
        int stops = Math.min((int) page.evaluate(STOPS), MOST_STOPS);
        String where = page.url().replaceAll("\\?.*", "");
        int at = 0;
        int parts = 0;
        while (at < stops - 1) {
            page.keyboard().press("Tab");
            Map<?, ?> here = (Map<?, ?>) page.evaluate(HERE);
            int now = (int) here.get("at");
            boolean isSame = now == at || now < 0; // a part of the same, or something that only scrolls
            parts = isSame ? parts + 1 : 0;
            assertThat(parts).as("stops at %s on %s", here.get("name"), where).isLessThanOrEqualTo(MOST_PARTS);
            if (!isSame) {
                assertThat(now)
                        .as("the stop %s on %s, after %s", here.get("name"), where, nameOf(at))
                        .isEqualTo(at + 1);
                assertThat(here.get("isMarked"))
                        .as("a mark on %s on %s", here.get("name"), where)
                        .isEqualTo(true);
                assertThat(here.get("isInView"))
                        .as("%s on %s is in view", here.get("name"), where)
                        .isEqualTo(true);
                at = now;
            }
        }
        page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); window.before.focus(); }");
    }
}
