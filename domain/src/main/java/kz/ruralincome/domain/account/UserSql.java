package kz.ruralincome.domain.account;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.domain.shared.Sql;

/** Reads and writes the accounts of people on the caller's connection, in the caller's transaction. */
final class UserSql {

    private static final String PEOPLE = "role in ('ADMIN', 'COORDINATOR', 'AKIMAT')";

    private static final String USERS =
            """
            select a.name, a.role, a.unit_id, a.opens_persons, a.grant_reason, a.active, a.must_change, a.created_at,
                (select max(s.last_used_at) from page_session s where s.account_id = a.id) as last_used_at,
                (select count(*) from page_session s where s.account_id = a.id and s.ended_at is null
                 and s.last_used_at > clock_timestamp() - interval '%d minutes')::integer as sessions,
                (select max(h.closed_until) from sign_in_hold h where h.account_id = a.id
                 and h.last_at > clock_timestamp() - interval '%d seconds') as held_until
            from account a where a.%s and (?::text is null or a.name = ?) order by a.name""".formatted(SessionSql.IDLE_MINUTES + 1, FailedAttempts.MEMORY.toSeconds(), PEOPLE);

    private static final String ADD = """
            insert into account (name, role, unit_id, password_hash, must_change, password_at)
            values (?, ?, ?, ?, true, clock_timestamp()) on conflict (name) do nothing""";

    /** All that may stop being the last one, in one order: of two who demote each other, one waits and is refused. */
    private static final String LOCK = "select id from account where role = 'ADMIN' and active order by id for update";

    private final Connection connection;

    UserSql(Connection connection) {
        this.connection = connection;
    }

    List<User> all() throws SQLException {
        return Sql.list(connection, UserSql::user, USERS, null, null);
    }

    /** @throws NotFoundException also of a machine */
    User get(String name) throws SQLException {
        return Sql.first(connection, UserSql::user, USERS, name, name)
                .orElseThrow(() -> new NotFoundException("account"));
    }

    /** False: the name is taken. */
    boolean add(String name, Role role, Integer territory, String passwordHash) throws SQLException {
        return Sql.update(connection, ADD, name, role.name(), territory, passwordHash) > 0;
    }

    /** What was granted to akimat staff ends with that role. */
    void change(String name, Role role, Integer territory) throws SQLException {
        lockAdministrators();
        Sql.update(
                connection,
                "update account set role = ?, unit_id = ?, opens_persons = opens_persons and ? where name = ?",
                role.name(),
                territory,
                role == Role.AKIMAT,
                name);
        demandAnAdministrator();
    }

    void activate(String name, boolean active) throws SQLException {
        lockAdministrators();
        Sql.update(connection, "update account set active = ? where name = ?", active, name);
        demandAnAdministrator();
    }

    /** @param reason empty: it is taken back; the reason that was given stays */
    void grantPersons(String name, Optional<String> reason) throws SQLException {
        Sql.update(
                connection,
                "update account set opens_persons = ?, grant_reason = coalesce(?, grant_reason) where name = ?",
                reason.isPresent(),
                reason.orElse(null),
                name);
    }

    /** @param temporary whether it must be changed at the next sign-in */
    void setPassword(String name, String passwordHash, boolean temporary) throws SQLException {
        Sql.update(
                connection,
                "update account set password_hash = ?, must_change = ?, password_at = clock_timestamp() where name = ?",
                passwordHash,
                temporary,
                name);
    }

    boolean isUnit(int kato) throws SQLException {
        return Sql.first(
                        connection,
                        Boolean.class,
                        "select exists (select from territory where unit_id = ? and superseded_rev is null)",
                        kato)
                .orElseThrow();
    }

    private void lockAdministrators() throws SQLException {
        Sql.list(connection, row -> row.getInt(1), LOCK);
    }

    private void demandAnAdministrator() throws SQLException {
        boolean anybody = Sql.first(
                        connection,
                        Boolean.class,
                        "select exists (select from account where role = 'ADMIN' and active)")
                .orElseThrow();
        if (!anybody) {
            throw new RuleViolation("account.last-administrator");
        }
    }

    private static User user(ResultSet row) throws SQLException {
        return new User(
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                Optional.ofNullable(row.getObject("unit_id", Integer.class)),
                row.getBoolean("opens_persons"),
                Optional.ofNullable(row.getString("grant_reason")),
                row.getBoolean("active"),
                row.getBoolean("must_change"),
                row.getObject("created_at", OffsetDateTime.class),
                Optional.ofNullable(row.getObject("last_used_at", OffsetDateTime.class)),
                row.getInt("sessions"),
                Optional.ofNullable(row.getObject("held_until", OffsetDateTime.class)));
    }
}
