package kz.ruralincome.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.ruralincome.system.ClickedPage.Field;

/** A walk along all links, from the desk on, by somebody who may go everywhere. */
final class Walk {

    private static final Path VIEWS = Path.of("..", "web", "src", "main", "webapp");

    /** So many addresses of one view are opened, of outcomes less: each choice leads to a hundred others. */
    private static final int OF_A_VIEW = 8;

    private static final int OF_OUTCOMES = 2;

    /** Come to by who is not signed in, after a decision, where a figure counts people, from a draft, while a merge stands. */
    private static final Set<String> ELSEWHERE = Set.of(
            "account/sign-in.xhtml",
            "assistance/decision.xhtml",
            "outcome/figure-members.xhtml",
            "outcome/sentence.xhtml",
            "participant/merged.xhtml");

    private static final List<String> BEGIN =
            List.of("index.xhtml", "participant/search.xhtml?household=F-3", "assignment/assignments.xhtml?state=ALL");

    private final RunningServer server;
    private final Clicker clicker;
    private final List<ClickedPage> pages = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private Walk(RunningServer server) {
        this.server = server;
        this.clicker = Clicker.signIn(server, "admin");
    }

    /** Begins and cancels a screening first, for its views. */
    static Walk through(RunningServer server) {
        var walk = new Walk(server);
        walk.begin();
        var begun = walk.begin();
        var cancel = begun.forms().stream()
                .filter(form -> form.fields().contains(new Field("action", "cancel")))
                .findFirst()
                .orElseThrow();
        List<String> sent = new ArrayList<>(List.of("reason", "test"));
        cancel.fields().stream()
                .filter(field -> !field.name().equals("reason"))
                .forEach(field -> sent.addAll(List.of(field.name(), field.value())));
        walk.clicker.post(path(cancel.action()), sent);
        walk.go();
        return walk;
    }

    private ClickedPage begin() {
        return ClickedPage.of(clicker.post("screening/save", List.of("action", "begin")));
    }

    private void go() {
        Deque<URI> next = new ArrayDeque<>(BEGIN.stream().map(server::url).toList());
        Map<String, Integer> opened = new HashMap<>();
        Set<URI> known = new HashSet<>(next);
        while (!next.isEmpty()) {
            URI address = next.poll();
            String view = view(address);
            if (opened.merge(view, 1, Integer::sum) > (view.startsWith("outcome/") ? OF_OUTCOMES : OF_A_VIEW)) {
                continue;
            }
            var answer = clicker.open(path(address));
            if (answer.status() != 200) {
                faults.add(answer.status() + " " + address);
                continue;
            }
            var page = ClickedPage.of(answer);
            pages.add(page);
            page.links().stream()
                    .filter(link -> isOurs(link) && known.add(link))
                    .forEach(next::add);
        }
    }

    private boolean isOurs(URI link) {
        return link.getPort() == server.url().getPort()
                && link.getPath().endsWith(".xhtml")
                && !String.valueOf(link.getQuery()).startsWith("lang=");
    }

    static String path(URI address) {
        return address.getRawPath().substring(1) + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    }

    static String view(URI address) {
        return address.getPath().substring(1);
    }

    /** Links that led nowhere. */
    List<String> faults() {
        return faults;
    }

    List<ClickedPage> pages() {
        return pages;
    }

    /** The page of a view that offers most; its path, to be opened. */
    String to(String view) {
        return pages.stream()
                .filter(page -> path(page.address()).matches(view))
                .max(Comparator.comparingInt(page -> page.forms().size()))
                .map(page -> path(page.address()))
                .orElseThrow(() -> new AssertionError("no link leads to " + view));
    }

    /** The views that no link led to. */
    Set<String> unseen() {
        try (var files = Files.walk(VIEWS)) {
            Set<String> views = files.map(
                            file -> VIEWS.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".xhtml") && !file.startsWith("WEB-INF") && !ELSEWHERE.contains(file))
                    .collect(Collectors.toCollection(TreeSet::new));
            pages.forEach(page -> views.remove(view(page.address())));
            return views;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
