package kz.ruralincome.launch;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps the console for the few lines meant for people and sends everything else, Payara's chatter included, to files.
 */
public final class ServerLog {

    private static final PrintStream OUT = System.out;
    private static final PrintStream ERR = System.err;

    private ServerLog() {}

    /** Standard output, whatever was redirected since. */
    public static PrintStream out() {
        return OUT;
    }

    /** Standard error, where refusals go. */
    static PrintStream console() {
        return ERR;
    }

    /**
     * Sends what is printed and logged from now on to {@code server-NAME.*} in the folder.
     *
     * @return the logging configuration, for Payara to keep
     */
    public static Path redirect(Path folder, String name) throws IOException {
        Path printed = folder.resolve("server-" + name + ".out");
        OutputStream file = new FileOutputStream(printed.toFile(), true);
        PrintStream stream = new PrintStream(new BufferedOutputStream(file), true, StandardCharsets.UTF_8);
        System.setOut(stream);
        System.setErr(stream);
        Path configuration = folder.resolve("server-" + name + ".logging.properties");
        Files.writeString(
                configuration,
                String.join(
                        "\n",
                        "handlers=java.util.logging.FileHandler",
                        ".level=INFO",
                        "java.util.logging.FileHandler.pattern="
                                + folder.resolve("server-" + name + ".log")
                                        .toString()
                                        .replace("%", "%%"),
                        "java.util.logging.FileHandler.limit=10000000",
                        "java.util.logging.FileHandler.count=5",
                        "java.util.logging.FileHandler.append=true",
                        "java.util.logging.FileHandler.encoding=UTF-8",
                        "java.util.logging.FileHandler.formatter=java.util.logging.SimpleFormatter",
                        "java.util.logging.SimpleFormatter.format=" + "%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s: %5$s%6$s%n",
                        ""));
        return configuration;
    }
}
