package kz.ruralincome.domain.account;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.json.Json;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.domain.shared.Sql;

/**
 * The administrator's door to the accounts of people. A password that it gives out is temporary, told once, and opens
 * nothing but the page that changes it. At every moment some administrator can sign in: what would leave none is refused
 * with {@code account.last-administrator}.
 */
@Stateless
@TransactionAttribute(REQUIRED)
public class Users {

    /** The longest reason of a grant, in characters. */
    public static final int LONGEST_REASON = 500;

    /** Read aloud without doubt: no 0 and O, no 1, I and l. */
    private static final String SIGNS = "23456789abcdefghijkmnpqrstuvwxyz";

    private static final int GROUPS = 4;
    private static final int GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    /** All of them, by name. */
    public List<User> all(Access administrator) {
        return in(administrator, (connection, users) -> users.all());
    }

    /** @throws NotFoundException if there is no such person's account */
    public User one(String name, Access administrator) {
        return in(administrator, (connection, users) -> users.get(name));
    }

    /**
     * Opens an account; gives its temporary password.
     *
     * @param name lower-case Latin letters, digits and hyphens, up to 40: it stands in logs, so no person's name
     * @param territory a KATO unit; an administrator has none
     */
    public String open(String name, Role role, Optional<Integer> territory, Access administrator) {
        return in(administrator, (connection, users) -> {
            List<FieldError> errors = new ArrayList<>();
            Lenders.checkName("name", name, errors);
            check(users, role, territory, errors);
            if (!errors.isEmpty()) {
                throw new InvalidRequest(errors);
            }
            String password = temporaryPassword();
            if (!users.add(name, role, territory.orElse(null), PasswordHash.of(password))) {
                throw new InvalidRequest("name", "account.name-taken", name);
            }
            note(connection, "user.opened", users.get(name), administrator);
            return password;
        });
    }

    /** Gives an account another role or territory; whoever has signed in to it has them from the next request on. */
    public void change(String name, Role role, Optional<Integer> territory, Access administrator) {
        in(administrator, (connection, users) -> {
            User before = users.get(name);
            List<FieldError> errors = new ArrayList<>();
            check(users, role, territory, errors);
            if (!errors.isEmpty()) {
                throw new InvalidRequest(errors);
            }
            if (role == before.role() && territory.equals(before.territory())) {
                return null;
            }
            users.change(name, role, territory.orElse(null));
            note(connection, "user.changed", users.get(name), administrator);
            return null;
        });
    }

    /** Closes an account, which ends its sessions at once, or opens it again. */
    public void activate(String name, boolean active, Access administrator) {
        in(administrator, (connection, users) -> {
            users.get(name);
            users.activate(name, active);
            if (!active) {
                SessionSql.endAll(connection, name, administrator.account(), null);
            }
            note(connection, active ? "user.reopened" : "user.closed", users.get(name), administrator);
            return null;
        });
    }

    /**
     * Lets akimat staff open persons.
     *
     * @param reason 1 to {@link #LONGEST_REASON} characters, without an IIN: the audit trail keeps it
     */
    public void grantPersons(String name, String reason, Access administrator) {
        String said = reason.strip();
        if (said.isEmpty()) {
            throw new InvalidRequest("reason", "account.grant.reason-missing");
        }
        if (said.length() > LONGEST_REASON) {
            throw new InvalidRequest("reason", "account.grant.reason-long", LONGEST_REASON);
        }
        if (said.matches("(?s).*[0-9]{12}.*")) {
            throw new InvalidRequest("reason", "account.grant.reason-iin");
        }
        in(administrator, (connection, users) -> {
            if (users.get(name).role() != Role.AKIMAT) {
                throw new RuleViolation("account.grant.role");
            }
            users.grantPersons(name, Optional.of(said));
            var details = Json.createObjectBuilder().add("user", name).add("reason", said);
            AuditTrail.note(
                    connection,
                    administrator.account(),
                    "user.persons-granted",
                    details.build().toString());
            return null;
        });
    }

