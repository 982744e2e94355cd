package kz.ruralincome.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two servers on one PostgreSQL. A run is held up by a lock on what it has to write, and then its server is paused, killed
 * or stopped: the first test that ends a server comes after those that need both.
 */
@TestMethodOrder(OrderAnnotation.class)
class JobClaimIT {

    private static final String RUNS = "api/v1/jobs/movement-tracking/runs";
    private static final Duration LEASE_AND_LOOK = Duration.ofSeconds(75);

    private static final int KILLS = 3;
    private static final int PEOPLE = 18_000;
    private static final int LONGEST_WORK_MILLIS = 2_000;
    private static final DateTimeFormatter IIN_DATE = DateTimeFormatter.ofPattern("yyMMdd");

    private static EmbeddedPostgres postgres;
    private static RunningServer one;
    private static RunningServer other;

    @BeforeAll
    static void startBoth() throws Exception {
        postgres = EmbeddedPostgres.builder()
                .setLocaleConfig("locale-provider", "icu")
                .setLocaleConfig("icu-locale", "und")
                .setLocaleConfig("encoding", "UTF8")
                .setServerConfig("max_connections", "120")
                .start();
        try (Connection connection = connect()) {
            connection.createStatement().execute("create database shared");
        }
        var executor = Executors.newFixedThreadPool(2);
        var starting = CompletableFuture.supplyAsync(() -> RunningServer.start(settings()), executor);
        other = RunningServer.start(settings());
        one = starting.get();
        executor.shutdown();
    }

    @AfterAll
    static void stopBoth() throws IOException {
        one.close();
        other.close();
        postgres.close();
    }

    @Test
    @Order(1)
    void theDateHasOneScheduledRunThoughBothServersStarted() throws SQLException {
        assertThat(
                        ask(
                                "select string_agg(state || ' ' || business_date, ', ') from job_run where job = 'movement-tracking' and kind = 'SCHEDULED'"))
                .isEqualTo("DONE 2023-01-01");
    }

    @Test
    @Order(2)
    void aSecondRunIsRefusedWhileOneRunsOnTheOtherServer() throws SQLException {
        try (Connection lock = holdUp()) {
            assertThat(start(one, "").statusCode()).isEqualTo(202);
            var refused = start(other, "");
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("job.running");
            lock.rollback();
        }
        await(Duration.ofSeconds(30), "DONE");
    }

    @Test
    @Order(3)
    void aServerThatIsPausedPastItsLeaseWritesNothing() throws Exception {
        addPerson("900101300007");
        try (Connection lock = holdUp()) {
            assertThat(start(one, "").statusCode()).isEqualTo(202);
            awaitWork();
            signal("STOP", one);
            lock.rollback();
        }
        CompletableFuture<HttpResponse<String>> patient;
        try {
            try (Connection lock = lock("claim", "access exclusive")) {
                patient = CompletableFuture.supplyAsync(() -> other.get("api/v1/outcomes/claims", "admin"));
                await(LEASE_AND_LOOK, "FAILED");
                lock.rollback();
            }
            assertThat(patient.get().statusCode())
                    .as("who waits long is not hung up on")
                    .isEqualTo(200);
            assertThat(ask("select count(*) from timeline")).isEqualTo("0");
            assertThat(start(other, "wait=60").body()).contains("\"DONE\"").contains("\"personsChanged\":1");
        } finally {
            signal("CONT", one);
        }
        Thread.sleep(3_000);
        assertThat(lastRuns()).isEqualTo("DONE FAILED");
        assertThat(start(one, "wait=60").body()).as("it works again").contains("\"DONE\"");
    }

    @Test
    @Order(4)
    void aServerThatIsKilledLeavesAFailedRunThatWroteNothing() throws Exception {
        addPerson("991231300003");
        try (Connection lock = holdUp()) {
            assertThat(start(one, "").statusCode()).isEqualTo(202);
            awaitWork();
            one.kill();
            lock.rollback();
        }
        await(LEASE_AND_LOOK, "FAILED");
        assertThat(ask("select count(*) from timeline")).isEqualTo("1");
        assertThat(start(other, "wait=60").body()).contains("\"DONE\"").contains("\"personsChanged\":1");
    }

