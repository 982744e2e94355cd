package kz.ruralincome.system;

import static java.util.Locale.ROOT;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ruralincome.domain.sample.BenchFacts;
import kz.ruralincome.domain.sample.BenchPopulation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Opens every page of a register of 300,000 people and as many loans, and prints how long the server took, beside the 150 ms
 * promised; then what a page weighs, what a session costs, and what comes of a hundred people at once. It asserts nothing: a
 * shared machine would make it fail by chance.
 */
class PagesBench {

    private static final int PERSONS = Integer.getInteger("bench.persons", 300_000);
    private static final int TIMES = 40;

    /** Until most of a page is compiled: a server runs for months. */
    private static final int WARMING = 30;

    private static final double PROMISED_MILLIS = 150;
    private static final int USERS = 100;
    private static final int CLICKS = 20;
    private static final int SESSIONS = 200;

    /** Each with what is put in for {@code *}: an id of something that an earlier page leads to. */
    private static final List<String> PAGES = List.of(
            "index.xhtml",
            "outcome/outcomes.xhtml?asOf=2025-01-01",
            "outcome/movement.xhtml?from=2024-01-01&to=2025-01-01",
            "outcome/trends.xhtml",
            "outcome/plan.xhtml?asOf=2025-01-01",
            "outcome/comparison.xhtml?asOf=2025-01-01",
            "outcome/registrations.xhtml?asOf=2025-01-01",
            "outcome/change.xhtml?from=2024-01-01&to=2025-01-01",
            "outcome/loans.xhtml?asOf=2025-01-01",
            "outcome/collegium.xhtml?asOf=2025-01-01",
            "outcome/reports.xhtml",
            "claim/claims.xhtml",
            "participant/search.xhtml",
            "screening/list.xhtml",
            "enrolment/waiting.xhtml",
            "quality/findings.xhtml",
            "assistance/review.xhtml",
            "credit/loans.xhtml",
            "credit/warnings.xhtml",
            "credit/lenders.xhtml",
            "intake/lists.xhtml",
            "jobrun/jobs.xhtml",
            "jobrun/runs.xhtml?job=movement-tracking",
            "account/users.xhtml",
            "account/sessions.xhtml",
            "account/machines.xhtml",
            "parameter/parameters.xhtml",
            "trail/trail.xhtml");

    private static RunningServer server;

    /** Up to when the first movement run had read the facts; a second one comes after it. */
    private static String earlier;

    @BeforeAll
    static void start() throws SQLException, IOException, InterruptedException {
        server = RunningServer.start(Map.of("PILOT_BUSINESS_DATE", "2025-06-01", "PILOT_RATE_LIMIT", "100000"));
        try (Connection connection = server.database()) {
            connection.createStatement().execute("set search_path = pilot");
            BenchFacts.load(connection, BenchPopulation.of(1, PERSONS).files());
        }
        ManyLoans.fill(server, PERSONS);
        for (String job : List.of("loan-ageing", "movement-tracking")) {
            run(job);
        }
        earlier = OutcomeCalls.freshAsOf(server);
        for (String job : List.of("movement-tracking", "data-quality", "outcome-snapshot")) {
            run(job);
        }
        awaitTheMonths();
    }

