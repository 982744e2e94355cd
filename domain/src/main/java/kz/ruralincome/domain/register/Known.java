package kz.ruralincome.domain.register;

/**
 * SQL that reads the facts as they were known on a moment.
 *
 * <p>A statement starts with {@link #CTE}, which takes one parameter, the moment ({@code timestamptz}), and asks
 * {@link #visible} of each table of facts that it reads. Both stand in one statement on purpose: a revision may be
 * committed between two statements, never between two parts of one.
 *
 * <p>Cost: one look at the revisions, then two comparisons a row.
 */
public final class Known {

    /** Common table expression {@code known(top, later)}; its only parameter is the moment. */
    public static final String CTE = cte("?");

    private Known() {}

    /** The same with another expression for the moment, as a column or a named parameter. */
    public static String cte(String moment) {
        return """
                known as materialized (
                    select newest.top,
                        (select coalesce(array_agg(id), '{}') from revision
                         where recorded_at > newest.moment and id <= newest.top) as later
                    from (select m.moment, (select coalesce(max(id), 0) from revision where recorded_at <= m.moment) as top
                          from (select %s::timestamptz as moment) m) newest)""".formatted(moment);
    }

    /** The condition that a row of the table with this alias stood at the moment. */
    public static String visible(String alias) {
        return "(" + recorded(alias)
                + " and (%1$s.superseded_rev is null or %2$s))".formatted(alias, supersededLater(alias));
    }

    /**
     * The rows of a table that stood at the moment, with alias {@code f}, as two selects: one of rows that stand now, one
     * of rows superseded since. Unlike {@link #visible} it lets the indexes on current rows be used.
     *
     * @param columns what to select
     * @param condition a further condition on the rows
     */
    public static String rows(String table, String columns, String condition) {
        return """
                select %1$s from %2$s f where f.superseded_rev is null and %3$s and %5$s
                union all
                select %1$s from %2$s f where %4$s and %3$s and %5$s""".formatted(columns, table, recorded("f"), supersededLater("f"), condition);
    }

    /**
     * Written so that the planner does not look at the few distinct values of {@code rev}: it would expect next to no
     * rows, and loop over a whole table for each of them. Nor does it take the index on {@code rev}: nearly all rows pass.
     */
    private static String recorded(String alias) {
        return """
                %1$s.rev + 0 <= (select top from known)
                and case when %1$s.rev = any ((select later from known)::bigint[]) then null else true end is not null""".formatted(alias);
    }

    private static String supersededLater(String alias) {
        return """
                (%1$s.superseded_rev > (select top from known)
                 or %1$s.superseded_rev = any ((select later from known)::bigint[]))""".formatted(alias);
    }
}
