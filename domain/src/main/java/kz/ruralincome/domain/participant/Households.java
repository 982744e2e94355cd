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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.movement.State;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.Sql;

/** Tells with whom a person lived on a day; states come from the last movement run. */
@Stateless
@TransactionAttribute(REQUIRED)
public class Households {

    private static final String HOUSEHOLD = """
            select h.id, h.household_no, (
                select unit_id from locality l
                where l.household_id = h.id and l.superseded_rev is null and l.valid_from <= d.day
                order by l.valid_from desc limit 1)
            from (select ?::date as day) d
            join membership m on m.person_id = ? and m.superseded_rev is null and m.valid_from <= d.day and m.valid_to > d.day
            join household h on h.id = m.household_id""";

    private static final String NAME = "concat_ws(' ', c.family_name, c.given_name, c.patronymic) as name";

    /** Rows in: the memberships of a household on a day; rows out: of those who are neither dead nor away, the head first. */
    private static final String MEMBERS = "select m.person_id, p.public_id, " + NAME + """
            , m.relation, coalesce(t.birth_date, c.birth_date) as birth_date, coalesce(s.state, 'UNKNOWN') as state
            from (select ?::date as day) d
            join membership m on m.household_id = ? and m.superseded_rev is null
                and m.valid_from <= d.day and m.valid_to > d.day
            join person p on p.id = m.person_id
            left join person_card c on c.person_id = m.person_id
            left join timeline t on t.person_id = m.person_id
            cross join lateral (select t.states[width_bucket(d.day, t.borders)]::text as state) s
            where coalesce(s.state, 'UNKNOWN') not in ('DECEASED', 'AWAY')
            order by m.relation, coalesce(t.birth_date, c.birth_date), m.person_id""";

    /**
     * Rows in: the memberships of a household; rows out: their beginnings and ends, and what befell members meanwhile, those
     * alone of which the person was a member on the day, or of an end on the day before.
     */
    private static final String CHANGES = """
            with spell as (
                select person_id, valid_from, valid_to, relation from membership
                where household_id = ? and superseded_rev is null),
            change as (
                select person_id, valid_from as on_date, 'JOINED' as kind, relation from spell s
                where not exists (select from spell b where b.person_id = s.person_id and b.valid_to = s.valid_from)
                union all
                select person_id, valid_to, 'PARTED', relation from spell s
                where valid_to < 'infinity'
                  and not exists (select from spell b where b.person_id = s.person_id and b.valid_from = s.valid_to)
                union all
                select s.person_id, v.on_date, v.kind::text, s.relation
                from spell s
                join vital_event v on v.person_id = s.person_id and v.superseded_rev is null
                    and v.on_date >= s.valid_from and v.on_date < s.valid_to)
            select f.person_id, f.on_date, f.kind, f.relation, """ + NAME + """

            from change f left join person_card c on c.person_id = f.person_id
            where exists (
                select from spell own
                where own.person_id = ? and f.on_date - (f.kind = 'PARTED')::integer >= own.valid_from
                  and f.on_date - (f.kind = 'PARTED')::integer < own.valid_to)
            order by f.on_date desc, f.relation, f.person_id, f.kind""";

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private Reach reach;

    /**
     * The household of a person on a day; empty: they were a member of none. Each look at a member is noted.
     *
     * @throws NotFoundException if there is no such person or they are out of the caller's reach
     */
    public Optional<HouseholdOn> on(UUID person, LocalDate day, Access access) {
        Access.demand(access.seesPersons());
        try (var connection = database.getConnection()) {
            Integer[] units = reach.units(access).orElse(null);
            ReachedPerson reached = ReachedPerson.get(connection, reach.today(), person, units);
            return on(connection, reached.number(), day, reach.today(), units, access.account());
        } catch (SQLException e) {
            throw new IllegalStateException("a household cannot be read", e);
        }
    }

    private record Home(int id, String number, Optional<Integer> unit) {}

    private record Found(int person, HouseholdOn.Member member) {}

    private record Befallen(int person, HouseholdOn.Change change) {}

    static Optional<HouseholdOn> on(
            Connection connection, int person, LocalDate day, LocalDate today, Integer[] units, String account)
            throws SQLException {
        Optional<Home> home = Sql.first(connection, Households::home, HOUSEHOLD, day, person);
        if (home.isEmpty()) {
            return Optional.empty();
        }
        int household = home.get().id();
        List<Found> found = Sql.list(connection, Households::found, MEMBERS, day, household);
        List<Befallen> changes = Sql.list(connection, Households::befallen, CHANGES, household, person);
        List<Integer> shown = Stream.concat(
                        found.stream().map(Found::person), changes.stream().map(Befallen::person))
                .distinct()
                .toList();
        Set<Integer> reached = ReachedPerson.among(connection, today, shown, units);
        AuditTrail.saw(connection, account, "participant.household", shown, null);
        return Optional.of(new HouseholdOn(
                home.get().number(),
                home.get().unit(),
                found.stream()
                        .map(one -> reached.contains(one.person()) ? one.member() : nameOf(one.member()))
                        .toList(),
                changes.stream()
                        .map(one -> reached.contains(one.person()) ? one.change() : nameOf(one.change()))
                        .toList()));
    }

    private static HouseholdOn.Member nameOf(HouseholdOn.Member one) {
        return new HouseholdOn.Member(
                Optional.empty(), one.name(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static HouseholdOn.Change nameOf(HouseholdOn.Change one) {
        return new HouseholdOn.Change(one.on(), one.kind(), one.name(), Optional.empty());
    }

    private static Home home(ResultSet row) throws SQLException {
        return new Home(row.getInt(1), row.getString(2), Optional.ofNullable(row.getObject(3, Integer.class)));
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getInt("person_id"),
                new HouseholdOn.Member(
                        Optional.of(row.getObject("public_id", UUID.class)),
                        row.getString("name"),
                        Optional.of(row.getString("relation")),
                        Optional.ofNullable(row.getObject("birth_date", LocalDate.class)),
                        Optional.of(State.valueOf(row.getString("state")))));
    }

    private static Befallen befallen(ResultSet row) throws SQLException {
        return new Befallen(
                row.getInt("person_id"),
                new HouseholdOn.Change(
                        row.getObject("on_date", LocalDate.class),
                        HouseholdOn.Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        Optional.of(row.getString("relation"))));
    }
}