    /** What is made ahead of all months after a night's run, which {@code KeptTurn} does under a lock, looking every ten seconds. */
    private static void awaitTheMonths() throws SQLException, InterruptedException {
        long begin = System.nanoTime();
        try (Connection connection = server.database();
                var statement = connection.createStatement()) {
            boolean isMade;
            do {
                Thread.sleep(15_000);
                try (var row =
                        statement.executeQuery("select pg_try_advisory_xact_lock(hashtext('pilot kept answers'))")) {
                    row.next();
                    isMade = row.getBoolean(1);
                }
            } while (!isMade);
        }
        print("the months made ahead", "%.0f s".formatted((System.nanoTime() - begin) / 1e9));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Asks until the job is free and then until it is done, seldom enough not to slow it down. */
    private static void run(String job) throws InterruptedException {
        long begin = System.nanoTime();
        int status = start(job);
        while (status == 409) {
            Thread.sleep(1_000);
            status = start(job);
        }
        while (server.get("api/v1/jobs/" + job + "/runs", "admin").body().contains("\"RUNNING\"")) {
            Thread.sleep(1_000);
        }
        print("job " + job, "%.1f s (answer %d)".formatted((System.nanoTime() - begin) / 1e9, status));
    }

    private static int start(String job) {
        return server.send(server.as("admin", "api/v1/jobs/" + job + "/runs")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}")))
                .statusCode();
    }

    @Test
    void opensEveryPage() throws Exception {
        var admin = Clicker.signIn(server, "admin");
        List<String> pages = new ArrayList<>(PAGES);
        pages.add(linkOf(admin, "outcome/movement.xhtml?from=2024-01-01&to=2025-01-01", "outcome/members.xhtml"));
        pages.add(linkOf(admin, pages.get(pages.size() - 1), "participant/view.xhtml"));
        String persons = linkOf(admin, "outcome/outcomes.xhtml?asOf=2025-01-01", "outcome/figure-members.xhtml");
        pages.add(persons);
        pages.add(persons.replace("asp.persons", "asp.households"));
        pages.add(linkOf(admin, "credit/loans.xhtml", "credit/loan.xhtml"));
        pages.add(linkOf(admin, "quality/findings.xhtml", "quality/finding.xhtml"));
        for (String page : pages) {
            measured(admin, page);
        }
        search(admin);
        new OutcomeCalls(server).measure(earlier);
        sessions();
        crowd(pages);
    }

    private static void measured(Clicker clicker, String page) {
        double[] millis = new double[TIMES];
        int most = 0;
        int status = 0;
        for (int time = -WARMING; time < TIMES; time++) {
            var opened = clicker.open(page);
            status = Math.max(status, opened.status());
            most = Math.max(most, opened.bytes());
            if (time >= 0) {
                millis[time] = opened.millis();
            }
        }
        print(
                page.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…"),
                "%s, %.1f kB of 50, answer %d".formatted(beside(millis, PROMISED_MILLIS), most / 1e3, status));
    }

    private static String beside(double[] millis, double promised) {
        Arrays.sort(millis);
        double p95 = millis[(int) Math.ceil(millis.length * 0.95) - 1];
        return "median %,.0f ms, p95 %,.0f ms, %.2f of %.0f"
                .formatted(millis[millis.length / 2], p95, p95 / promised, promised);
    }

    /** The address of the first thing of its kind that a page leads to. */
    private static String linkOf(Clicker clicker, String page, String kind) {
        String file = kind.substring(kind.indexOf('/') + 1);
        Matcher link = Pattern.compile("href=\"([^\"]*" + Pattern.quote(file) + "\\?[^\"]*)\"")
                .matcher(clicker.open(page).text());
        if (!link.find()) {
            throw new IllegalStateException(page + " leads to no " + kind);
        }
        String query = link.group(1).replace("&amp;", "&");
        return kind + query.substring(query.indexOf('?'));
    }

    private static void search(Clicker clicker) {
        double[] millis = new double[TIMES];
        for (int time = -WARMING; time < TIMES; time++) {
            String path = "participant/search.xhtml";
            var form = clicker.open(path);
            var found = clicker.submit(
                    form, path, "search", "search:query", "Ахметов", "search:where", "", "search:submit", "");
            if (time >= 0) {
                millis[time] = found.millis();
            }
        }
        print("a search by name, form and list", beside(millis, PROMISED_MILLIS));
    }

    private static void sessions() throws IOException {
        Clicker.signIn(server, "coordinator-bayzak");
        long before = Heap.live(server);
        for (int session = 0; session < SESSIONS; session++) {
            var clicker = Clicker.signIn(server, "coordinator-bayzak");
            for (String page : List.of("index.xhtml", "participant/search.xhtml", "intake/lists.xhtml")) {
                clicker.open(page);
            }
        }
        print("a session", "%,d KiB of heap".formatted((Heap.live(server) - before) / SESSIONS));
    }

    private static void crowd(List<String> pages) throws Exception {
        List<Clicker> people = new ArrayList<>();
        for (int user = 0; user < USERS; user++) {
            people.add(Clicker.signIn(server, user % 2 == 0 ? "admin" : "coordinator-bayzak"));
        }
        var wrong = new AtomicInteger();
        var pool = Executors.newFixedThreadPool(USERS);
        long begin = System.nanoTime();
        List<Callable<double[]>> work = new ArrayList<>();
        for (int user = 0; user < USERS; user++) {
            var clicker = people.get(user);
            var random = new Random(user);
            boolean isAdmin = user % 2 == 0;
            work.add(() -> {
                double[] millis = new double[CLICKS];
                for (int click = 0; click < CLICKS; click++) {
                    var opened = clicker.open(pages.get(random.nextInt(pages.size())));
                    millis[click] = opened.millis();
                    // what is not a coordinator's is refused them: that is an answer, too
                    if (opened.status() >= 500 || isAdmin && opened.status() != 200) {
                        wrong.incrementAndGet();
                    }
                }
                return millis;
            });
        }
        List<Double> all = new ArrayList<>();
        for (Future<double[]> one : pool.invokeAll(work)) {
            Arrays.stream(one.get()).forEach(all::add);
        }
        pool.shutdown();
        double seconds = (System.nanoTime() - begin) / 1e9;
        print(
                "%d people, %d clicks each, at once".formatted(USERS, CLICKS),
                "%d errors, %.0f pages a second, %s"
                        .formatted(
                                wrong.get(),
                                USERS * CLICKS / seconds,
                                beside(
                                        all.stream()
                                                .mapToDouble(Double::doubleValue)
                                                .toArray(),
                                        PROMISED_MILLIS)));
    }

    private static void print(String what, String result) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        System.out.printf(ROOT, "pages: %,d persons: %-60s %s (load %.1f)%n", PERSONS, what, result, load);
    }
}
