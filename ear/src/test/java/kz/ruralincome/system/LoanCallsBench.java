package kz.ruralincome.system;

import static java.util.Locale.ROOT;

import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import kz.ruralincome.domain.Together;
import kz.ruralincome.domain.credit.BareLoans;
import kz.ruralincome.domain.shared.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Measures the calls of lenders against the built server over HTTP, and prints each beside what it is held against in the
 * same run; it asserts nothing, since a shared machine would make it fail by chance.
 */
class LoanCallsBench {

    private static final int CONNECTIONS = 8;
    /** Until the compiler, which has the same two cores, is done with all of the way: a server runs for months. */
    private static final int WARMING = 120_000;

    private static final int PUTS = 8_000;

    /** Long enough for the ageing that follows such calls each minute to take its share. */
    private static final int GOING_ON = 40_000;

    private static final int LOANS = 300_000;
    private static final int PAGES = 300;
    private static final int LINES = 50_000;
    private static final int PERSONS = 900;

    private static final String QUIET = """
            select not exists (select from job_run where state = 'RUNNING') and not exists (select from job_request)
                and (select max(changed_at) from loan) <= (select fresh_as_of from loan_freshness)""";

    private static RunningServer server;
    private static String[] iins;

    @BeforeAll
    static void start() {
        iins = new String[PERSONS];
        for (int person = 0; person < PERSONS; person++) {
            iins[person] = SmallRegister.iin("8501%02d".formatted(1 + person / 32), 3, 20 + person);
        }
        server = RunningServer.start(Map.of("PILOT_RATE_LIMIT", "100000"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void measuresTheCallsOfLenders() throws Exception {
        puts();
        batch();
        pages();
    }

    /** What a put leaves behind is a revision, a loan, a version and two rows of the audit trail. */
    private static void puts() throws Exception {
        var lines = new LinkedBlockingQueue<KeptLine>();
        for (int line = 0; line < CONNECTIONS; line++) {
            lines.add(new KeptLine(server, "bank-a"));
        }
        Together.seconds(CONNECTIONS, WARMING, number -> put(lines, "W-" + number, number));
        for (KeptLine line : lines) {
            line.close(); // the server would, while it is idle
        }
        awaitAgeing();
        double puts = Together.seconds(CONNECTIONS, PUTS, number -> put(lines, "P-" + number, number));
        double goingOn = Together.seconds(CONNECTIONS, GOING_ON, number -> put(lines, "G-" + number, number));
        for (KeptLine line : lines) {
            line.close();
        }
        awaitAgeing();
        inserts(); // what they are held against is warmed, too
        double inserts = inserts();
        print(
                "single puts, 8 connections",
                "%,.0f a second; the same rows inserted as pgbench does, a transaction each: %,.0f; ours is %.2f of it, promised 0.33"
                        .formatted(PUTS / puts, PUTS / inserts, inserts / puts));
        print(
                "single puts that go on, with the ageing of those before",
                "%,.0f a second, %.2f of it".formatted(GOING_ON / goingOn, GOING_ON / goingOn / (PUTS / inserts)));
    }

    private static double inserts() throws Exception {
        List<List<String>> statements;
        try (Connection connection = connect()) {
            BareLoans.create(connection);
            statements = BareLoans.statements(connection);
        }
        return Together.seconds(
                CONNECTIONS,
                PUTS,
                () -> server.database("?preferQueryMode=simple"),
                (connection, number) -> BareLoans.insert(connection, statements.get(number)));
    }

    /**
     * The loans of the calls before are aged first, no job works or is asked for, and the one that looks each minute does not
     * look soon: what is measured is the call, and not what jobs make of other calls.
     */
    private static void awaitAgeing() throws SQLException, InterruptedException {
        try (Connection connection = connect()) {
            int second;
            boolean isQuiet;
            do {
                Thread.sleep(200);
                second = OffsetDateTime.now(ZoneOffset.UTC).getSecond();
                isQuiet = Sql.first(connection, Boolean.class, QUIET).orElseThrow();
            } while (!isQuiet || second < 5 || second > 35);
        }
    }

    private static void put(BlockingQueue<KeptLine> lines, String contractNo, int number) throws Exception {
        KeptLine line = lines.take();
        int status = line.put("api/v1/loans/" + contractNo, loan(number));
        lines.add(line);
        if (status != 201) {
            throw new IllegalStateException(contractNo + ": " + status);
        }
    }

    private static String loan(int number) {
        return LoansIT.LOAN.replace("850101300015", iins[number % PERSONS]);
    }

    private static Connection connect() throws SQLException {
        Connection connection = server.database();
        connection.createStatement().execute("set search_path = pilot");
        return connection;
    }

    /** Live data, after a collection of all garbage, while the batch comes in and is worked on. */
    private static void batch() throws Exception {
        var lines = new StringBuilder();
        for (int number = 0; number < LINES; number++) {
            lines.append("{\"contractNo\": \"B-").append(number).append("\", ");
            lines.append(loan(number).replaceAll("\\s*\n\\s*", " ").substring(1))
                    .append('\n');
        }
        byte[] body = lines.toString().getBytes(StandardCharsets.UTF_8);
        lines.setLength(0);
        long idle = Heap.live(server);
        long begin = System.nanoTime();
        var sender = Executors.newSingleThreadExecutor();
        var sent = sender.submit(() -> server.send(server.as("bank-a", "api/v1/loan-batches")
                .header("Content-Type", "application/x-ndjson")
                .header("Idempotency-Key", "bench")
                .POST(BodyPublishers.ofByteArray(body))));
        long most = 0;
        while (!sent.isDone()) {
            most = Math.max(most, Heap.live(server));
        }
        sender.shutdown();
        String place = ApiContract.header(sent.get(), "Location");
        String batch;
        do {
            most = Math.max(most, Heap.live(server));
            batch = server.get(place.substring(place.indexOf("api/v1")), "bank-a")
                    .body();
        } while (!batch.contains("\"endedAt\":\""));
        double seconds = (System.nanoTime() - begin) / 1e9;
        print(
                "a batch of 50,000 lines",
                "live heap %d MiB idle, at most %d MiB above it, promised 64; %.1f s with a full collection all the time: %s"
                        .formatted(
                                idle >> 10,
                                most - idle >> 10,
                                seconds,
                                batch.replaceAll(".*\"lines\"", "\"lines\"").replaceAll("\"errors.*", "")));
    }

    private static void pages() throws Exception {
        ManyLoans.fill(server, LOANS);
        String cursor = "";
        double[] millis = new double[PAGES];
        for (int page = -PAGES / 3; page < PAGES; page++) {
            long begin = System.nanoTime();
            String answer =
                    server.get("api/v1/loans?limit=100" + cursor, "bank-b").body();
            if (page >= 0) {
                millis[page] = (System.nanoTime() - begin) / 1e6;
            }
            cursor = "&cursor=" + answer.replaceAll("(?s).*\"next\":\"([^\"]*)\".*", "$1");
        }
        Arrays.sort(millis);
        print(
                "a page of 100 of 300,000 loans",
                "median %.1f ms, p95 %.1f ms, promised 50".formatted(millis[PAGES / 2], millis[PAGES * 95 / 100]));
    }

    private static void print(String what, String result) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        System.out.printf(ROOT, "lenders: %-32s %s (load %.1f)%n", what, result, load);
    }
}
