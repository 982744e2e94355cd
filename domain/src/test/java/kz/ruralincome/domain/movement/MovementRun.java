package kz.ruralincome.domain.movement;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import kz.ruralincome.domain.shared.Sql;

/** A full movement run for tests of other packages. */
public final class MovementRun {

    private MovementRun() {}

    /** Returns the moment up to which it has read the facts; the connection must not commit by itself. */
    public static OffsetDateTime of(Connection connection) throws SQLException {
        OffsetDateTime moment = MovementProperties.close(connection);
        TimelineUpdate.apply(connection, moment, true, null);
        connection.commit();
        Sql.update(connection, "analyze");
        connection.commit();
        return moment;
    }
}
