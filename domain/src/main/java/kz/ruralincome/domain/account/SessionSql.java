package kz.ruralincome.domain.account;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.shared.Sql;

/** Reads and writes sessions of the pages on the caller's connection. */
final class SessionSql {

    /** After so many minutes without a request a session holds no more; {@code web.xml} has the same number. */
    static final int IDLE_MINUTES = 60;

    /** One more minute, since the last use is known to a minute. */
    private static final String HOLDS =
            "s.ended_at is null and s.last_used_at > clock_timestamp() - interval '" + (IDLE_MINUTES + 1) + " minutes'";

    /** Waits for whoever closes the account or resets its password just now; what was verified before that opens nothing. */
    private static final String BEGIN = """
            insert into page_session (account_id, address)
            select id, ? from account
            where name = ? and active and (password_at is null or password_at < ?::timestamptz) for share
            returning id""";

    private static final String USE = """
            select a.name, a.role, a.unit_id, a.opens_persons, a.must_change,
                s.last_used_at < clock_timestamp() - interval '1 minute' as stale
            from page_session s join account a on a.id = s.account_id and a.active
            where s.id = ? and """ + " " + HOLDS;

    private static final String USED = """
            update page_session set last_used_at = clock_timestamp()
            where id = ? and last_used_at < clock_timestamp() - interval '1 minute'""";

    private static final String END = """
            update page_session s set ended_at = clock_timestamp(), ended_by = ?
            from account a where a.id = s.account_id and s.id = ? and s.ended_at is null returning a.name""";

    private static final String END_ALL = """
            update page_session s set ended_at = clock_timestamp(), ended_by = ?
            from account a where a.id = s.account_id and a.name = ? and s.ended_at is null and s.id is distinct from ?""";

    private static final String OPEN = """
            select s.id, a.name, s.began_at, s.address, s.last_used_at
            from page_session s join account a on a.id = s.account_id and a.active
            where (?::text is null or a.name = ?) and """ + " " + HOLDS + " order by s.last_used_at desc, s.id";

    private SessionSql() {}

    /** @param verified when the password was read that has opened it; empty: the account is closed, or has another by now */
    static Optional<UUID> begin(Connection connection, String account, String address, OffsetDateTime verified)
            throws SQLException {
        return Sql.first(connection, UUID.class, BEGIN, address, account, verified);
    }

    static Optional<SessionAnswer> use(Connection connection, UUID id) throws SQLException {
        List<Used> found = Sql.list(connection, SessionSql::used, USE, id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (found.get(0).stale) {
            Sql.update(connection, USED, id);
        }
        return Optional.of(found.get(0).answer);
    }

    /**
     * Whose session it was; empty: it had ended before.
     *
     * @param by the administrator, or why
     */
    static Optional<String> end(Connection connection, UUID id, String by) throws SQLException {
        return Sql.first(connection, String.class, END, by, id);
    }

    /** Ends all of an account but one, which may be null. */
    static void endAll(Connection connection, String account, String by, UUID but) throws SQLException {
        Sql.update(connection, END_ALL, by, account, but);
    }

    /** Those that hold, the last used first; of one account, or of all. */
    static List<OpenSession> open(Connection connection, Optional<String> account) throws SQLException {
        String name = account.orElse(null);
        return Sql.list(connection, SessionSql::session, OPEN, name, name);
    }

    private static Used used(ResultSet row) throws SQLException {
        var access = new Access(
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                Optional.ofNullable(row.getObject("unit_id", Integer.class)),
                row.getBoolean("opens_persons"));
        return new Used(new SessionAnswer(access, row.getBoolean("must_change")), row.getBoolean("stale"));
    }

    private static OpenSession session(ResultSet row) throws SQLException {
        return new OpenSession(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class));
    }

    /** @param stale whether the last use is to be written anew */
    private record Used(SessionAnswer answer, boolean stale) {}
}
