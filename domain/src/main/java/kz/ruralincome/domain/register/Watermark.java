package kz.ruralincome.domain.register;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import kz.ruralincome.domain.shared.PilotDataSource;

/** The moment up to which the register is closed: nothing will ever be recorded at or before it any more. */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class Watermark {

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    /** Closes the register up to now, once all who are just committing have done so; to the microsecond. */
    public OffsetDateTime close() {
        return ask("select close_watermark()");
    }

    /** Up to when it is closed already. */
    public OffsetDateTime closedAt() {
        return ask("select closed_at from watermark");
    }

    /** Whether the moment is closed, or can be closed now because it has passed. */
    public boolean reaches(OffsetDateTime moment) {
        return !moment.isAfter(closedAt()) || !moment.isAfter(close());
    }

    private OffsetDateTime ask(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql);
                var row = statement.executeQuery()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class);
        } catch (SQLException e) {
            throw new IllegalStateException("the watermark cannot be asked", e);
        }
    }
}
