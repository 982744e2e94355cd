package kz.ruralincome.launch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of the embedded PostgreSQL, unpacked once, and how they are run. */
final class PostgresPrograms {

    private final Path bin;
    private final List<String> prefix;

    private PostgresPrograms(Path bin, List<String> prefix) {
        this.bin = bin;
        this.prefix = prefix;
    }

    static PostgresPrograms unpacked(Path folder) throws IOException, InterruptedException {
        if (!Files.isDirectory(folder)) {
            Path half = Files.createTempDirectory(folder.getParent(), "postgres-half");
            try (InputStream archive = archive()) {
                unpack(archive, half);
            }
            try {
                Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                // Another server on the same folder was faster.
                ProgramFiles.deleteAll(half);
                if (!Files.isDirectory(folder)) {
                    throw e;
                }
            }
        }
        return new PostgresPrograms(folder.resolve("bin"), prefix());
    }

    /** Runs a program to its end; what it says goes to the log. */
    int run(Path log, long seconds, String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        // The settings hold passwords, which are none of PostgreSQL's business.
        builder.environment().keySet().removeIf(name -> name.startsWith("PILOT_") || name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }

    private static InputStream archive() throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String machine =
                system.equals("darwin") || System.getProperty("os.arch").matches("aarch64|arm64") ? "arm_64" : "x86_64";
        String name = "postgres-" + system + "-" + machine + ".txz";
        URL archive = PostgresPrograms.class.getClassLoader().getResource(name);
        if (archive == null || System.getProperty("os.name").startsWith("Windows")) {
            throw new StartRefused(
                    "PILOT_DB_URL", "there is no embedded PostgreSQL for this system; name a PostgreSQL of your own");
        }
        // Not through the shared cache: Payara, which boots meanwhile, closes files that stand in it.
        URLConnection place = archive.openConnection();
        place.setUseCaches(false);
        return place.getInputStream();
    }

    private static void unpack(InputStream archive, Path folder) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("an entry outside the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(target.getParent());
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(tar, target);
                    boolean executable = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace without a map of users it does not see that it is. */
    private static List<String> prefix() throws IOException, InterruptedException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        Process probe = new ProcessBuilder("unshare", "-U", "id", "-u").start();
        String user = new String(probe.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        if (probe.waitFor() != 0 || user.equals("0")) {
            throw new StartRefused(
                    "PILOT_DB_URL",
                    "the embedded PostgreSQL cannot run as root here; start as another user or name a PostgreSQL of"
                            + " your own");
        }
        return List.of("unshare", "-U");
    }
}
