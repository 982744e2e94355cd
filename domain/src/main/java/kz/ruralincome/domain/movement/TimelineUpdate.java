package kz.ruralincome.domain.movement;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import kz.ruralincome.domain.movement.SpellSql.Reach;
import kz.ruralincome.domain.movement.SpellSql.Span;
import kz.ruralincome.domain.shared.Rules;
import kz.ruralincome.domain.shared.Sql;

/**
 * Brings the computed tables to what the facts say as known on a moment, in the transaction of the connection. A full
 * update computes everybody, another one those whose facts changed since the last; both write only rows that differ. So
 * they leave the same rows, and whoever reads at the same time sees the rows of before.
 */
final class TimelineUpdate {

    /** From one changed person in this many on it is quicker to compute all. */
    private static final long MANY = 5;

    /** Persons that are computed at a time: some fifteen borders each are sorted within {@code work_mem}. */
    private static final int BLOCK = 250_000;

    private final Connection connection;
    private final OffsetDateTime moment;
    private final Map<String, Long> counts = new LinkedHashMap<>();

    private TimelineUpdate(Connection connection, OffsetDateTime moment) {
        this.connection = connection;
        this.moment = moment;
    }

    /**
     * Updates all computed tables.
     *
     * @param moment a closed one, not before that of the last run
     * @param run whose work it is; null in tests
     * @return how many rows were computed and written, by name
     */
    static Map<String, Long> apply(Connection connection, OffsetDateTime moment, boolean full, UUID run)
            throws SQLException {
        var update = new TimelineUpdate(connection, moment);
        update.apply(full);
        Sql.update(connection, FRESH, moment, run, Rules.VERSION);
        return update.counts;
    }

    private void apply(boolean full) throws SQLException {
        Sql.update(connection, SETTINGS);
        Reach reach = full ? Reach.ALL : changed();
        if (reach == Reach.ALL) {
            Sql.update(connection, "set local enable_nestloop = off");
        }
        String persons = reach == Reach.ALL ? "true" : "o.person_id in (select person_id from person_scope)";
        String households =
                reach == Reach.ALL ? "true" : "o.household_id in (select household_id from household_changed)";
        Reach changedHouseholds = reach == Reach.ALL ? Reach.ALL : Reach.CHANGED_HOUSEHOLDS;

        List<Reach> blocks = reach == Reach.ALL ? blocks() : List.of(reach);
        counts.put(
                "persons",
                compute("fresh_timeline", blocks, r -> MovementSql.personRows(r, Span.ALWAYS), days(moment)));
        LoadEffects.note(connection, moment);
        counts.put("personsChanged", write("timeline", "person_id", "fresh_timeline", persons));
        compute("fresh_household", List.of(changedHouseholds), r -> MovementSql.households(r, Span.ALWAYS), days());
        counts.put("householdsChanged", write("household_timeline", "household_id", "fresh_household", households));
        compute("fresh_card", blocks, ListedSql::cards, moment);
        counts.put("cardsChanged", write("person_card", "person_id", "fresh_card", persons));
    }

    /** All persons, so many at a time that what is sorted stays in memory. */
    private List<Reach> blocks() throws SQLException {
        int last = Sql.first(connection, Integer.class, "select max(id) from person")
                .orElse(0);
        return IntStream.rangeClosed(0, last / BLOCK)
                .mapToObj(n -> Reach.between(n * BLOCK, n * BLOCK + BLOCK - 1))
                .toList();
    }

    private Object[] days(Object... more) {
        var all = new Object[3 + more.length];
        all[0] = moment;
        all[1] = LocalDate.MIN;
        all[2] = LocalDate.MAX;
        System.arraycopy(more, 0, all, 3, more.length);
        return all;
    }

    /**
     * Fills {@code person_scope}, {@code household_scope} (where their facts are read) and {@code household_changed}; a
     * first run, or new definitions, concern all.
     */
    private Reach changed() throws SQLException {
        Optional<OffsetDateTime> last = Sql.first(
                connection,
                OffsetDateTime.class,
                "select fresh_as_of from movement_freshness where rules = ?",
                Rules.VERSION);
        if (last.isEmpty()) {
            return Reach.ALL;
        }
        // few rows are new, whatever the planner expects of the few distinct revisions that it has seen: it would read
        // whole tables, and make room for all their rows at once
        Sql.update(connection, "set local enable_hashagg = off; set local enable_seqscan = off");
        long persons = Sql.update(connection, PERSON_SCOPE, last.get(), moment);
        Sql.update(connection, HOUSEHOLD_CHANGED, last.get(), moment);
        Sql.update(connection, DEPARTED, last.get(), moment);
        Sql.update(connection, "set local enable_seqscan = on; analyze person_scope; analyze departed");
        Reach reach = Reach.ALL;
        if (persons * MANY <= lastPerson()) {
            Sql.update(
                    connection, "create temporary table household_scope on commit drop as " + everIn("person_scope"));
            Sql.update(connection, "insert into household_changed " + everIn("departed"));
            Sql.update(connection, "analyze household_scope; analyze household_changed");
            // what one night needs of the facts is in memory already
            Sql.update(connection, "set local random_page_cost = 1.1");
            reach = Reach.SCOPE;
        }
        Sql.update(connection, "set local enable_hashagg = on");
        return reach;
    }

