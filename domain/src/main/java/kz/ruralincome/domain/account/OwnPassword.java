package kz.ruralincome.domain.account;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;
import kz.ruralincome.domain.shared.PilotDataSource;

/** Where people change their own password; in no transaction while hashes are computed. */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class OwnPassword {

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private SignIn door;

    /**
     * Changes it; all other sessions of the account end.
     *
     * @param session the one that goes on
     * @param current the password of now; a wrong one counts as an attempt to sign in
     * @param address from where it is changed
     * @throws InvalidRequest with all that is wrong with either
     */
    public void change(Access access, UUID session, String current, String wanted, String address) {
        var answer = door.signIn(access.account(), current, address);
        if (answer.later().isPresent()) {
            throw new InvalidRequest("current", "account.later");
        }
        List<FieldError> errors = new ArrayList<>();
        if (answer.access().isEmpty()) {
            errors.add(new FieldError("current", "account.password.current", List.of()));
        }
        errors.addAll(PasswordRule.flaws("wanted", access.account(), wanted));
        if (wanted.equals(current)) {
            errors.add(new FieldError("wanted", "account.password.same", List.of()));
        }
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
        String hash = PasswordHash.of(wanted);
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            set(connection, access.account(), session, hash);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("a password cannot be changed", e);
        }
    }

    static void set(Connection connection, String account, UUID session, String hash) throws SQLException {
        new UserSql(connection).setPassword(account, hash, false);
        SessionSql.endAll(connection, account, account, session);
        AuditTrail.note(connection, account, "user.password-changed", null);
    }
}
