package kz.ruralincome.system;

import static java.util.Locale.ROOT;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ruralincome.domain.Together;
import kz.ruralincome.domain.credit.BareLoans;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Measures the calls of lenders against the built server over HTTP, and prints each beside what it is held against in the
 * same run; it asserts nothing, since a shared machine would make it fail by chance.
 */
class LoanCallsBench {

    private static final int CONNECTIONS = 8;
    /** Until the compiler has seen all of the way: a server runs for months. */
    private static final int WARMING = 20_000;

    private static final int PUTS = 6_000;
    private static final int LOANS = 300_000;
    private static final int PAGES = 300;
    private static final int LINES = 50_000;
    private static final int PERSONS = 900;
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

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
        double puts = Together.seconds(CONNECTIONS, PUTS, number -> put(lines, "P-" + number, number));
        for (KeptLine line : lines) {
            line.close();
        }
        try (Connection connection = connect()) {
            BareLoans.create(connection);
        }
        double inserts = Together.seconds(
                CONNECTIONS,
                PUTS,
                LoanCallsBench::connect,
                (connection, number) -> BareLoans.insert(connection, number, 2));
        print(
                "single puts, 8 connections",
                "%,.0f a second; the same rows inserted, a transaction each: %,.0f; ours is %.2f of it, promised 0.33"
                        .formatted(PUTS / puts, PUTS / inserts, inserts / puts));
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
        long idle = live();
        long begin = System.nanoTime();
        var sender = Executors.newSingleThreadExecutor();
        var sent = sender.submit(() -> server.send(server.as("bank-a", "api/v1/loan-batches")
                .header("Content-Type", "application/x-ndjson")
                .header("Idempotency-Key", "bench")
                .POST(BodyPublishers.ofByteArray(body))));
        long most = 0;
        while (!sent.isDone()) {
            most = Math.max(most, live());
        }
        sender.shutdown();
        String place = ApiContract.header(sent.get(), "Location");
        String batch;
        do {
            most = Math.max(most, live());
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

    /** In KiB: what is counted in the very pause in which the garbage was collected, so that nothing new is in it. */
    private static long live() throws IOException {
        Matcher total = TOTAL.matcher(jcmd("GC.class_histogram"));
        if (!total.find()) {
            throw new IllegalStateException("jcmd tells no heap");
        }
        return Long.parseLong(total.group(1)) >> 10;
    }

    private static String jcmd(String what) throws IOException {
        var command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(server.process().process().pid()),
                        what)
                .redirectErrorStream(true)
                .start();
        return new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void pages() throws Exception {
        fill();
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

    private static void fill() throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into revision (account, purpose) values ('bank-b', 'LOAN_BATCH')");
            statement.execute("""
                    insert into loan (lender_id, contract_no, changed_at, status)
                    select lender_id, 'M-' || n, clock_timestamp() - interval '1 day' + n * interval '1 ms', 'ACTIVE'
                    from account, generate_series(1, %d) n where name = 'bank-b'""".formatted(LOANS));
            statement.execute("""
                    insert into loan_version (loan_id, no, terms, person_id, unit_id, status, purpose, principal, approved_on,
                        tranche_on, tranche_amount, plan_from, plan_no, taken_back, rev)
                    select l.id, 1, v.terms, v.person_id, v.unit_id, v.status, v.purpose, v.principal, v.approved_on,
                        v.tranche_on, v.tranche_amount, v.plan_from, v.plan_no, false, (select max(id) from revision)
                    from (select * from loan_version order by id limit 1) v, loan l where l.contract_no like 'M-%'""");
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("analyze");
        }
    }

    private static void print(String what, String result) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        System.out.printf(ROOT, "lenders: %-32s %s (load %.1f)%n", what, result, load);
    }
}
