package kz.ruralincome.system;

import static java.util.Locale.ROOT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Measures how long the server takes from {@code java -jar} to its ready line, in turn with Payara Micro without any
 * application, and prints both; it asserts nothing.
 */
class StartBench {

    private static final Path BARE = Path.of(System.getProperty("pilot.bare.jar", "payara-micro.jar"));
    private static final int STARTS = 3;

    @Test
    void startsBesideBarePayaraMicro() throws IOException {
        Path folder = RunningServer.newDataFolder();
        print("the first start, with a new database", new long[] {served(folder)}, 0);
        long[] bare = new long[STARTS];
        long[] ours = new long[STARTS];
        for (int start = 0; start < STARTS; start++) {
            bare[start] = bare();
            ours[start] = served(folder);
        }
        print("bare Payara Micro", bare, 0);
        print("the server with its database, again", ours, median(bare));
    }

    private static long served(Path folder) {
        long[] ready = new long[1];
        long begin = System.nanoTime();
        try (RunningServer server = RunningServer.start(folder, Map.of())) {
            ready[0] = System.nanoTime() - begin;
        }
        return ready[0];
    }

    private static long bare() throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "bare");
        long begin = System.nanoTime();
        ServerProcess micro = ServerProcess.launch(
                BARE,
                Map.of("PILOT_DATA_DIR", folder.toString()),
                "--port",
                Integer.toString(RunningServer.freePort()),
                "--noCluster",
                "--rootDir",
                folder.toString());
        while (micro.process().isAlive() && micro.output().stream().noneMatch(line -> line.contains("ready in"))) {
            ServerProcess.pause();
        }
        long ready = System.nanoTime() - begin;
        micro.process().destroy();
        return ready;
    }

    private static long median(long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void print(String what, long[] times, long base) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        System.out.printf(
                ROOT,
                "start: %-45s %6.2f s (from %.2f to %.2f)%s%n",
                what,
                median(times) / 1e9,
                sorted[0] / 1e9,
                sorted[sorted.length - 1] / 1e9,
                base == 0 ? "" : ", %.2f times bare Payara Micro".formatted((double) median(times) / base));
    }
}
