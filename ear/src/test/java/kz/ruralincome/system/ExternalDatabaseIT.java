package kz.ruralincome.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A PostgreSQL of the user's own, with a login that has only what it needs. */
class ExternalDatabaseIT {

    private static EmbeddedPostgres postgres;

    private final Path folder = RunningServer.newDataFolder();

    @BeforeAll
    static void startPostgres() throws IOException, SQLException {
        Path data = Files.createTempDirectory("pilot-external");
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setLocaleConfig("locale-provider", "icu")
                .setLocaleConfig("icu-locale", "und")
                .setLocaleConfig("encoding", "UTF8")
                .start();
        sql("postgres", "create role pilot login password 'right-password'");
        sql("postgres", "create role other login password 'other-password'");
        Files.writeString(data.resolve("pg_hba.conf"), """
                host all postgres 127.0.0.1/32 trust
                host all postgres ::1/128 trust
                host all all 127.0.0.1/32 scram-sha-256
                """);
        sql("postgres", "select pg_reload_conf()");
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @Test
    void isMigratedAndServed() throws SQLException {
        sql("postgres", "create database served owner pilot");

        try (RunningServer server = RunningServer.start(folder, settings("served"))) {
            assertThat(server.get("health/ready").statusCode()).isEqualTo(200);
            assertThat(folder.resolve("postgres")).as("no embedded database").doesNotExist();
        }
    }

    @Test
    void aWrongPasswordIsNamed() throws SQLException {
        sql("postgres", "create database locked owner pilot");
        Map<String, String> settings = settings("locked");
        settings.put("PILOT_DB_PASSWORD", "wrong-password");

        refuses(settings, "PILOT_DB_PASSWORD");
    }

    @Test
    void aMissingDatabaseIsNamed() {
        refuses(settings("nowhere"), "PILOT_DB_URL");
    }

    @Test
    void anotherEncodingIsRefused() throws SQLException {
        sql(
                "postgres",
                "create database ascii owner pilot encoding 'SQL_ASCII' locale_provider libc locale 'C' template template0");

        refuses(settings("ascii"), "PILOT_DB_URL: the database is encoded in SQL_ASCII");
    }

    @Test
    void aUserWithoutTheRightToCreateIsRefused() throws SQLException {
        sql("postgres", "create database foreign_ground owner pilot");
        Map<String, String> settings = settings("foreign_ground");
        settings.put("PILOT_DB_USER", "other");
        settings.put("PILOT_DB_PASSWORD", "other-password");

        refuses(settings, "PILOT_DB_URL: the user may not create");
    }

    @Test
    void aSchemaNewerThanTheProgramIsRefused() throws SQLException {
        sql("postgres", "create database future owner pilot");
        assertThat(RunningServer.run(folder, settings("future"), "migrate").exit())
                .isZero();
        sql("future", """
                insert into pilot.flyway_schema_history
                       (installed_rank, version, description, type, script, installed_by, execution_time, success)
                values (9999, '999', 'from the future', 'SQL', 'V999__from_the_future.sql', 'pilot', 1, true)
                """);

        refuses(settings("future"), "PILOT_DB_URL: the schema has version 999, newer than this program's");
    }

    private void refuses(Map<String, String> settings, String beginning) {
        ServerProcess server = RunningServer.run(folder, settings);

        assertThat(server.exit()).isEqualTo(1);
        assertThat(server.output())
                .singleElement()
                .asString()
                .startsWith("Rural Income Pilot cannot start: " + beginning)
                .doesNotContain("wrong-password", "right-password", "other-password");
    }

    private static Map<String, String> settings(String database) {
        return new HashMap<>(Map.of(
                "PILOT_DB_URL", "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database,
                "PILOT_DB_USER", "pilot",
                "PILOT_DB_PASSWORD", "right-password"));
    }

    private static void sql(String database, String text) throws SQLException {
        try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
