package kz.ruralincome.domain.participant;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.Sql;

/** Opens what is recorded of one person. */
@Stateless
@TransactionAttribute(REQUIRED)
public class Participants {

    /** Rows in: the current facts of a person and of their households while a member; a row each out. */
    private static final String ENTRIES = """
            with m as (
                select f.household_id, f.valid_from, f.valid_to, f.relation, h.household_no
                from membership f join household h on h.id = f.household_id
                where f.person_id = ? and f.superseded_rev is null)
            select list, valid_from, nullif(valid_to, 'infinity') as valid_to, value, detail
            from (
                select 'members' as list, valid_from, valid_to, relation::text as value, household_no as detail from m
                union all
                select 'assistance', greatest(f.valid_from, m.valid_from), least(f.valid_to, m.valid_to), f.kind::text,
                    f.monthly_amount::text
                from m join assistance f on f.household_id = m.household_id and f.superseded_rev is null
                    and f.valid_from < m.valid_to and f.valid_to > m.valid_from
                union all
                select 'occupations', valid_from, valid_to, kind::text, source::text from occupation
                where person_id = ? and superseded_rev is null
                union all
                select 'registrations', valid_from, valid_to, status::text, reason::text from registration
                where person_id = ? and superseded_rev is null
                union all
                select 'enrolments', valid_from, valid_to, direction::text, lpad(unit_id::text, 9, '0') from enrolment
                where person_id = ? and superseded_rev is null
                union all
                select 'measures', valid_from, valid_to, kind::text, null from measure
                where person_id = ? and superseded_rev is null
                union all
                select 'social-packages', valid_from, valid_to, null, null from social_package
                where person_id = ? and superseded_rev is null
                union all
                select 'vital-events', on_date, on_date + 1, kind::text, null from vital_event
                where person_id = ? and superseded_rev is null) facts
            order by valid_from desc, list""";

    private static final String CARD = """
            select coalesce(t.birth_date, c.birth_date), t.sex, c.phone
            from person p left join timeline t on t.person_id = p.id left join person_card c on c.person_id = p.id
            where p.id = ?""";

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private Reach reach;

    @Inject
    private AuditTrail audit;

    /** @throws NotFoundException if there is no such person or they are out of the caller's reach */
    public PersonFile open(UUID id, Access access) {
        Access.demand(access.seesPersons());
        try (var connection = database.getConnection()) {
            Integer[] units = reach.units(access).orElse(null);
            var row = PersonQueries.byId(connection, reach.today(), id, units)
                    .orElseThrow(() -> new NotFoundException("participant"));
            audit.saw(access.account(), "participant.opened", row.number(), null);
            return file(connection, row);
        } catch (SQLException e) {
            throw new IllegalStateException("a person cannot be read", e);
        }
    }

    static PersonFile file(Connection connection, PersonQueries.Row row) throws SQLException {
        int person = row.number();
        var entries = Sql.list(
                connection, Participants::entry, ENTRIES, person, person, person, person, person, person, person);
        return Sql.list(
                        connection,
                        card -> new PersonFile(
                                row.summary(),
                                Optional.ofNullable(card.getObject(1, LocalDate.class)),
                                Optional.ofNullable(card.getString(2)),
                                Optional.ofNullable(card.getString(3)),
                                entries),
                        CARD,
                        person)
                .get(0);
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
