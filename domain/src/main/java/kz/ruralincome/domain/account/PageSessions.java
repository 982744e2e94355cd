package kz.ruralincome.domain.account;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.shared.PilotDataSource;

/**
 * The sessions of the pages. Whether one holds is asked of the database with every request, so that it ends on all nodes at
 * once; that it was used is written once a minute at most. After {@value SessionSql#IDLE_MINUTES} minutes without a request
 * it has ended by itself.
 */
@ApplicationScoped
public class PageSessions {

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    /**
     * Begins one for a person who has signed in.
     *
     * @param verified when the password was read that has opened it
     * @return empty: the account was closed or given another password meanwhile
     */
    public Optional<UUID> begin(String account, String address, OffsetDateTime verified) {
        try (var connection = database.getConnection()) {
            Optional<UUID> id = SessionSql.begin(connection, account, address, verified);
            if (id.isPresent()) {
                AuditTrail.note(connection, account, "session.begun", null);
            }
            return id;
        } catch (SQLException e) {
            throw new IllegalStateException("a session cannot be begun", e);
        }
    }

    /** Who uses the session now; empty: it has ended, or its account is closed. */
    public Optional<SessionAnswer> use(UUID id) {
        try (var connection = database.getConnection()) {
            return SessionSql.use(connection, id);
        } catch (SQLException e) {
            throw new IllegalStateException("the sessions cannot be read", e);
        }
    }

    /** Ends the session of whoever signs out. */
    public void end(UUID id) {
        try (var connection = database.getConnection()) {
            Optional<String> user = SessionSql.end(connection, id, "sign-out");
            if (user.isPresent()) {
                AuditTrail.note(connection, user.get(), "session.signed-out", null);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a session cannot be ended", e);
        }
    }
}
