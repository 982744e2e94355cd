package kz.ruralincome.launch;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL of the user's own: reached, and found fit. */
final class ExternalDatabase {

    private static final String FITNESS = """
            select current_setting('server_version_num')::int / 10000 as version,
                   current_setting('server_encoding') as encoding,
                   has_database_privilege(current_database(), 'CREATE')
                       or exists (select from pg_namespace
                                   where nspname = 'pilot' and has_schema_privilege(oid, 'CREATE')) as may_create,
                   exists (select from pg_collation where collprovider = 'i') as icu,
                   (select string_agg(wanted, ', ')
                      from unnest(array['pg_trgm', 'fuzzystrmatch']) as wanted
                     where wanted not in (select name from pg_available_extensions)) as missing,
                   pg_is_in_recovery() as standby
            """;

    private ExternalDatabase() {}

    static DatabaseAccess checked(Settings settings) {
        DatabaseAccess access = new DatabaseAccess(
                settings.dbUrl().orElseThrow(),
                settings.dbUser().orElse(""),
                settings.dbPassword().orElse(""));
        try (Connection connection = access.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(FITNESS)) {
            row.next();
            require(row.getInt("version") >= 14, "PostgreSQL " + row.getInt("version") + " is too old; 14 is needed");
            require(
                    row.getString("encoding").equals("UTF8"),
                    "the database is encoded in " + row.getString("encoding") + "; create it with encoding UTF8");
            require(row.getBoolean("icu"), "this PostgreSQL was built without ICU; use one that has it");
            require(
                    row.getString("missing") == null,
                    "the extensions " + row.getString("missing") + " are not installed; add PostgreSQL's contrib");
            require(!row.getBoolean("standby"), "the server is a read-only standby; name the primary");
            require(
                    row.getBoolean("may_create"),
                    "the user may not create in the database; grant create on database … to the user");
            return access;
        } catch (SQLException e) {
            throw refusal(settings, e);
        }
    }

    static StartRefused refusal(Settings settings, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.equals("28P01")) {
            return new StartRefused(
                    "PILOT_DB_PASSWORD",
                    "the database refuses the password of user "
                            + settings.dbUser().orElse("") + "; set the right PILOT_DB_USER and PILOT_DB_PASSWORD",
                    e);
        }
        if (state.startsWith("28") || state.equals("08004")) {
            return new StartRefused(
                    "PILOT_DB_USER", "the database refuses the login (" + e.getMessage() + "); correct it", e);
        }
        if (state.equals("3D000")) {
            return new StartRefused(
                    "PILOT_DB_URL", "the database does not exist (" + e.getMessage() + "); create it", e);
        }
        if (state.startsWith("08") || state.equals("57P03")) {
            return new StartRefused(
                    "PILOT_DB_URL",
                    "the database cannot be reached (" + e.getMessage() + "); start it or correct the address",
                    e);
        }
        return new StartRefused("PILOT_DB_URL", "the database cannot be used (" + e.getMessage() + ")", e);
    }

    private static void require(boolean fit, String problemAndMend) {
        if (!fit) {
            throw new StartRefused("PILOT_DB_URL", problemAndMend);
        }
    }
}