    /** Each person changes once: had a run that FAILED left a row, the runs that are DONE would count fewer. */
    @Test
    @Order(5)
    void atWhateverMomentAServerIsKilledItsRunAndItsLoadAreWholeAndTheOtherServerFinishesThem() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < KILLS; round++) {
            String what = "seed " + seed + ", kill " + round;
            one = RunningServer.start(settings());
            addPeople(round);
            assertThat(start(one, "").statusCode()).as(what).isEqualTo(202);
            assertThat(sendHouseholds("K%d-".formatted(round)).statusCode())
                    .as(what)
                    .isEqualTo(202);
            Thread.sleep(random.nextInt(LONGEST_WORK_MILLIS));
            one.kill();
            letTheLeasesPass();

            await(LEASE_AND_LOOK, "select count(*) from load where state not in ('DONE', 'FAILED')", "0");
            assertThat(start(other, "wait=60").statusCode()).as(what).isIn(202, 409);
            await(
                    LEASE_AND_LOOK,
                    "select (select count(*) from job_run where state = 'RUNNING') + (select count(*) from job_request)",
                    "0");
            assertThat(ask("select count(*) from timeline"))
                    .as(what)
                    .isEqualTo(ask("select count(*) from enrolment"))
                    .isEqualTo(ask("select sum((counts ->> 'personsChanged')::int) from job_run where state = 'DONE'"
                            + " and job = 'movement-tracking'"));
            assertThat(ask("select count(*) from household where household_no like 'K%'"))
                    .as(what)
                    .isEqualTo(ask("select coalesce(sum(accepted), 0) from load where state = 'DONE'"));
            assertThat(ask("select count(*) from load where state = 'FAILED' and attempts < 2"))
                    .as(what)
                    .isEqualTo("0");
        }
    }

    @Test
    @Order(6)
    void aServerThatIsToldToStopReleasesItsClaimAtOnce() throws SQLException {
        try (Connection lock = holdUp()) {
            assertThat(start(other, "").statusCode()).isEqualTo(202);
            awaitWork();
            assertThat(other.stop()).isIn(0, 143);
            assertThat(
                            ask(
                                    "select state || ' ' || error from job_run where job = 'movement-tracking' order by seq desc limit 1"))
                    .isEqualTo("FAILED job.server-stopped");
            lock.rollback();
        }
    }

    private static Map<String, String> settings() {
        return Map.of(
                "PILOT_DB_URL", "jdbc:postgresql://localhost:" + postgres.getPort() + "/shared",
                "PILOT_DB_USER", "postgres",
                "PILOT_DB_PASSWORD", "postgres");
    }

    private static Connection connect() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }

    private static Connection shared() throws SQLException {
        Connection connection = postgres.getDatabase("postgres", "shared").getConnection();
        connection.createStatement().execute("set search_path = pilot, public");
        return connection;
    }

    private static String ask(String question) throws SQLException {
        try (Connection connection = shared();
                var row = connection.createStatement().executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Until the connection's transaction ends, no run can write timelines. */
    private static Connection holdUp() throws SQLException {
        return lock("timeline", "exclusive");
    }

    private static Connection lock(String table, String mode) throws SQLException {
        Connection connection = shared();
        connection.setAutoCommit(false);
        connection.createStatement().execute("lock table " + table + " in " + mode + " mode");
        return connection;
    }

    /** Somebody of whom a membership is recorded, past the door of lists, so that nothing runs by itself. */
    private static void addPerson(String iin) throws SQLException {
        try (Connection connection = shared()) {
            connection.createStatement().execute("""
                    with person as (insert into person (iin) values ('%1$s') returning id),
                        household as (insert into household (household_no) values ('%1$s') returning id),
                        revision as (insert into revision (account, purpose) values ('test', 'LOAD') returning id)
                    insert into enrolment (person_id, valid_from, valid_to, unit_id, rev)
                    select person.id, '2020-01-01', 'infinity', 310000000, revision.id from person, revision""".formatted(iin));
        }
    }

    private static void addPeople(int round) throws SQLException {
        String[] iins = new String[PEOPLE];
        for (int person = 0; person < PEOPLE; person++) {
            LocalDate born = LocalDate.of(1945, 1, 1).plusDays(person);
            iins[person] = SmallRegister.iin(born.format(IIN_DATE), 3, 100 * (round + 1));
        }
        try (Connection connection = shared();
                var statement = connection.prepareStatement("""
                    with people as (insert into person (iin) select unnest(?::text[]) returning id),
                        revision as (insert into revision (account, purpose) values ('test', 'LOAD') returning id)
                    insert into enrolment (person_id, valid_from, valid_to, unit_id, rev)
                    select people.id, '2020-01-01', 'infinity', 310000000, revision.id from people, revision""")) {
            statement.setArray(1, connection.createArrayOf("text", iins));
            statement.execute();
        }
    }

    private static HttpResponse<String> sendHouseholds(String prefix) {
        StringBuilder file = new StringBuilder("household_no,kato\n");
        for (int household = 0; household < PEOPLE; household++) {
            file.append(prefix).append(household).append(",313633000\n");
        }
        return one.send(one.as("registry", "api/v1/lists/households")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(file.toString())));
    }

    /** What a minute would do: no claim of a server that is gone holds any more. */
    private static void letTheLeasesPass() throws SQLException {
        try (Connection connection = shared()) {
            connection.createStatement().execute("""
                    update job_run set lease_until = clock_timestamp() where state = 'RUNNING';
                    update load set lease_until = clock_timestamp() where state = 'RUNNING'""");
        }
    }

    private static HttpResponse<String> start(RunningServer server, String prefer) {
        var request = server.as("admin", RUNS).POST(BodyPublishers.noBody());
        return server.send(prefer.isEmpty() ? request : request.header("Prefer", prefer));
    }

    private static String lastRuns() throws SQLException {
        return ask(
                "select string_agg(state, ' ' order by seq desc) from (select * from job_run where job = 'movement-tracking' order by seq desc limit 2) r");
    }

    /** Waits until the run is at its work and stands before the lock. */
    private static void awaitWork() throws SQLException {
        await(
                Duration.ofSeconds(30),
                "select count(*) > 0 from pg_stat_activity"
                        + " where application_name like 'pilot run %' and wait_event_type = 'Lock'",
                "t");
    }

    private static void await(Duration patience, String state) throws SQLException {
        await(patience, "select state from job_run where job = 'movement-tracking' order by seq desc limit 1", state);
    }

    private static void await(Duration patience, String question, String answer) throws SQLException {
        Instant end = Instant.now().plus(patience);
        while (!answer.equals(ask(question))) {
            assertThat(Instant.now()).as(question + " is " + answer).isBefore(end);
            ServerProcess.pause();
        }
    }

    private static void signal(String name, RunningServer server) throws IOException, InterruptedException {
        new ProcessBuilder(
                        "kill",
                        "-" + name,
                        Long.toString(server.process().process().pid()))
                .start()
                .waitFor();
    }
}
