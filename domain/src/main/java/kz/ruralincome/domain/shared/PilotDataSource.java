package kz.ruralincome.domain.shared;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;

/**
 * Declares the one database of the application; the address and the login come from the configuration
 * ({@code pilot.db.url}, {@code pilot.db.user}, {@code pilot.db.password}), which the launcher has checked.
 */
@DataSourceDefinition(
        name = PilotDataSource.NAME,
        className = "org.postgresql.ds.PGConnectionPoolDataSource",
        url = "${MPCONFIG=pilot.db.url}",
        user = "${MPCONFIG=pilot.db.user}",
        password = "${MPCONFIG=pilot.db.password}",
        minPoolSize = 2,
        maxPoolSize = 30,
        // A database that was started again under the server leaves dead connections behind: none is handed out. Each
        // is looked at by itself: failing all of them at once would close the one that a run is just working on.
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
            // No database is back within a second, and a busy server asks hundreds of times in one.
            "fish.payara.validate-atmost-once-period-in-seconds=1"
        })
@Singleton
public class PilotDataSource {

    /** Where the data source is found by {@code @Resource(lookup = …)}. */
    public static final String NAME = "java:app/jdbc/pilot";
}
