package kz.ruralincome.domain.participant;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.shared.Sql;

/** The facts of one person as they stand, on the caller's connection. */
final class PersonFacts {

    /** Rows in: the standing facts of a person and of their households while a member; a row each out. */
    private static final String STANDING = """
            with fact as (
                select 'members' as list, f.valid_from, f.valid_to, f.relation::text as value, h.household_no as detail, f.rev
                from membership f join household h on h.id = f.household_id
                where f.person_id = ? and f.superseded_rev is null
                union all
                select 'assistance', greatest(f.valid_from, m.valid_from), least(f.valid_to, m.valid_to), f.kind::text,
                    f.monthly_amount::text, f.rev
                from membership m join assistance f on f.household_id = m.household_id
                    and f.valid_from < m.valid_to and f.valid_to > m.valid_from and f.superseded_rev is null
                where m.person_id = ? and m.superseded_rev is null
                union all
                select 'occupations', valid_from, valid_to, kind::text, source::text, rev from occupation
                where person_id = ? and superseded_rev is null
                union all
                select 'registrations', valid_from, valid_to, status::text, reason::text, rev
                from registration where person_id = ? and superseded_rev is null
                union all
                select 'enrolments', valid_from, valid_to, direction::text, lpad(unit_id::text, 9, '0'), rev
                from enrolment where person_id = ? and superseded_rev is null
                union all
                select 'measures', valid_from, valid_to, kind::text, null, rev from measure
                where person_id = ? and superseded_rev is null
                union all
                select 'social-packages', valid_from, valid_to, null, null, rev from social_package
                where person_id = ? and superseded_rev is null
                union all
                select 'vital-events', on_date, on_date + 1, kind::text, null, rev from vital_event
                where person_id = ? and superseded_rev is null)
            select list, valid_from, nullif(valid_to, 'infinity') as valid_to, value, detail
            from fact order by valid_from desc, list, rev desc""";

    private PersonFacts() {}

    static List<PersonFile.Entry> standing(Connection connection, int person) throws SQLException {
        return Sql.list(
                connection,
                PersonFacts::entry,
                STANDING,
                person,
                person,
                person,
                person,
                person,
                person,
                person,
                person);
    }

    private static PersonFile.Entry entry(ResultSet row) throws SQLException {
        return new PersonFile.Entry(
                row.getString("list"),
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
                Optional.ofNullable(row.getString("value")),
                Optional.ofNullable(row.getString("detail")));
    }
}
