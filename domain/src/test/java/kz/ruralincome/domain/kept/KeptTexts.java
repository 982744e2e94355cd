package kz.ruralincome.domain.kept;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;

/** The table of kept answers for tests of other packages. */
public final class KeptTexts {

    private KeptTexts() {}

    public static void keep(Connection connection, OffsetDateTime knownOn, Map<String, String> answers)
            throws SQLException {
        KeptStore.keep(connection, knownOn, answers, false);
    }

    public static Map<String, String> find(Connection connection, OffsetDateTime knownOn, Collection<String> names)
            throws SQLException {
        return KeptStore.find(connection, knownOn, names);
    }
}
