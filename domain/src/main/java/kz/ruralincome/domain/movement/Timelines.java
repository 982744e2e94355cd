package kz.ruralincome.domain.movement;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import kz.ruralincome.domain.movement.SpellSql.Reach;
import kz.ruralincome.domain.movement.SpellSql.Span;
import kz.ruralincome.domain.shared.Rules;
import kz.ruralincome.domain.shared.Sql;

/**
 * The timelines of persons and households as known on a moment, as two tables that a statement can name with an alias.
 *
 * <p>As known on the moment of the last finished run they are the tables of that run. For any other moment those whose facts
 * changed in between are computed from the versions of the facts, all if they are many, into temporary tables, which live as
 * long as the transaction; the others stand as they are. Both have the columns of {@code timeline} and
 * {@code household_timeline}. {@code states[width_bucket(day, borders)]} is the state on a day from
 * the first to the last one asked; null: before the first border, UNKNOWN. On other days they may say anything.
 *
 * @param persons the table of persons: {@code person_id, iin, birth_date, sex, borders, states, units}
 * @param households the table of households: {@code household_id, borders, assisted, inhabited, units}
 */
public record Timelines(String persons, String households) {

    private static final Timelines OF_THE_LAST_RUN = new Timelines("timeline", "household_timeline");

    private static final String FREE_NAME = """
            select 'as_known_' || count(*) from pg_class
            where relnamespace = pg_my_temp_schema() and relname like 'as\\_known\\_%\\_persons'""";

    private static final String BIG_QUERY = "set local work_mem = '128MB'; set local jit = off";

    private static final String OF_ALL = BIG_QUERY + "; set local enable_nestloop = off";

    private static final String PERSON = "person_id, iin, birth_date, sex, borders, states, units";

    private static final String HOUSEHOLD = "household_id, borders, assisted, inhabited, units";

    /** The rows of the last run, and instead of those that changed since, or before, those that were computed. */
    private static final String OTHERS = """
            (select %1$s from %2$s where %3$s not in (select %3$s from %4$s) union all select %1$s from %5$s)""";

    /**
     * The timelines as known on a moment. The connection must be in a transaction of isolation REPEATABLE READ, so that the
     * tables of the last run and its moment go together.
     *
     * @param moment a closed one
     * @param first the first day that will be asked
     * @param last the last day that will be asked
     */
    public static Timelines asKnownOn(Connection connection, OffsetDateTime moment, LocalDate first, LocalDate last)
            throws SQLException {
        Optional<OffsetDateTime> fresh = ofTheseRules(connection);
        if (fresh.filter(moment::isEqual).isPresent()) {
            return OF_THE_LAST_RUN;
        }
        String name = Sql.first(connection, String.class, FREE_NAME).orElseThrow();
        Reach reach = Reach.ALL;
        if (fresh.isPresent()) {
            var changed = new ChangedFacts(connection);
            boolean isBefore = moment.isBefore(fresh.get());
            reach = changed.between(isBefore ? moment : fresh.get(), isBefore ? fresh.get() : moment);
            if (changed.areNone()) {
                changed.forget();
                return OF_THE_LAST_RUN;
            }
        }
        return computed(connection, name, reach, moment, first, last);
    }

    /** Whether they are the tables of the last run, which every connection sees. */
    public boolean areOfTheLastRun() {
        return equals(OF_THE_LAST_RUN);
    }

    private static Timelines computed(
            Connection connection, String name, Reach reach, OffsetDateTime moment, LocalDate first, LocalDate last)
            throws SQLException {
        boolean isAll = reach == Reach.ALL;
        var computed = new Timelines(name + "_persons", name + "_households");
        Sql.update(connection, isAll ? OF_ALL : BIG_QUERY);
        Sql.update(
                connection,
                "create temporary table " + computed.persons + " on commit drop as "
                        + MovementSql.personRows(reach, Span.WINDOW),
                moment,
                first,
                last,
                moment);
        Sql.update(
                connection,
                "create temporary table " + computed.households + " on commit drop as "
                        + MovementSql.households(isAll ? Reach.ALL : Reach.CHANGED_HOUSEHOLDS, Span.WINDOW),
                moment,
                first,
                last);
        Sql.update(connection, "set local enable_nestloop = on; analyze " + computed.persons);
        Sql.update(connection, "analyze " + computed.households);
        if (isAll) {
            new ChangedFacts(connection).forget();
            return computed;
        }
        Sql.update(
                connection,
                "alter table person_scope rename to %1$s_scope; alter table household_changed rename to %1$s_changed"
                        .formatted(name));
        new ChangedFacts(connection).forget();
        return new Timelines(
                OTHERS.formatted(PERSON, "timeline", "person_id", name + "_scope", computed.persons),
                OTHERS.formatted(
                        HOUSEHOLD, "household_timeline", "household_id", name + "_changed", computed.households));
    }

    /** Up to when the last finished run had read the facts, if it went by the definitions of today. */
    static Optional<OffsetDateTime> ofTheseRules(Connection connection) throws SQLException {
        return Sql.first(
                connection,
                OffsetDateTime.class,
                "select fresh_as_of from movement_freshness where rules = ?",
                Rules.VERSION);
    }

    /** The moment up to which the last finished run had read the facts; empty when none has finished. */
    public static Optional<OffsetDateTime> freshAsOf(Connection connection) throws SQLException {
        return Sql.first(connection, OffsetDateTime.class, "select fresh_as_of from movement_freshness");
    }
}
