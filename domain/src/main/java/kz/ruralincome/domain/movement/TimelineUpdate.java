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

    /** Whose facts changed since the last run; a first run, or new definitions, concern all. */
    private Reach changed() throws SQLException {
        Optional<OffsetDateTime> last = Timelines.ofTheseRules(connection);
        return last.isEmpty() ? Reach.ALL : new ChangedFacts(connection).between(last.get(), moment);
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

    private static final String SETTINGS = "set local work_mem = '256MB'; " + Sql.LARGE_QUESTIONS;

    private static final String COLUMNS = """
            select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
            where attrelid = ?::regclass and attnum > 0 and not attisdropped""";

    private static final String FRESH = """
            insert into movement_freshness (fresh_as_of, run_id, rules) values (?, ?, ?)
            on conflict (only_one) do update
            set fresh_as_of = excluded.fresh_as_of, run_id = excluded.run_id, rules = excluded.rules""";
}
