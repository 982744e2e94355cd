package kz.ruralincome.domain.shared;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;

/**
 * Declares the one database of the application; the address and the login come from the configuration
 * ({@code pilot.db.url}, {@code pilot.db.user}, {@code pilot.db.password}), which the launcher has checked.
 */
@DataSourceDefinition(
        name = PilotDataSource.NAME,
        className = "org.postgresql.xa.PGXADataSource",
        url = "${MPCONFIG=pilot.db.url}",
        user = "${MPCONFIG=pilot.db.user}",
        password = "${MPCONFIG=pilot.db.password}",
        minPoolSize = 2,
        maxPoolSize = 30)
@Singleton
public class PilotDataSource {

    /** Where the data source is found by {@code @Resource(lookup = …)}. */
    public static final String NAME = "java:app/jdbc/pilot";
}
