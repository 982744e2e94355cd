package kz.ruralincome.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The jar as a process, and the lines it printed so far. */
public final class ServerProcess {

    /** With which Java runs; a measurement sets none. */
    private static final List<String> OPTIONS = Stream.of(
                    System.getProperty("pilot.server.jvm", "").split(" "))
            .filter(option -> !option.isEmpty())
            .toList();

    private final Process process;
    private final Path dataFolder;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private ServerProcess(Process process, Path dataFolder) {
        this.process = process;
        this.dataFolder = dataFolder;
        this.reader = new Thread(this::read, "server-output");
        reader.setDaemon(true);
        reader.start();
    }

    static ServerProcess launch(Path jar, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(OPTIONS);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PILOT_"));
        builder.environment().putAll(environment);
        try {
            return new ServerProcess(builder.start(), Path.of(environment.get("PILOT_DATA_DIR")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Process process() {
        return process;
    }

    public Path dataFolder() {
        return dataFolder;
    }

    public List<String> output() {
        return List.copyOf(output);
    }

    public int exit() {
        return process.exitValue();
    }

    /** Waits for a line with this beginning. */
    public String awaitLine(String beginning, Duration patience) {
        Instant end = Instant.now().plus(patience);
        while (Instant.now().isBefore(end)) {
            boolean ended = !process.isAlive() && !reader.isAlive();
            for (String line : output) {
                if (line.startsWith(beginning)) {
                    return line;
                }
            }
            if (ended) {
                throw new AssertionError("the server ended with " + process.exitValue() + ": " + output);
            }
            pause();
        }
        process.destroyForcibly();
        throw new AssertionError("no line “" + beginning + "” after " + patience + ": " + output);
    }

    /** Waits for the end and gives the exit value. */
    public int awaitEnd(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running after " + patience + ": " + output);
            }
            reader.join(5000);
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(output::add);
        } catch (IOException | UncheckedIOException e) {
            // the process is gone
        }
    }
}
