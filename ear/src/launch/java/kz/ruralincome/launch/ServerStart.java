package kz.ruralincome.launch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The steps of a start, in order; the database and Payara come up side by side. */
public final class ServerStart {

    private static final String SAMPLE_ACCOUNTS =
            "admin, coordinator, coordinator-bayzak, akimat, registry, spk, bank-a, bank-b";

    private final Settings settings;
    private final DataFolder folder;
    private final ProgramFiles program;
    private final Shutdown shutdown = new Shutdown();

    private ServerStart(Settings settings, DataFolder folder, ProgramFiles program) {
        this.settings = settings;
        this.folder = folder;
        this.program = program;
    }

    /** Called by {@link PilotServer} once the libraries are at hand. */
    public static void run(PilotServer.Command command, Settings settings, DataFolder folder, ProgramFiles program)
            throws Exception {
        Path logging = ServerLog.redirect(folder.logs(), folder.name());
        ServerStart start = new ServerStart(settings, folder, program);
        try {
            if (command == PilotServer.Command.SERVE) {
                start.serve(logging);
            } else {
                start.migrate(command == PilotServer.Command.MIGRATE_DRY_RUN);
            }
        } catch (Exception failure) {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            PilotServer.report(cause);
            start.shutdown.abandon(1);
        }
    }

    private void serve(Path logging) throws Exception {
        KeyStore.PrivateKeyEntry key = settings.tls() ? TlsKeystore.key(settings) : null;
        InetAddress address = Settings.address(settings.httpAddress());
        if (!address.isAnyLocalAddress() && NetworkInterface.getByInetAddress(address) == null) {
            throw new StartRefused(
                    "PILOT_HTTP_ADDRESS=" + settings.httpAddress(),
                    "is not an address of this machine; use one that is");
        }
        checkPort("PILOT_HTTP_PORT", address, settings.httpPort());
        if (settings.cluster().isPresent()) {
            String self = settings.clusterMembers().get(0);
            int colon = self.lastIndexOf(':');
            checkPort(
                    "PILOT_CLUSTER_MEMBERS",
                    InetAddress.getByName(self.substring(0, colon)),
                    Integer.parseInt(self.substring(colon + 1)));
        }
        // A database of the user's own is asked first: it is quick, and the likeliest to be wrong.
        Optional<DatabaseAccess> external =
                settings.embeddedDatabase() ? Optional.empty() : Optional.of(ExternalDatabase.checked(settings));
        CompletableFuture<MicroServer> micro = inBackground(() -> bootMicro(key, logging));
        CompletableFuture<Optional<String>> password = inBackground(() -> prepareDatabase(external));
        // Whichever fails first ends the start.
        CompletableFuture.anyOf(micro, password).join();
        Optional<String> samplePassword = password.join();
        MicroServer server = micro.join();
        shutdown.takeOverPayarasHook();
        ApplicationProperties.set(settings);
        server.deploy(program.ear());
        Readiness.of(settings, key).await();
        samplePassword.ifPresent(
                secret -> ServerLog.out().println("Sample accounts: " + SAMPLE_ACCOUNTS + "; password " + secret));
        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
        ServerLog.out()
                .println("Rural Income Pilot ready at " + settings.publicUrl() + " in "
                        + (System.currentTimeMillis() - started) + " ms");
    }

    private MicroServer bootMicro(KeyStore.PrivateKeyEntry key, Path logging) throws Exception {
        Path instance = folder.instance();
        if (key != null) {
            TlsKeystore.install(key, instance);
        }
        return MicroServer.boot(settings, folder, instance, program, logging);
    }

    /** Gives the password of the sample accounts when they are to be made and it has to be shown. */
    private Optional<String> prepareDatabase(Optional<DatabaseAccess> external) throws Exception {
        DatabaseAccess access = external.isPresent() ? external.get() : startEmbedded();
        Schema schema = new Schema(access);
        try {
            schema.migrate();
            ApplicationProperties.set(access);
            if (schema.hasAccounts()) {
                return Optional.empty();
            }
        } catch (SQLException e) {
            throw ExternalDatabase.refusal(settings, e);
        }
        if (settings.sampleData() == Settings.SampleData.NONE) {
            if (settings.adminPassword().isEmpty()) {
                throw new StartRefused(
                        "PILOT_ADMIN_PASSWORD",
                        "is missing and there is no account yet; set the first administrator's password");
            }
            return Optional.empty();
        }
        if (settings.samplePassword().isPresent()) {
            return Optional.empty();
        }
        String random = randomPassword();
        System.setProperty("pilot.sample.password", random);
        return Optional.of(random);
    }

    private DatabaseAccess startEmbedded() throws IOException, InterruptedException {
        EmbeddedDatabase embedded = EmbeddedDatabase.start(folder, program);
        shutdown.endsWith(embedded);
        embedded.watch(() -> {
            PilotServer.report(new StartRefused(
                    "PILOT_DATA_DIR=" + folder.path(),
                    "the embedded PostgreSQL ended and cannot be started again; logs/postgres.log there says why"));
            Runtime.getRuntime().exit(1);
        });
        return embedded.access();
    }

    private void migrate(boolean dryRun) throws IOException, InterruptedException, SQLException {
        DatabaseAccess access = settings.embeddedDatabase() ? startEmbedded() : ExternalDatabase.checked(settings);
        Schema schema = new Schema(access);
        List<String> pending = schema.pending();
        String version = schema.version().map(v -> "version " + v).orElse("empty");
        if (pending.isEmpty()) {
            ServerLog.out().println("The database is up to date (" + version + ").");
        } else if (dryRun) {
            ServerLog.out().println("The database is " + version + "; this program would apply:");
            pending.forEach(step -> ServerLog.out().println("  " + step));
        } else {
            int applied = schema.migrate();
            ServerLog.out().println("Applied " + applied + " migrations; the database was " + version + ".");
        }
        Runtime.getRuntime().exit(0);
    }

    private static void checkPort(String setting, InetAddress address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw new StartRefused(
                    setting,
                    "port " + port + " of " + address.getHostAddress() + " cannot be had (" + e.getMessage()
                            + "); stop the program that has it or choose another",
                    e);
        }
    }

    private static String randomPassword() {
        String letters = "abcdefghijkmnpqrstuvwxyz23456789";
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            password.append(letters.charAt(random.nextInt(letters.length())));
        }
        return password.toString();
    }

    private interface Step<T> {
        T take() throws Exception;
    }

    private static <T> CompletableFuture<T> inBackground(Step<T> step) {
        CompletableFuture<T> future = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                future.complete(step.take());
            } catch (Throwable e) {
                future.completeExceptionally(
                        e instanceof java.lang.reflect.InvocationTargetException ? e.getCause() : e);
            }
        });
        thread.start();
        return future;
    }
}