    /** About how many persons there are: ids are given one after the other. */
    private long lastPerson() throws SQLException {
        return Sql.first(connection, Integer.class, "select max(person_id) from timeline")
                .orElse(0);
    }

    private long compute(String table, List<Reach> blocks, Function<Reach, String> rows, Object... parameters)
            throws SQLException {
        long computed = 0;
        for (Reach block : blocks) {
            String into = block == blocks.get(0)
                    ? "create temporary table " + table + " on commit drop as "
                    : "insert into " + table + " ";
            computed += Sql.update(connection, into + rows.apply(block), parameters);
        }
        Sql.update(connection, "analyze " + table);
        return computed;
    }

    /** Makes the rows of the table those of the fresh one; rows in: both tables, rows out: the differences. */
    private long write(String table, String key, String fresh, String scope) throws SQLException {
        String columns = Sql.first(connection, String.class, COLUMNS, table).orElseThrow();
        String freshColumns = "f." + columns.replace(", ", ", f.");
        String oldColumns = "o." + columns.replace(", ", ", o.");
        String differences = "(" + oldColumns + ") is distinct from (" + freshColumns + ")";
        long deleted = Sql.update(connection, """
                delete from %1$s o where %2$s and not exists (select from %3$s f where f.%4$s = o.%4$s)""".formatted(table, scope, fresh, key));
        long updated =
                Sql.update(connection, """
                update %1$s o set (%5$s) = row (%6$s) from %3$s f where f.%4$s = o.%4$s and %2$s and %7$s""".formatted(table, scope, fresh, key, columns, freshColumns, differences));
        long inserted = Sql.update(connection, """
                insert into %1$s (%5$s) select %6$s from %3$s f
                where not exists (select from %1$s o where o.%4$s = f.%4$s)
                order by f.%4$s""".formatted(table, scope, fresh, key, columns, freshColumns));
        return deleted + updated + inserted;
    }

    private static final String SETTINGS =
            "set local work_mem = '256MB'; set local jit = off; set local plan_cache_mode = force_custom_plan";

    private static final String COLUMNS = """
            select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
            where attrelid = ?::regclass and attnum > 0 and not attisdropped""";

    private static final String FRESH = """
            insert into movement_freshness (fresh_as_of, run_id, rules) values (?, ?, ?)
            on conflict (only_one) do update
            set fresh_as_of = excluded.fresh_as_of, run_id = excluded.run_id, rules = excluded.rules""";

    private static final String CHANGED = """
            with changed as materialized (
                select coalesce(array_agg(id), '{}') as revs from revision where recorded_at > ? and recorded_at <= ?
            )""";

    private static String changed(String columns, String table) {
        return """
                select %1$s from %2$s f where f.rev = any ((select revs from changed)::bigint[])
                union
                select %1$s from %2$s f where f.superseded_rev = any ((select revs from changed)::bigint[])""".formatted(columns, table);
    }

    /** Rows in: versions that began or ended to stand; rows out: the persons whom they concern. */
    private static final String PERSON_SCOPE = "create temporary table person_scope on commit drop as " + CHANGED
            + """
            %s union %s union %s union %s union %s
            union
            select m.person_id from membership m where m.household_id in (%s union %s)""".formatted(
                            changed("f.person_id", "membership"),
                            changed("f.person_id", "occupation"),
                            changed("f.person_id", "registration"),
                            changed("f.person_id", "enrolment"),
                            changed("f.person_id", "vital_event"),
                            changed("f.household_id", "locality"),
                            changed("f.household_id", "assistance"));

    /** The same of households: those with other members, another place or other assistance. */
    private static final String HOUSEHOLD_CHANGED =
            "create temporary table household_changed on commit drop as " + CHANGED
                    + "%s union %s union %s"
                            .formatted(
                                    changed("f.household_id", "membership"),
                                    changed("f.household_id", "locality"),
                                    changed("f.household_id", "assistance"));

    /** The same of persons who died, left or came back, which changes who is present in their households. */
    private static final String DEPARTED =
            "create temporary table departed on commit drop as " + CHANGED + changed("f.person_id", "vital_event");

    /** All households in which one of these persons ever was; in two halves, for the index of each. */
    private static String everIn(String persons) {
        return """
                select m.household_id from membership m join %1$s using (person_id) where m.superseded_rev is null
                union
                select m.household_id from membership m join %1$s using (person_id) where m.superseded_rev is not null
                """.formatted(persons);
    }
}
