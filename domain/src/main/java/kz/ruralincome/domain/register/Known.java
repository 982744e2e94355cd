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
        return """
                (%1$s.rev <= (select top from known) and %1$s.rev <> all ((select later from known)::bigint[])
                 and (%1$s.superseded_rev is null or %1$s.superseded_rev > (select top from known)
                      or %1$s.superseded_rev = any ((select later from known)::bigint[])))""".formatted(alias);
    }
}
