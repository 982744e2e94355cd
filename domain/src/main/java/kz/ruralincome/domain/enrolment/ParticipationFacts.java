package kz.ruralincome.domain.enrolment;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.enrolment.Participation.Consent;
import kz.ruralincome.domain.enrolment.Participation.Decline;
import kz.ruralincome.domain.enrolment.Participation.Enrolment;
import kz.ruralincome.domain.enrolment.Participation.Suspension;
import kz.ruralincome.domain.enrolment.Participation.Visit;
import kz.ruralincome.domain.enrolment.Participation.Wish;
import kz.ruralincome.domain.shared.Sql;

/** What decides on the part of one person, on the caller's connection. */
final class ParticipationFacts {

    private static final String ENROLMENTS = """
            select valid_from, nullif(valid_to, 'infinity') as valid_to, unit_id, direction::integer as direction,
                registration_due, left_reason, coordinator
            from enrolment where person_id = ? and superseded_rev is null order by valid_from desc""";

    private static final String SUSPENSIONS = """
            select valid_from, nullif(valid_to, 'infinity'), reason, end_reason
            from enrolment_suspension where person_id = ? and superseded_rev is null order by valid_from desc""";

    private static final String DIED = """
            select min(on_date) from vital_event where person_id = ? and superseded_rev is null and kind = 'DIED'""";

    private static final String SCREENED = """
            select max(s.seen_on) from screening_visit m join screening s on s.id = m.screening_id
            where m.record_id = any (records_of(?))""";

    private static final String VISIT = """
            select s.id, s.public_id, s.seen_on
            from screening_visit m join screening s on s.id = m.screening_id
            where m.record_id = any (records_of(?)) order by s.seen_on desc, s.id desc limit 1""";

    private static final String WISH =
            """
            with known as materialized (select records_of(?) as ids)
            select s.id, s.seen_on, m.direction::integer
            from screening_visit m join screening s on s.id = m.screening_id
            where m.record_id = any ((select ids from known)::integer[]) and\s""" + Waiting.undecided("l.record_id = any ((select ids from known)::integer[])");

    private static final String DECLINES = """
            select screening_id, declined_on, reason, account from enrolment_decline
            where person_id = any (records_of(?)) order by recorded_at desc""";

    private static final String CONSENTS = """
            select c.scope::text, c.valid_from, nullif(c.valid_to, 'infinity') as valid_to, c.document, r.recorded_at,
                r.account, s.recorded_at as replaced_at, s.account as replaced_by
            from consent c join revision r on r.id = c.rev left join revision s on s.id = c.superseded_rev
            where c.person_id = ?
            order by c.superseded_rev is not null, c.valid_from desc, c.scope, c.id desc""";

    private static final String DAY = """
            select exists (select from consent where person_id = p.id and superseded_rev is null
                             and scope = 'PROCESSING' and valid_from <= d.day and valid_to > d.day) as consented,
                coalesce((select kind = 'LEFT' from vital_event
                          where person_id = p.id and superseded_rev is null and kind in ('LEFT', 'RETURNED')
                            and on_date <= d.day order by on_date desc limit 1), false) as away,
                (select l.unit_id from membership m join locality l on l.household_id = m.household_id
                 where m.person_id = p.id and m.superseded_rev is null and m.valid_from <= d.day and m.valid_to > d.day
                   and l.superseded_rev is null and l.valid_from <= d.day
                 order by l.valid_from desc limit 1) as home
            from person p cross join (select ?::date as day) d where p.id = ?""";

    private ParticipationFacts() {}

    static Standing standing(Connection connection, int person) throws SQLException {
        return new Standing(
                Sql.list(connection, ParticipationFacts::enrolment, ENROLMENTS, person),
                Sql.list(connection, ParticipationFacts::suspension, SUSPENSIONS, person),
                Sql.first(connection, LocalDate.class, DIED, person),
                Sql.first(connection, LocalDate.class, SCREENED, person));
    }

    /** What holds on a day; whether the home lies in a unit is for the caller to say. */
    static DayFacts on(Connection connection, int person, LocalDate day) throws SQLException {
        return Sql.list(
                        connection,
                        row -> new DayFacts(
                                row.getBoolean(1),
                                row.getBoolean(2),
                                Optional.ofNullable(row.getObject(3, Integer.class)),
                                true),
                        DAY,
                        day,
                        person)
                .get(0);
    }

    static Optional<Visit> visit(Connection connection, int person) throws SQLException {
        return Sql.first(
                connection,
                row -> new Visit(row.getLong(1), row.getObject(2, UUID.class), row.getObject(3, LocalDate.class)),
                VISIT,
                person);
    }

    static Optional<Wish> wish(Connection connection, int person) throws SQLException {
        return Sql.first(
                connection,
                row -> new Wish(
                        row.getLong(1),
                        row.getObject(2, LocalDate.class),
                        Optional.ofNullable(row.getObject(3, Integer.class))),
                WISH,
                person);
    }

    static List<Decline> declines(Connection connection, int person) throws SQLException {
        return Sql.list(
                connection,
                row -> new Decline(
                        row.getLong(1), row.getObject(2, LocalDate.class), row.getString(3), row.getString(4)),
                DECLINES,
                person);
    }

    static List<Consent> consents(Connection connection, int person) throws SQLException {
        return Sql.list(
                connection,
                row -> new Consent(
                        ConsentScope.valueOf(row.getString(1)),
                        row.getObject(2, LocalDate.class),
                        Optional.ofNullable(row.getObject(3, LocalDate.class)),
                        Optional.ofNullable(row.getString(4)),
                        row.getObject(5, OffsetDateTime.class),
                        row.getString(6),
                        Optional.ofNullable(row.getObject(7, OffsetDateTime.class)),
                        Optional.ofNullable(row.getString(8))),
                CONSENTS,
                person);
    }

    private static Enrolment enrolment(ResultSet row) throws SQLException {
        return new Enrolment(
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
                row.getInt("unit_id"),
                Optional.ofNullable(row.getObject("direction", Integer.class)),
                Optional.ofNullable(row.getObject("registration_due", LocalDate.class)),
                Optional.ofNullable(row.getString("left_reason")),
                Optional.ofNullable(row.getString("coordinator")));
    }

    private static Suspension suspension(ResultSet row) throws SQLException {
        return new Suspension(
                row.getObject(1, LocalDate.class),
                Optional.ofNullable(row.getObject(2, LocalDate.class)),
                row.getString(3),
                Optional.ofNullable(row.getString(4)));
    }
}