    /** Takes the grant back. */
    public void denyPersons(String name, Access administrator) {
        in(administrator, (connection, users) -> {
            users.get(name);
            users.grantPersons(name, Optional.empty());
            note(connection, "user.persons-denied", users.get(name), administrator);
            return null;
        });
    }

    /** Gives a temporary password in place of one that was forgotten; all sessions of the account end. */
    public String resetPassword(String name, Access administrator) {
        return in(administrator, (connection, users) -> {
            users.get(name);
            String password = temporaryPassword();
            users.setPassword(name, PasswordHash.of(password), true);
            SessionSql.endAll(connection, name, administrator.account(), null);
            SignInHolds.lift(connection, name);
            note(connection, "user.password-reset", users.get(name), administrator);
            return password;
        });
    }

    /** The sessions that hold, the last used first; of one account, or of all. */
    public List<OpenSession> sessions(Optional<String> name, Access administrator) {
        return in(administrator, (connection, users) -> SessionSql.open(connection, name));
    }

    /** Ends a session at once; one that has ended stays as it is. */
    public void endSession(UUID id, Access administrator) {
        in(administrator, (connection, users) -> {
            Optional<String> user = SessionSql.end(connection, id, administrator.account());
            if (user.isPresent()) {
                var details = Json.createObjectBuilder().add("user", user.get()).build();
                AuditTrail.note(connection, administrator.account(), "session.ended", details.toString());
            }
            return null;
        });
    }

    /** The accounts, of machines too, that are held up for wrong passwords; one, or all. */
    public List<SignInHold> holds(Optional<String> name, Access administrator) {
        return in(administrator, (connection, users) -> SignInHolds.all(connection, name));
    }

    /** Lets an account sign in again from wherever it was held up. */
    public void unlock(String name, Access administrator) {
        in(administrator, (connection, users) -> {
            if (Sql.first(connection, Integer.class, "select id from account where name = ?", name)
                    .isEmpty()) {
                throw new NotFoundException("account");
            }
            SignInHolds.lift(connection, name);
            var details = Json.createObjectBuilder().add("user", name).build();
            AuditTrail.note(connection, administrator.account(), "user.unlocked", details.toString());
            return null;
        });
    }

    private static void check(UserSql users, Role role, Optional<Integer> territory, List<FieldError> errors)
            throws SQLException {
        if (role.isMachine()) {
            errors.add(new FieldError("role", "account.role.machine", List.of()));
        }
        if (role == Role.ADMIN && territory.isPresent()) {
            errors.add(new FieldError("territory", "account.territory.administrator", List.of()));
        } else if (territory.isPresent() && !users.isUnit(territory.get())) {
            errors.add(new FieldError("territory", "account.territory.unknown", List.of()));
        }
    }

    private static void note(Connection connection, String action, User user, Access administrator)
            throws SQLException {
        var details = Json.createObjectBuilder()
                .add("user", user.name())
                .add("role", user.role().name());
        user.territory().ifPresent(unit -> details.add("kato", "%09d".formatted(unit)));
        AuditTrail.note(
                connection, administrator.account(), action, details.build().toString());
    }

    private static String temporaryPassword() {
        var password = new StringBuilder();
        for (int sign = 0; sign < GROUPS * GROUP; sign++) {
            if (sign > 0 && sign % GROUP == 0) {
                password.append('-');
            }
            password.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return password.toString();
    }

    private <T> T in(Access administrator, Work<T> work) {
        Access.demand(administrator.administers());
        try (var connection = database.getConnection()) {
            return work.with(connection, new UserSql(connection));
        } catch (SQLException e) {
            throw new IllegalStateException("the accounts cannot be read or written", e);
        }
    }

    /** Something to do with the accounts. */
    private interface Work<T> {
        T with(Connection connection, UserSql users) throws SQLException;
    }
}
