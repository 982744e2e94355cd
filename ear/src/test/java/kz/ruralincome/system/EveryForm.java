package kz.ruralincome.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.ruralincome.system.ClickedPage.Field;
import kz.ruralincome.system.ClickedPage.Form;

/**
 * Sends every form with nothing typed, with nothing that its page knows, and to an address that says nothing. No view is kept
 * between two requests: what a form needs when it comes back must come with it.
 */
final class EveryForm {

    /** What is sent there takes away what other pages are about, so they come last. */
    private static final List<String> LAST = List.of("intake/", "jobrun/", "account/");

    private final Clicker clicker;
    private final List<String> faults = new ArrayList<>();

    EveryForm(RunningServer server) {
        this.clicker = Clicker.signIn(server, "admin");
    }

    void isAnsweredByItsPage(List<ClickedPage> pages) {
        Map<String, Runnable> sendings = new LinkedHashMap<>();
        pages.stream()
                .sorted(Comparator.comparingInt(page -> turn(Walk.view(page.address()))))
                .forEach(page -> page.forms().forEach(form -> form.buttons().stream()
                        .filter(button -> !form.action().getPath().endsWith("/sign-out"))
                        .forEach(button ->
                                sendings.putIfAbsent(kind(page, form, button), () -> send(page, form, button)))));
        assertThat(sendings).hasSizeGreaterThan(40);
        sendings.values().forEach(Runnable::run);
        assertThat(faults).as("of " + sendings.size() + " forms").isEmpty();
    }

    private static int turn(String view) {
        return 1
                + LAST.indexOf(
                        LAST.stream().filter(view::startsWith).findFirst().orElse(""));
    }

    /** Rows of one table hold the same form. */
    private static String kind(ClickedPage page, Form form, Field button) {
        String fields = form.fields().stream().map(Field::name).collect(Collectors.joining(" "));
        return (Walk.view(page.address()) + " " + form.action().getPath() + " " + button + " " + fields)
                .replaceAll("[0-9]+", "#");
    }

    private void send(ClickedPage page, Form form, Field button) {
        String what = button + " of " + page.address();
        String path = Walk.path(form.action());
        var blank = sent(what + " with nothing typed", path, form.fields(), button);
        if (blank.status() == 200 && blank.address().equals(form.action())) {
            comesBack(what, page, blank);
        }
        sent(what + " with nothing known", path, form.bare(), button);
        sent(what + " to nowhere", path.replaceAll("\\?.*", ""), form.bare(), button);
    }

    /** Shown once more, a page is still about the same, and in another language, too. */
    private void comesBack(String what, ClickedPage before, Clicker.Opened answer) {
        var page = ClickedPage.of(answer);
        if (!page.heading().equals(before.heading())) {
            faults.add(what + " comes back as «" + page.heading() + "» and not as «" + before.heading() + "»");
        }
        page.links().stream()
                .filter(link -> String.valueOf(link.getQuery()).startsWith("lang=ru"))
                .findFirst()
                .map(link -> clicker.open(Walk.path(link)))
                .filter(other -> other.status() != 200 || !other.text().contains("lang=\"ru\""))
                .ifPresent(other -> faults.add(what + " in another language: " + other.status()));
        clicker.open("index.xhtml?lang=kk");
    }

    private Clicker.Opened sent(String what, String path, List<Field> fields, Field button) {
        List<String> body = new ArrayList<>();
        fields.forEach(field -> body.addAll(List.of(field.name(), field.value())));
        if (!button.name().isEmpty()) {
            body.addAll(List.of(button.name(), button.value()));
        }
        var answer = clicker.post(path, body);
        if (answer.status() >= 500) {
            faults.add(what + ": " + answer.status());
        }
        return answer;
    }
}
