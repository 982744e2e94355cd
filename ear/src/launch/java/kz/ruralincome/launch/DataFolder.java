package kz.ruralincome.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder {@code PILOT_DATA_DIR}: the embedded PostgreSQL, the logs, the unpacked program.
 *
 * <p>Two servers never use one embedded database: the folder is locked by its server, and the lock goes with the
 * process, however it ends. Servers with a PostgreSQL of their own may share a folder; they keep only logs there.
 */
public final class DataFolder {

    /** Kept reachable: a channel that is collected gives its lock up. */
    private static FileChannel held;

    private final Path path;
    private final String name;

    private DataFolder(Path path, String name) {
        this.path = path;
        this.name = name;
    }

    static DataFolder open(Settings settings) {
        Path path = settings.dataDir();
        try {
            createPrivate(path);
            DataFolder folder = new DataFolder(path, Integer.toString(settings.httpPort()));
            if (settings.embeddedDatabase()) {
                hold(path);
            }
            Files.createDirectories(folder.logs());
            return folder;
        } catch (IOException e) {
            throw new StartRefused(
                    "PILOT_DATA_DIR=" + path, "cannot be written; name a folder this user may write (" + e + ")", e);
        }
    }

    public Path logs() {
        return path.resolve("logs");
    }

    public Path program() {
        return path.resolve("program");
    }

    public Path postgres() {
        return path.resolve("postgres");
    }

    public Path path() {
        return path;
    }

    /** Tells the logs of servers that share the folder apart. */
    public String name() {
        return name;
    }

    /** Payara's own folder: its configuration and what it generates, made anew at each start. */
    public Path instance() throws IOException {
        Path instance = path.resolve("instance-" + name);
        ProgramFiles.deleteAll(instance);
        createPrivate(instance);
        return instance;
    }

    private static synchronized void hold(Path path) throws IOException {
        FileChannel channel =
                FileChannel.open(path.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new StartRefused(
                    "PILOT_DATA_DIR=" + path, "is held by another running server; stop it or name another folder");
        }
        held = channel;
    }

    private static void createPrivate(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }
}
