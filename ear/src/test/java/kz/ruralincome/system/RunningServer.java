package kz.ruralincome.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The built server in a process of its own, on a free port, with a data folder below {@code target}. */
public final class RunningServer implements AutoCloseable {

    /** The password of all sample accounts, unless a test sets another. */
    public static final String PASSWORD = "pilot-test-1";

    private static final Path JAR = Path.of(System.getProperty("pilot.server.jar", "target/rural-income-pilot.jar"));
    private static final Path SERVERS = Path.of("target", "servers").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final ServerProcess server;
    private final URI url;

    private RunningServer(ServerProcess server, URI url) {
        this.server = server;
        this.url = url;
    }

    /** One server for all tests of this JVM: accounts only, business date 2023-01-01. It is stopped at the end. */
    public static RunningServer shared() {
        return Shared.SERVER;
    }

    /** A server of one's own on a new data folder; the settings overlay those of {@link #shared()}. */
    public static RunningServer start(Map<String, String> settings) {
        return start(newDataFolder(), settings);
    }

    public static RunningServer start(Path dataFolder, Map<String, String> settings) {
        ServerProcess server = ServerProcess.launch(JAR, environment(dataFolder, settings));
        String line = server.awaitLine("Rural Income Pilot ready at ", PATIENCE);
        return new RunningServer(server, URI.create(line.split(" ")[5]));
    }

    /** Runs the jar to its end: for starts that are refused, and for {@code migrate}. */
    public static ServerProcess run(Path dataFolder, Map<String, String> settings, String... arguments) {
        ServerProcess server = ServerProcess.launch(JAR, environment(dataFolder, settings), arguments);
        server.awaitEnd(PATIENCE);
        return server;
    }

    /** An empty folder; the unpacked program is shared between all of them, which saves seconds a start. */
    public static Path newDataFolder() {
        try {
            Files.createDirectories(SERVERS.resolve("program"));
            Path folder = Files.createTempDirectory(SERVERS, "data");
            Files.createSymbolicLink(folder.resolve("program"), SERVERS.resolve("program"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return url;
    }

    public URI url(String path) {
        return url.resolve(path);
    }

    public Path dataFolder() {
        return server.dataFolder();
    }

    /** A connection to its embedded database, to look at what no door shows. */
    public Connection database() {
        return database("");
    }

    /** @param parameters of the driver, as they end its URL */
    public Connection database(String parameters) {
        try {
            String port = Files.readAllLines(dataFolder().resolve("postgres/postmaster.pid"))
                    .get(3);
            String password =
                    Files.readString(dataFolder().resolve("postgres.password")).strip();
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/postgres" + parameters, "pilot", password);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("the embedded database cannot be looked at", e);
        }
    }

    public ServerProcess process() {
        return server;
    }

    /** GET without a login. */
    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(url(path)));
    }

    /** GET with HTTP Basic and the password of the sample accounts. */
    public HttpResponse<String> get(String path, String account) {
        return send(as(account, path));
    }

    /** A request to be completed, with the login of a sample account. */
    public HttpRequest.Builder as(String account, String path) {
        String login = account + ":" + PASSWORD;
        return HttpRequest.newBuilder(url(path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    }

    /** Signs in by the form of the pages, with the password of the sample accounts; gives what the server says to it. */
    public HttpResponse<String> signIn(String account) {
        var state = Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]+)\"")
                .matcher(get("account/sign-in.xhtml").body());
        if (!state.find()) {
            throw new IllegalStateException("the form of the sign-in has no state");
        }
        return send(HttpRequest.newBuilder(url("account/sign-in.xhtml"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("sign-in=sign-in&sign-in:name=" + account
                        + "&sign-in:password=" + PASSWORD + "&sign-in:submit=x&jakarta.faces.ViewState="
                        + state.group(1))));
    }

    /** The header {@code Cookie} of a person who has just signed in. */
    public String session(String account) {
        return signIn(account).headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";")[0])
                .collect(Collectors.joining("; "));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.timeout(Duration.ofMinutes(2)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks the server to end and gives its exit value; the promise is 40 seconds. */
    public int stop() {
        server.process().destroy();
        return server.awaitEnd(Duration.ofSeconds(40));
    }

    /** As a power cut ends it; the embedded PostgreSQL is left behind. */
    public void kill() {
        server.process().destroyForcibly();
        server.awaitEnd(Duration.ofSeconds(10));
    }

    @Override
    public void close() {
        if (server.process().isAlive()) {
            server.process().destroy();
            try {
                if (!server.process().waitFor(45, TimeUnit.SECONDS)) {
                    server.process().destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Map<String, String> environment(Path dataFolder, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "PILOT_DATA_DIR",
                dataFolder.toString(),
                "PILOT_HTTP_PORT",
                Integer.toString(freePort()),
                "PILOT_SAMPLE_DATA",
                "accounts",
                "PILOT_SAMPLE_PASSWORD",
                PASSWORD,
                "PILOT_BUSINESS_DATE",
                "2023-01-01"));
        environment.putAll(settings);
        environment.values().removeIf(String::isEmpty);
        return environment;
    }

    private static final class Shared {
        static final RunningServer SERVER = start(Map.of());

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
        }
    }

    /** The lines that the process has printed, both streams together. */
    public List<String> output() {
        return server.output();
    }
}
