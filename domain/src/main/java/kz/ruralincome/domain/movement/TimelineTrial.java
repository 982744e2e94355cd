package kz.ruralincome.domain.movement;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.movement.PersonMovement.Period;
import kz.ruralincome.domain.movement.SpellSql.Reach;
import kz.ruralincome.domain.movement.SpellSql.Span;
import kz.ruralincome.domain.shared.Sql;

/** What the timelines of a few people are by the facts as the caller's transaction sees them, its own writing included. */
public final class TimelineTrial {

    /**
     * What is written in a transaction is known to it as soon as it is stamped. This stamp is for the trial alone, so it takes no
     * lock and holds up nobody who closes the watermark: the caller rolls it back, and a commit would stamp the revision anew.
     * Rows in and out: the revision of the transaction, since no other one is to be seen without its moment.
     */
    private static final String STAMP = "update revision set recorded_at = clock_timestamp() where recorded_at is null";

    private static final String PERSONS = "select unnest(?::integer[]) as person_id";

    /** Rows in: the versions of these persons' memberships; rows out: their households. */
    private static final String HOUSEHOLDS = """
            create temporary table household_scope on commit drop as
            select distinct m.household_id from membership m where m.person_id in (select person_id from person_scope)""";

    private static final String TIMELINES = MovementSql.persons(Reach.SCOPE, Span.ALWAYS);

    private static final String BORDERS = """
            select t.person_id, b, s from (%s) t, unnest(t.borders, t.states) with ordinality n (b, s, nth)
            order by t.person_id, nth""".formatted(TIMELINES);

    private static final Object[] EVER = {OffsetDateTime.MAX, LocalDate.MIN, LocalDate.MAX};

    private TimelineTrial() {}

    /** The periods of each of them; nothing of who has none. */
    public static Map<Integer, List<Period>> of(Connection connection, Collection<Integer> persons)
            throws SQLException {
        Sql.update(connection, STAMP);
        scope(connection, "", PERSONS, (Object) persons.toArray(Integer[]::new));
        Map<Integer, List<Period>> borders = new HashMap<>();
        Sql.list(
                connection,
                row -> borders.computeIfAbsent(row.getInt(1), person -> new ArrayList<>())
                        .add(new Period(
                                State.valueOf(row.getString(3)), row.getObject(2, LocalDate.class), Optional.empty())),
                BORDERS,
                EVER);
        borders.replaceAll((person, all) -> PersonMovement.periods(all));
        return borders;
    }

    /**
     * Fills a temporary table with {@code person_id, borders, states, units}: a row for each of them who has a timeline. What
     * lies over the facts is read in their place.
     *
     * @param persons gives {@code person_id}
     * @param asker makes the statements new ones: one that was planned earlier would read the facts below
     */
    static void into(Connection connection, String table, String persons, UUID asker) throws SQLException {
        String mark = " /* %s of %s */".formatted(table, asker);
        scope(connection, mark, persons);
        Sql.update(connection, "create temporary table " + table + " on commit drop as " + TIMELINES + mark, EVER);
        Sql.update(connection, "analyze " + table);
    }

    private static void scope(Connection connection, String mark, String persons, Object... parameters)
            throws SQLException {
        Sql.update(connection, "drop table if exists person_scope, household_scope");
        Sql.update(connection, "create temporary table person_scope on commit drop as " + persons + mark, parameters);
        Sql.update(connection, "analyze person_scope");
        Sql.update(connection, HOUSEHOLDS + mark);
        Sql.update(connection, "analyze household_scope");
    }
}
