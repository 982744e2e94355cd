package kz.ruralincome.domain;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real, migrated PostgreSQL for tests: one server per JVM, and a database of its own for everyone who asks.
 *
 * <p>The migrations run once, into a template; {@link #fresh()} copies it in some 50 ms. Durability is off, so what is
 * measured here says nothing about speed in production; {@link #durable()} is for measurements.
 */
public final class PilotDatabase {

    private static final String TEMPLATE = "pilot_template";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final int port;
    private final String name;

    private PilotDatabase(int port, String name) {
        this.port = port;
        this.name = name;
    }

    /** A new database with all migrations and no rows. */
    public static PilotDatabase fresh() {
        return Lenient.SERVER.copyOfTemplate();
    }

    /** The same on a server with PostgreSQL's default durability and more memory. */
    public static PilotDatabase durable() {
        return Durable.SERVER.copyOfTemplate();
    }

    /** Connections to this database with the search path of the application. */
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(user());
        return source;
    }

    /** A new connection with auto-commit on. */
    public Connection connect() throws SQLException {
        return dataSource().getConnection();
    }

    public String url() {
        return url(port, name);
    }

    public String user() {
        return "postgres";
    }

    /** Runs SQL text, also several statements at once, in one transaction. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row, as the driver gives it. */
    public Object valueOf(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getObject(1) : null;
        }
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database + "?currentSchema=pilot,public";
    }

    private static final class Lenient {
        static final Server SERVER = new Server(Map.of(
                "fsync", "off", "full_page_writes", "off", "synchronous_commit", "off", "shared_buffers", "128MB"));
    }

    private static final class Durable {
        static final Server SERVER = new Server(Map.of(
                "shared_buffers", "1GB", "work_mem", "64MB", "maintenance_work_mem", "512MB", "max_wal_size", "4GB"));
    }

    private static final class Server {
        private final int port;

        Server(Map<String, String> settings) {
            try {
                var builder = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofSeconds(60));
                Map<String, String> all = new HashMap<>(settings);
                all.put("max_connections", "100");
                all.put("jit", "off");
                all.forEach(builder::setServerConfig);
                builder.setLocaleConfig("locale-provider", "icu");
                builder.setLocaleConfig("icu-locale", "und");
                builder.setLocaleConfig("encoding", StandardCharsets.UTF_8.name());
                EmbeddedPostgres postgres = builder.start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres)));
                port = postgres.getPort();
                try (Connection connection = postgres.getPostgresDatabase().getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("create database " + TEMPLATE);
                }
                Flyway.configure()
                        .dataSource(url(port, TEMPLATE), "postgres", "")
                        .schemas("pilot")
                        .load()
                        .migrate();
            } catch (IOException | SQLException e) {
                throw new IllegalStateException("the PostgreSQL of the tests does not start", e);
            }
        }

        PilotDatabase copyOfTemplate() {
            String name = "pilot_" + NUMBER.incrementAndGet();
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl("jdbc:postgresql://localhost:" + port + "/postgres");
            source.setUser("postgres");
            try (Connection connection = source.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name + " template " + TEMPLATE);
            } catch (SQLException e) {
                throw new IllegalStateException("no fresh database", e);
            }
            return new PilotDatabase(port, name);
        }

        private static void stop(EmbeddedPostgres postgres) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
