package kz.ruralincome.launch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The PostgreSQL that the server brings along: made at the first start, found again at every later one, watched while
 * the server runs and stopped with it.
 *
 * <p>It listens on a free port of the loopback address with a password known only to the owner of the data folder. A
 * server that was killed leaves it running; the next start finds it by its pid file and stops it first.
 */
final class EmbeddedDatabase {

    private static final String USER = "pilot";
    private static final int RESTARTS = 3;
    private static final Duration RESTART_WINDOW = Duration.ofMinutes(10);

    private final PostgresPrograms programs;
    private final Path data;
    private final Path log;
    private final int port;
    private final String password;
    private volatile boolean stopping;

    private EmbeddedDatabase(PostgresPrograms programs, Path data, Path log, int port, String password) {
        this.programs = programs;
        this.data = data;
        this.log = log;
        this.port = port;
        this.password = password;
    }

    static EmbeddedDatabase start(DataFolder folder, ProgramFiles program) throws IOException, InterruptedException {
        PostgresPrograms programs = PostgresPrograms.unpacked(program.postgres());
        Path data = folder.postgres();
        Path log = folder.logs().resolve("postgres.log");
        Path secret = folder.path().resolve("postgres.password");
        if (!Files.exists(data)) {
            create(programs, data, log, secret);
        }
        EmbeddedDatabase database = new EmbeddedDatabase(programs, data, log, freePort(), Files.readString(secret));
        database.stopOrphan();
        database.startPostmaster();
        return database;
    }

    DatabaseAccess access() {
        return new DatabaseAccess("jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, password);
    }

    /** Ends when the database was stopped on purpose; else starts it again, and gives up when that does not help. */
    void watch(Runnable givenUp) {
        Thread watch = new Thread(
                () -> {
                    int restarts = 0;
                    Instant windowStart = Instant.now();
                    while (!stopping) {
                        awaitEnd();
                        if (stopping) {
                            return;
                        }
                        if (windowStart.plus(RESTART_WINDOW).isBefore(Instant.now())) {
                            restarts = 0;
                            windowStart = Instant.now();
                        }
                        if (restarts++ >= RESTARTS || !startedAgain()) {
                            givenUp.run();
                            return;
                        }
                    }
                },
                "embedded-postgres-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private void awaitEnd() {
        while (!stopping && postmaster().isPresent()) {
            pause();
        }
    }

    void stop() throws IOException, InterruptedException {
        stopping = true;
        if (postmaster().isPresent()
                && programs.run(log, 10, "pg_ctl", "-D", data.toString(), "-m", "fast", "-t", "9", "-w", "stop") != 0) {
            programs.run(log, 5, "pg_ctl", "-D", data.toString(), "-m", "immediate", "-t", "3", "-w", "stop");
        }
    }

    private boolean startedAgain() {
        // Orphaned backends of a killed postmaster need a moment to notice before the data may be opened again.
        for (int attempt = 1; attempt <= 20 && !stopping; attempt++) {
            try {
                startPostmaster();
                return true;
            } catch (StartRefused | IOException e) {
                pause();
            } catch (InterruptedException e) {
                return false;
            }
        }
        return false;
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void startPostmaster() throws IOException, InterruptedException {
        long memory = memoryMegabytes();
        String options = String.join(
                " ",
                List.of(
                        "-p " + port,
                        "-c listen_addresses=127.0.0.1",
                        "-c unix_socket_directories=",
                        "-c max_connections=100",
                        "-c shared_buffers=" + Math.max(128, Math.min(1024, memory / 8)) + "MB",
                        "-c effective_cache_size=" + Math.max(512, memory / 2) + "MB",
                        "-c work_mem=32MB",
                        "-c maintenance_work_mem=256MB",
                        "-c max_wal_size=4GB",
                        "-c checkpoint_timeout=15min",
                        "-c jit=off",
                        "-c random_page_cost=1.1",
                        "-c timezone=UTC"));
        int exit = programs.run(
                log,
                90,
                "pg_ctl",
                "-D",
                data.toString(),
                "-l",
                log.toString(),
                "-t",
                "60",
                "-w",
                "-o",
                options,
                "start");
        if (exit != 0) {
            throw new StartRefused(
                    "PILOT_DATA_DIR=" + data.getParent(),
                    "the embedded PostgreSQL does not start; " + log + " says why");
        }
    }

    private void stopOrphan() throws IOException, InterruptedException {
        if (postmaster().isEmpty()) {
            return;
        }
        stop();
        stopping = false;
        if (postmaster().isPresent()) {
            throw new StartRefused(
                    "PILOT_DATA_DIR=" + data.getParent(),
                    "its PostgreSQL still runs and cannot be stopped; end process "
                            + postmaster().orElseThrow().pid());
        }
    }

    /**
     * The running postmaster of this data folder, by its pid file. A pid that was given to another program is none, nor
     * is a process that has ended and waits to be reaped: it has no command any more.
     */
    private Optional<ProcessHandle> postmaster() {
        try {
            Path file = data.resolve("postmaster.pid");
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            long pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info().command().orElse("").contains("postgres"));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static void create(PostgresPrograms programs, Path data, Path log, Path secret)
            throws IOException, InterruptedException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(secret);
        Files.createFile(secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secret, HexFormat.of().formatHex(random));
        // Made beside and then renamed, so that a start that was killed half-way leaves nothing that looks whole.
        Path half = data.resolveSibling("postgres.half");
        ProgramFiles.deleteAll(half);
        int exit = programs.run(
                log,
                120,
                "initdb",
                "-D",
                half.toString(),
                "-U",
                USER,
                "-E",
                "UTF8",
                "--locale=C",
                "--locale-provider=icu",
                "--icu-locale=und",
                "-A",
                "scram-sha-256",
                "--pwfile=" + secret,
                "--no-instructions");
        if (exit != 0) {
            throw new StartRefused(
                    "PILOT_DATA_DIR=" + data.getParent(),
                    "the embedded PostgreSQL cannot be made there; " + log + " says why");
        }
        Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static long memoryMegabytes() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize() >> 20
                : 2048;
    }
}
