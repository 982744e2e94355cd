package kz.ruralincome.domain.participant;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.shared.Sql;

/** The facts of one person with their history, on the caller's connection. */
final class PersonFacts {

    /** Rows in: versions of the facts of a person and of their households while a member; a row each out. */
    private static final String ENTRIES = """
            with fact as (
                select 'members' as list, f.valid_from, f.valid_to, f.relation::text as value, h.household_no as detail,
                    f.rev, f.superseded_rev
                from membership f join household h on h.id = f.household_id
                where f.person_id = ? and f.{which}
                union all
                select 'assistance', greatest(f.valid_from, m.valid_from), least(f.valid_to, m.valid_to), f.kind::text,
                    f.monthly_amount::text, f.rev, f.superseded_rev
                from membership m join assistance f on f.household_id = m.household_id
                    and f.valid_from < m.valid_to and f.valid_to > m.valid_from and f.{which}
                where m.person_id = ? and m.superseded_rev is null
                union all
                select 'occupations', valid_from, valid_to, kind::text, source::text, rev, superseded_rev from occupation
                where person_id = ? and {which}
                union all
                select 'registrations', valid_from, valid_to, status::text, reason::text, rev, superseded_rev
                from registration where person_id = ? and {which}
                union all
                select 'enrolments', valid_from, valid_to, direction::text, lpad(unit_id::text, 9, '0'), rev,
                    superseded_rev
                from enrolment where person_id = ? and {which}
                union all
                select 'measures', valid_from, valid_to, kind::text, null, rev, superseded_rev from measure
                where person_id = ? and {which}
                union all
                select 'social-packages', valid_from, valid_to, null, null, rev, superseded_rev from social_package
                where person_id = ? and {which}
                union all
                select 'vital-events', on_date, on_date + 1, kind::text, null, rev, superseded_rev from vital_event
                where person_id = ? and {which})
            select list, valid_from, nullif(valid_to, 'infinity') as valid_to, value, detail,
                r.recorded_at, r.account, s.recorded_at as replaced_at, s.account as replaced_by
            from fact
            join revision r on r.id = fact.rev
            left join revision s on s.id = fact.superseded_rev
            order by valid_from desc, list, r.id desc""";

    // each wants the partial index of its own
    private static final String STANDING = ENTRIES.replace("{which}", "superseded_rev is null");
    private static final String REPLACED = ENTRIES.replace("{which}", "superseded_rev is not null");

    private PersonFacts() {}

    /** What stands now. */
    static List<PersonFile.Entry> standing(Connection connection, int person) throws SQLException {
        return read(connection, STANDING, person);
    }

    /** What stood once and was replaced since. */
    static List<PersonFile.Entry> replaced(Connection connection, int person) throws SQLException {
        return read(connection, REPLACED, person);
    }

    private static List<PersonFile.Entry> read(Connection connection, String sql, int person) throws SQLException {
        return Sql.list(
                connection, PersonFacts::entry, sql, person, person, person, person, person, person, person, person);
    }

    private static PersonFile.Entry entry(ResultSet row) throws SQLException {
        OffsetDateTime replacedAt = row.getObject("replaced_at", OffsetDateTime.class);
        return new PersonFile.Entry(
                row.getString("list"),
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
                Optional.ofNullable(row.getString("value")),
                Optional.ofNullable(row.getString("detail")),
                new PersonFile.Writing(row.getObject("recorded_at", OffsetDateTime.class), row.getString("account")),
                replacedAt == null
                        ? Optional.empty()
                        : Optional.of(new PersonFile.Writing(replacedAt, row.getString("replaced_by"))));
    }
}
