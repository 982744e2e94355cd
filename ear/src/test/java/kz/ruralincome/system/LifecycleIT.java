package kz.ruralincome.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Starts, ends and accidents of a server with its own PostgreSQL. */
class LifecycleIT {

    private static final Pattern DONE_AS_SCHEDULED =
            Pattern.compile("\"businessDate\":\"([-0-9]+)\",\"kind\":\"SCHEDULED\",\"full\":\\w+,\"state\":\"DONE\"");

    @Test
    void aSignalEndsItCleanlyAndTheDataStays() {
        Path folder = RunningServer.newDataFolder();
        long postmaster;
        try (RunningServer first = RunningServer.start(folder, Map.of("PILOT_SAMPLE_PASSWORD", ""))) {
            assertThat(first.output()).anyMatch(line -> line.startsWith("Sample accounts: admin, "));
            postmaster = postmaster(folder);

            assertThat(first.stop()).isIn(0, 143);
        }
        assertThat(isGone(postmaster)).isTrue();

        try (RunningServer second = RunningServer.start(folder, Map.of("PILOT_SAMPLE_PASSWORD", ""))) {
            assertThat(second.output())
                    .as("the accounts are there, so no password is made for them")
                    .noneMatch(line -> line.startsWith("Sample accounts"));
        }
    }

    @Test
    void aKilledServerDoesNotBlockTheNextStart() {
        RunningServer killed = RunningServer.start(Map.of());
        killed.kill();
        long orphan = postmaster(killed.dataFolder());
        assertThat(ProcessHandle.of(orphan))
                .as("the accident that this test is about")
                .isPresent();

        try (RunningServer next = RunningServer.start(killed.dataFolder(), Map.of())) {
            assertThat(next.get("api/v1/jobs", "admin").statusCode()).isNotEqualTo(401);
            assertThat(isGone(orphan)).isTrue();

            ServerProcess second = RunningServer.run(next.dataFolder(), Map.of());
            assertThat(second.exit()).isEqualTo(1);
            assertThat(second.output()).singleElement().asString().contains("PILOT_DATA_DIR", "another running server");

            ProcessHandle.of(postmaster(next.dataFolder())).ifPresent(ProcessHandle::destroyForcibly);
            assertThat(answersAgain(next))
                    .as("a database that dies is started again")
                    .isTrue();
        }
    }

    @Test
    void nightsThatWereMissedAreCaughtUpInOrder() {
        Path folder = RunningServer.newDataFolder();
        try (RunningServer first = RunningServer.start(folder, Map.of())) {
            assertThat(scheduled(first, 1)).containsExactly("2023-01-01");
        }
        try (RunningServer fourDaysLater = RunningServer.start(folder, Map.of("PILOT_BUSINESS_DATE", "2023-01-05"))) {
            assertThat(scheduled(fourDaysLater, 5))
                    .containsExactly("2023-01-05", "2023-01-04", "2023-01-03", "2023-01-02", "2023-01-01");
        }
    }

    /** The business dates of the scheduled runs that are done, newest run first, once there are so many. */
    private static List<String> scheduled(RunningServer server, int expected) {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        List<String> dates = List.of();
        while (dates.size() < expected && Instant.now().isBefore(end)) {
            ServerProcess.pause();
            String runs =
                    server.get("api/v1/jobs/movement-tracking/runs", "admin").body();
            dates = DONE_AS_SCHEDULED
                    .matcher(runs)
                    .results()
                    .map(run -> run.group(1))
                    .toList();
        }
        return dates;
    }

    /** An ended process stays visible until its parent, here the system's first process, has taken note of it. */
    private static boolean isGone(long process) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (ProcessHandle.of(process).isPresent() && Instant.now().isBefore(end)) {
            ServerProcess.pause();
        }
        return ProcessHandle.of(process).isEmpty();
    }

    private static boolean answersAgain(RunningServer server) {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (Instant.now().isBefore(end)) {
            int status = server.get("api/v1/jobs", "admin").statusCode();
            if (status < 500 && status != 401) {
                return true;
            }
            ServerProcess.pause();
        }
        return false;
    }

    private static long postmaster(Path folder) {
        try {
            return Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                    .get(0)
                    .strip());
        } catch (IOException e) {
            throw new AssertionError("no PostgreSQL runs in " + folder, e);
        }
    }
}
