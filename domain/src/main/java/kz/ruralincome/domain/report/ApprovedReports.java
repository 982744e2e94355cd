package kz.ruralincome.domain.report;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import kz.ruralincome.domain.shared.Sql;

/**
 * Which approved reports may hold a figure that facts of some days and places go into: never fewer than it is.
 *
 * <p>A report reads facts from the first day of its window a year earlier, for {@code previous}, to its as-of date itself,
 * and half a year before that: some figures look back thirty days, or at the last whole quarter. Its territory holds a place
 * whose chain of parents reached it on any day, whichever tree the figures go by; a report of everyone, and one of those of
 * whom it is not known where they live, hold every place.
 */
public final class ApprovedReports {

    /** Rows in: approved reports; rows out: their numbers. Parameters: units, the first day, the first day after. */
    private static final String HOLDING = """
            with recursive place as (
                select unnest(?::integer[]) as unit_id
                union
                select t.parent from place p join territory t on t.unit_id = p.unit_id
                where t.superseded_rev is null and t.parent is not null)
            select id from report
            where approved_at is not null
              and coalesce(?::date, '-infinity') <= as_of
              and coalesce(?::date, 'infinity') > least(flow_from, as_of) - interval '18 months'
              and (territory is null or territory = 'none' or territory in (select lpad(unit_id::text, 9, '0') from place))
            order by id""";

    private ApprovedReports() {}

    /**
     * On the caller's connection.
     *
     * @param from the first day that may be another; {@link LocalDate#MIN}: since ever
     * @param to the first day after those; {@link LocalDate#MAX}: for ever
     * @param units where the people concerned live on any day
     */
    public static List<Integer> holding(Connection connection, LocalDate from, LocalDate to, Collection<Integer> units)
            throws SQLException {
        return Sql.list(
                connection,
                row -> row.getInt(1),
                HOLDING,
                units.toArray(Integer[]::new),
                from.equals(LocalDate.MIN) ? null : from,
                to.equals(LocalDate.MAX) ? null : to);
    }
}
