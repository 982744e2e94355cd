package kz.ruralincome.launch;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/** The tables of the pilot in the database: are they there, do they fit this program, and making them so. */
final class Schema {

    private static final String NAME = "pilot";
    /** Any number that no other user of the database takes; nodes that start together migrate one after the other. */
    private static final long MIGRATION_LOCK = 0x7069_6c6f_74L;

    private final DatabaseAccess access;
    private final Flyway flyway;

    Schema(DatabaseAccess access) throws IOException {
        this.access = access;
        this.flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(access.url(), access.user(), access.password())
                .schemas(NAME)
                .resourceProvider(new MigrationScripts(Schema.class.getClassLoader()))
                .connectRetries(0)
                .load();
    }

    /** Brings the schema to this program's version; whoever comes second finds it done. */
    int migrate() throws SQLException {
        try (Connection connection = access.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + MIGRATION_LOCK + ")");
            refuseNewer();
            return flyway.migrate().migrationsExecuted;
        } catch (FlywayException e) {
            throw new StartRefused(
                    "PILOT_DB_URL",
                    "the schema \"pilot\" does not fit this program and was left as it is; restore it or use another"
                            + " database (" + e.getMessage() + ")",
                    e);
        }
    }

    /** What {@link #migrate} would do, one line each. */
    List<String> pending() {
        refuseNewer();
        return Arrays.stream(flyway.info().pending())
                .map(step -> "V" + step.getVersion() + " " + step.getDescription())
                .toList();
    }

    Optional<String> version() {
        return Optional.ofNullable(flyway.info().current()).map(step -> "V" + step.getVersion());
    }

    boolean hasAccounts() throws SQLException {
        try (Connection connection = access.connect();
                Statement statement = connection.createStatement()) {
            try (ResultSet table = statement.executeQuery("select to_regclass('pilot.account')")) {
                if (!table.next() || table.getString(1) == null) {
                    return false;
                }
            }
            try (ResultSet rows = statement.executeQuery("select exists (select from pilot.account)")) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private void refuseNewer() {
        MigrationVersion newest = Arrays.stream(flyway.info().all())
                .filter(step -> step.getPhysicalLocation() != null
                        && !step.getPhysicalLocation().isEmpty())
                .map(MigrationInfo::getVersion)
                .filter(version -> version != null)
                .max(MigrationVersion::compareTo)
                .orElse(MigrationVersion.EMPTY);
        Optional.ofNullable(flyway.info().current())
                .map(MigrationInfo::getVersion)
                .filter(version -> version != null && version.compareTo(newest) > 0)
                .ifPresent(version -> {
                    throw new StartRefused(
                            "PILOT_DB_URL",
                            "the schema has version " + version + ", newer than this program's " + newest
                                    + "; start the newer program");
                });
    }
}
