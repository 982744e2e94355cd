package kz.ruralincome.domain.credit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/** Keeps the {@link CreditReference} of the last version: it is asked for with every loan, and changes a few times a year. */
@ApplicationScoped
public class CreditReferences {

    private volatile CreditReference kept;

    /** The reference of that version, which the connection has just read. */
    CreditReference get(Connection connection, long version) throws SQLException {
        CreditReference known = kept;
        if (known == null || known.version() != version) {
            known = CreditReference.read(connection);
            kept = known;
        }
        return known;
    }
}
