package kz.ruralincome.domain.movement;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.shared.Rules;
import kz.ruralincome.domain.shared.Sql;

/**
 * Counts whose state a load makes another on some day, on the caller's connection. What a run of the movement finds changed in
 * people whom several loads have touched since the run before is counted for each of these.
 */
final class LoadEffects {

    /** As many people may a load touch at most: beyond, a run would take noticeably longer for it. */
    static final long MOST_PERSONS = 200_000;

    /** The lists whose facts make states, with their tables; whether they are of households. */
    private static final Map<String, Facts> READ = Map.of(
            "members", new Facts("membership", false),
            "vital-events", new Facts("vital_event", false),
            "occupations", new Facts("occupation", false),
            "registrations", new Facts("registration", false),
            "enrolments", new Facts("enrolment", false),
            "households", new Facts("locality", true),
            "assistance", new Facts("assistance", true));

    /** Rows in: the revisions since the last run; rows out: loads, a few; forms are told of on pages of their own. */
    private static final String LOADS = """
            select l.id, l.list, l.rev
            from movement_freshness m
            join revision r on r.recorded_at > m.fresh_as_of and r.recorded_at <= ?
            join load l on l.rev = r.id
            where m.rules = ? and not l.of_form
            order by l.seq""";

    /** Two records of a person that were merged meanwhile are one: the kept one has the timeline. */
    private static final String OF_PERSONS = """
            select coalesce(a.kept_id, f.person_id) as person_id
            from (select f.person_id from {facts} f where f.rev = {rev}
                  union
                  select f.person_id from {facts} f where f.superseded_rev = {rev}) f
            left join person_merge a on a.merged_id = f.person_id and a.undone_rev is null
            group by 1""";

    private static final String OF_HOUSEHOLDS = """
            select coalesce(a.kept_id, m.person_id) as person_id
            from membership m
            left join person_merge a on a.merged_id = m.person_id and a.undone_rev is null
            where m.household_id in (
                select f.household_id from {facts} f where f.rev = {rev}
                union
                select f.household_id from {facts} f where f.superseded_rev = {rev})
            group by 1""";

    /** The days on which a state begins; those on which only the place is another are none. */
    private static final String TURNS = """
            array(select (d, s)::text
                  from (select d, s, nth, lag(s) over (order by nth) as before
                        from unnest({t}.borders, {t}.states) with ordinality n (d, s, nth)) b
                  where before is distinct from s order by nth)""";

    private static final String OTHERS =
            """
            where (o.borders, o.states) is distinct from (n.borders, n.states)
              and {old} is distinct from {new}""".replace("{old}", TURNS.replace("{t}", "o")).replace("{new}", TURNS.replace("{t}", "n"));

    /** Rows in: the people whom a load touched, and as many of both timelines; out: one. */
    private static final String COUNT = """
            with touched as materialized ({touched})
            insert into load_effect (load_id, persons, newcomers, tried)
            select ?, count(*), count(*) filter (where o.person_id is null), false
            from touched t
            left join timeline o on o.person_id = t.person_id
            left join fresh_timeline n on n.person_id = t.person_id
            {others}
            having (select count(*) from touched) <= {most}""".replace("{others}", OTHERS).replace("{most}", Long.toString(MOST_PERSONS));

    private static final String TRIED = """
            select count(*), count(*) filter (where o.person_id is null)
            from state_before o full join state_after n on n.person_id = o.person_id
            """ + OTHERS;

    private record Facts(String table, boolean ofHouseholds) {}

    private record Loaded(UUID id, String list, long rev) {}

    private LoadEffects() {}

    /** Whether facts of the list make states. */
    static boolean isRead(String list) {
        return READ.containsKey(list);
    }

    /**
     * Notes what loads since the last run have changed, before the computed timelines take the place of those of before.
     *
     * @param moment up to which the facts were read
     */
    static void note(Connection connection, OffsetDateTime moment) throws SQLException {
        List<Loaded> loads = Sql.list(
                connection,
                row -> new Loaded(row.getObject(1, UUID.class), row.getString(2), row.getLong(3)),
                LOADS,
                moment,
                Rules.VERSION);
        for (Loaded load : loads) {
            if (isRead(load.list())) {
                Facts facts = READ.get(load.list());
                Sql.update(connection, "delete from load_effect where load_id = ?", load.id());
                Sql.update(
                        connection,
                        COUNT.replace("{touched}", facts.ofHouseholds() ? OF_HOUSEHOLDS : OF_PERSONS)
                                .replace("{facts}", facts.table())
                                .replace("{rev}", Long.toString(load.rev())),
                        load.id());
            }
        }
    }

    /** Notes what stands in {@code state_before} and {@code state_after} as told of a load before it goes in. */
    static Counted tried(Connection connection) throws SQLException {
        return Sql.list(connection, row -> new Counted(row.getLong(1), row.getLong(2)), TRIED)
                .get(0);
    }

    /** How many, and how many of them had no state before. */
    record Counted(long persons, long newcomers) {}

    static void noteTried(Connection connection, UUID load, Counted counted) throws SQLException {
        Sql.update(connection, """
                insert into load_effect (load_id, persons, newcomers, tried) values (?, ?, ?, true)
                on conflict (load_id) do update
                set persons = excluded.persons, newcomers = excluded.newcomers, tried = true""", load, counted.persons(), counted.newcomers());
    }

    /** Whether a run has followed what was recorded by then. */
    static boolean isFollowed(Connection connection, long revision) throws SQLException {
        return Sql.first(
                        connection,
                        Boolean.class,
                        "select fresh_as_of >= recorded_at from movement_freshness cross join revision where id = ?",
                        revision)
                .orElse(false);
    }

    /** What was noted last of a load: before it went in, or after. */
    static Optional<Counted> read(Connection connection, UUID load, boolean tried) throws SQLException {
        return Sql.list(
                        connection,
                        row -> new Counted(row.getLong(1), row.getLong(2)),
                        "select persons, newcomers from load_effect where load_id = ? and tried = ?",
                        load,
                        tried)
                .stream()
                .findFirst();
    }
}
