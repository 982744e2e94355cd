package kz.ruralincome.domain.participant;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.participant.PersonQueries.Row;
import kz.ruralincome.domain.shared.Sql;

/** The SQL of the search by phone and by household, on the caller's connection. Units: null lets everyone in. */
final class ContactQueries {

    private static final String OF_PHONE =
            "m.superseded_rev is null and m.phone is not null and phone_digits(m.phone) = ?";

    private static final String OF_HOUSEHOLD = """
            m.superseded_rev is null
              and m.household_id in (select id from household where upper(household_no) = upper(?))""";

    /** Rows in: memberships that the index finds; rows out: one a person within reach, those of the day first, by name. */
    private static final String PEOPLE =
            """
            with found as (
                select m.person_id, bool_or(m.valid_from <= a.today and m.valid_to > a.today) as current
                from (select ?::date as today) a, membership m
                where {which}
                group by m.person_id)
            """ + PersonQueries.PERSONS.replace("select p.id", "select f.current, p.id") + """
            join found f on f.person_id = p.id
            where (?::integer[] is null or l.unit_id = any (?::integer[]))
            order by f.current desc, c.search_name, p.id
            limit ?""";

    private static final String OLDEST = "select min(m.id) from membership m where " + OF_PHONE;

    private static final String WRITTEN = "select phone_digits(phone) from membership where id = ?";

    private ContactQueries() {}

    /** Somebody with the number under which the facts know them. */
    record Found(Row row, boolean current) {}

    static List<Found> byPhone(Connection connection, LocalDate today, String digits, Integer[] units, int limit)
            throws SQLException {
        return people(connection, OF_PHONE, today, digits, units, limit);
    }

    static List<Found> byHousehold(Connection connection, LocalDate today, String number, Integer[] units, int limit)
            throws SQLException {
        return people(connection, OF_HOUSEHOLD, today, number, units, limit);
    }

    /** The number of the oldest fact in which the phone stands: addresses name it, and not the phone. */
    static Optional<Long> key(Connection connection, String digits) throws SQLException {
        return Sql.first(connection, Long.class, OLDEST, digits);
    }

    /** The phone that stands in a fact. */
    static Optional<String> phone(Connection connection, long key) throws SQLException {
        return Sql.first(connection, String.class, WRITTEN, key);
    }

    private static List<Found> people(
            Connection connection, String which, LocalDate today, String text, Integer[] units, int limit)
            throws SQLException {
        return Sql.list(
                connection,
                row -> new Found(Row.of(row), row.getBoolean("current")),
                PEOPLE.replace("{which}", which),
                today,
                text,
                today,
                units,
                units,
                limit);
    }
}
