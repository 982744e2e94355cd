package kz.ruralincome.launch;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/**
 * The main class of the one-file server: {@code java -jar rural-income-pilot.jar [migrate [--dry-run]]}.
 *
 * <p>It only knows the JDK. What needs libraries is {@link ServerStart}, in a class loader of its own.
 */
public final class PilotServer {

    private static final String USAGE = "java -jar rural-income-pilot.jar [migrate [--dry-run]]";

    private PilotServer() {}

    public static void main(String[] args) {
        try {
            Command command = Command.of(List.of(args));
            Settings settings = SettingsReader.read(System.getProperties(), System.getenv());
            DataFolder folder = DataFolder.open(settings);
            ProgramFiles program = program(folder);
            URLClassLoader libraries =
                    new URLClassLoader(program.launcherClassPath(), PilotServer.class.getClassLoader());
            Thread.currentThread().setContextClassLoader(libraries);
            libraries
                    .loadClass("kz.ruralincome.launch.ServerStart")
                    .getMethod("run", Command.class, Settings.class, DataFolder.class, ProgramFiles.class)
                    .invoke(null, command, settings, folder, program);
        } catch (StartRefused refusal) {
            refuse(refusal);
        } catch (InvocationTargetException failure) {
            refuse(failure.getCause());
        } catch (ReflectiveOperationException | IOException | RuntimeException failure) {
            refuse(failure);
        }
    }

    private static void refuse(Throwable failure) {
        report(failure);
        Runtime.getRuntime().exit(1);
    }

    /** One line for the person who started the server; the details of what nobody foresaw go to the log. */
    public static void report(Throwable failure) {
        String line = failure instanceof StartRefused
                ? failure.getMessage()
                : "unexpected failure: " + failure + "; the log in PILOT_DATA_DIR has the details";
        ServerLog.console().println("Rural Income Pilot cannot start: " + line.replaceAll("\\s*[\\r\\n]+\\s*", " "));
        if (!(failure instanceof StartRefused)) {
            failure.printStackTrace();
        }
    }

    private static ProgramFiles program(DataFolder folder) throws IOException {
        try {
            Path jar = Path.of(PilotServer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return ProgramFiles.unpacked(jar, folder.program());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    /** What is asked on the command line. */
    public enum Command {
        SERVE,
        MIGRATE,
        MIGRATE_DRY_RUN;

        static Command of(List<String> arguments) {
            if (arguments.isEmpty()) {
                return SERVE;
            }
            if (arguments.equals(List.of("migrate"))) {
                return MIGRATE;
            }
            if (arguments.equals(List.of("migrate", "--dry-run"))) {
                return MIGRATE_DRY_RUN;
            }
            throw new StartRefused("command line", "not understood: " + arguments + "; use " + USAGE);
        }
    }
}
