package kz.ruralincome.domain.movement;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import kz.ruralincome.domain.movement.SpellSql.Reach;
import kz.ruralincome.domain.movement.SpellSql.Span;
import kz.ruralincome.domain.shared.Sql;

/**
 * The timelines of persons and households as known on a moment, as two tables that a statement can name.
 *
 * <p>As known on the moment of the last finished run they are the tables of that run; for any other moment they are computed
 * from the versions of the facts into temporary tables, which live as long as the transaction. Both have the columns of
 * {@code timeline} and {@code household_timeline}. {@code states[width_bucket(day, borders)]} is the state on a day from
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

    private static final String BIG_QUERY =
            "set local enable_nestloop = off; set local work_mem = '128MB'; set local jit = off";

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
        if (freshAsOf(connection).filter(moment::isEqual).isPresent()) {
            return OF_THE_LAST_RUN;
        }
        String name = Sql.first(connection, String.class, FREE_NAME).orElseThrow();
        var computed = new Timelines(name + "_persons", name + "_households");
        Sql.update(connection, BIG_QUERY);
        Sql.update(
                connection,
                "create temporary table " + computed.persons + " on commit drop as "
                        + MovementSql.personRows(Reach.ALL, Span.WINDOW),
                moment,
                first,
                last,
                moment);
        Sql.update(
                connection,
                "create temporary table " + computed.households + " on commit drop as "
                        + MovementSql.households(Reach.ALL, Span.WINDOW),
                moment,
                first,
                last);
        Sql.update(connection, "set local enable_nestloop = on; analyze " + computed.persons);
        Sql.update(connection, "analyze " + computed.households);
        return computed;
    }

    /** The moment up to which the last finished run had read the facts; empty when none has finished. */
    public static Optional<OffsetDateTime> freshAsOf(Connection connection) throws SQLException {
        return Sql.first(connection, OffsetDateTime.class, "select fresh_as_of from movement_freshness");
    }
}
