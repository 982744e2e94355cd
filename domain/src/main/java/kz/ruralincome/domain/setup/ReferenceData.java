package kz.ruralincome.domain.setup;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import kz.ruralincome.domain.register.Revision;
import kz.ruralincome.domain.shared.PilotDataSource;
import org.postgresql.PGConnection;

/** Puts the official list of territories of 2022-10-17 and the public parameters into a database that has none. */
@Stateless
public class ReferenceData {

    private static final String TERRITORIES = "/reference/kato-2022-10-17.csv";
    private static final String PARAMETERS = "/reference/parameters.csv";

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    /** Brings what is missing: 16,264 units and some 60 parameters, or nothing. */
    public void bring() {
        try (var connection = database.getConnection()) {
            bring(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the reference data cannot be written", e);
        }
    }

    /** The same in the transaction of a connection. */
    public static void bring(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            // two nodes that start on one empty database: the second waits, then finds it done
            statement.execute("select pg_advisory_xact_lock(7204002)");
            try (var row = statement.executeQuery("select exists (select from unit)")) {
                row.next();
                if (row.getBoolean(1)) {
                    return;
                }
            }
            long revision = Revision.open(connection, "reference", "REFERENCE").id();
            statement.execute(
                    "create temp table brought_unit (code integer, parent integer, ru text, kk text, en text)");
            copy(connection, "brought_unit", TERRITORIES);
            statement.execute("insert into unit (id) select code from brought_unit");
            statement.execute("""
                    insert into territory (unit_id, valid_from, valid_to, parent, name_ru, name_kk, name_en, rev)
                    select code, '-infinity', 'infinity', parent, ru, kk, en, %d from brought_unit""".formatted(revision));
            statement.execute("""
                    create temp table brought_parameter
                        (valid_from date, name text, unit_id integer, value numeric, document text)""");
            copy(connection, "brought_parameter", PARAMETERS);
            statement.execute("""
                    insert into parameter (name, unit_id, valid_from, value, document, rev)
                    select name, unit_id, valid_from, value, document, %d from brought_parameter""".formatted(revision));
            statement.execute("drop table brought_unit, brought_parameter");
        }
    }

    private static void copy(Connection connection, String table, String resource) throws SQLException {
        try (InputStream csv = ReferenceData.class.getResourceAsStream(resource)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin with (format csv, header true)", csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
