package kz.ruralincome.domain.trail;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.Sql;

/**
 * Reads the trail on the caller's connection. Each filter has an index that is in the order of time: a person
 * {@code audit_person}; an account and an action {@code audit_account_action}, an action alone {@code audit_action} (but
 * for the calls of machines, which are most of the trail and found along the others); an account {@code audit_account}; a
 * period alone {@code audit_at}. So a page walks along one index and stops, and is the same text for the planner to see it.
 */
final class TrailSql {

    /** The action of which most lines are; the indexes of actions leave it out. */
    static final String CALL = "call";

    /** Rows in: one page of the index; rows out: the same with the persons' public numbers. */
    private static final String PAGE = """
            select a.id, a.at, a.account, a.action, p.public_id, a.details::text, a.outcome, a.latency_ms
            from (select * from audit where %s order by at desc, id desc limit ?) a
            left join person p on p.id = a.person_id
            order by a.at desc, a.id desc""";

    /** Rows out: one a value; jumps from value to value along an index, whatever the number of lines. */
    private static final String VALUES = """
            with recursive found (value) as (
                (select %1$s from audit where %2$s order by %1$s limit 1)
                union all
                select (select %1$s from audit where %1$s > f.value and %2$s order by %1$s limit 1)
                from found f where f.value is not null)
            select value from found where value is not null""";

    private static final String ACCOUNTS = VALUES.formatted("account", "true");
    private static final String ACTIONS = VALUES.formatted("action", "action <> '" + CALL + "'");

    private final Connection connection;

    TrailSql(Connection connection) {
        this.connection = connection;
    }

    /**
     * A page of the trail, the newest line first.
     *
     * @param person the number of the person of the filter
     * @param after null: from the newest on
     */
    List<TrailLine> page(TrailFilter filter, Optional<Integer> person, TrailPlace after, int limit)
            throws SQLException {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        person.ifPresent(number -> add("person_id = ?", number, conditions, values));
        filter.account().ifPresent(account -> add("account = ?", account, conditions, values));
        filter.action().ifPresent(action -> {
            add("action = ?", action, conditions, values);
            if (!action.equals(CALL)) {
                conditions.add("action <> '" + CALL + "'"); // what the partial indexes hold, said so that it is seen
            }
        });
        filter.from().ifPresent(day -> add("at >= ?", begin(day), conditions, values));
        filter.to().ifPresent(day -> add("at < ?", begin(day.plusDays(1)), conditions, values));
        if (after != null) {
            conditions.add("(at, id) < (?, ?)");
            values.add(after.at());
            values.add(after.id());
        }
        values.add(limit);
        String condition = conditions.isEmpty() ? "true" : String.join(" and ", conditions);
        return Sql.list(connection, TrailSql::line, PAGE.formatted(condition), values.toArray());
    }

    /** Everybody of whom there is a line, by name. */
    List<String> accounts() throws SQLException {
        return Sql.list(connection, row -> row.getString(1), ACCOUNTS);
    }

    /** Everything of which there is a line, but for the calls of machines; by code. */
    List<String> actions() throws SQLException {
        return Sql.list(connection, row -> row.getString(1), ACTIONS);
    }

    Optional<Integer> person(UUID id) throws SQLException {
        return Sql.first(connection, Integer.class, "select id from person where public_id = ?", id);
    }

    private static void add(String condition, Object value, List<String> conditions, List<Object> values) {
        conditions.add(condition);
        values.add(value);
    }

    private static OffsetDateTime begin(LocalDate day) {
        return day.atStartOfDay(BusinessCalendar.ZONE).toOffsetDateTime();
    }

    private static TrailLine line(ResultSet row) throws SQLException {
        return new TrailLine(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class),
                row.getString(3),
                row.getString(4),
                Optional.ofNullable(row.getObject(5, UUID.class)),
                Optional.ofNullable(row.getString(6)),
                Optional.ofNullable(row.getString(7)),
                Optional.ofNullable(row.getObject(8, Integer.class)));
    }
}
