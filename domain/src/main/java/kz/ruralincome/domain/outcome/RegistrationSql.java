package kz.ruralincome.domain.outcome;

import java.util.List;
import java.util.Map;
import kz.ruralincome.domain.register.Known;

/** Beginnings and ends of entrepreneurship as SQL, counted and told by one text; parameters as in {@link LedgerSql}. */
final class RegistrationSql {

    /** What is told of a beginning; of an end it is its reason. */
    static final String NEW = "NEW";

    private static final String HEAD = LedgerSql.ASKED + Known.CTE + LedgerSql.PENSION;

    /** Rows in: the registrations. A beginning counts after 30 days without one. */
    private static final String BEGUN = """
            begun as (
                select a.win, f.person_id, f.valid_from as on_date
                from registration f
                cross join asked a
                where f.status = 'ACTIVE' and f.valid_from >= a.first_day and f.valid_from < a.as_of and {visible f}
                  and not exists (
                      select from registration o
                      where o.person_id = f.person_id and o.status in ('ACTIVE', 'SUSPENDED')
                        and o.valid_from < f.valid_from and o.valid_to > f.valid_from - 30 and {visible o}))""";

    /**
     * Rows in: the registrations. Spells of a person that touch or overlap are one stretch, whatever their numbers; its
     * end counts unless one is active again within 30 days, as far as the as-of date shows.
     */
    private static final String ENDED = """
            open as materialized (
                select f.person_id, f.valid_from, f.status,
                    max(f.valid_to) over (partition by f.person_id order by f.valid_from, f.valid_to
                        rows unbounded preceding) as reached,
                    lead(f.valid_from) over (partition by f.person_id order by f.valid_from, f.valid_to) as next
                from registration f
                where f.status in ('ACTIVE', 'SUSPENDED') and {visible f}),
            ended as (
                select a.win, o.person_id, o.reached as on_date
                from open o cross join asked a
                where o.reached >= a.first_day and o.reached < a.as_of and (o.next is null or o.next > o.reached)
                  and not exists (
                      select from open again
                      where again.person_id = o.person_id and again.status = 'ACTIVE'
                        and again.valid_from > o.reached
                        and again.valid_from <= least(o.reached + 30, a.as_of)))""";

    /** Rows in: the registrations. */
    static final CountedSql BEGINNINGS =
            new CountedSql(HEAD + ", " + BEGUN + """
            , told as (
                select a.win, b.person_id, p.iin, b.on_date, t.units[width_bucket(b.on_date, t.borders)] as unit_id
                from begun b
                join asked a on a.win = b.win
                join person p on p.id = b.person_id
                left join {timeline} t on t.person_id = b.person_id
                where {population})
            """, Map.of(Quantity.REGISTRATIONS_NEW, "true"));

    /**
     * Rows in: the registrations. A person may have two numbers: the law goes before other reasons. What no row gives a reason
     * for is {@code NOT_TOLD}.
     */
    static final CountedSql ENDS = CountedSql.byKind(
            HEAD + ", " + ENDED + """
            , told as (
                select a.win, e.person_id, p.iin, e.on_date, t.units[width_bucket(e.on_date, t.borders)] as unit_id,
                    coalesce((
                        select case when bool_or(f.reason = 'LAW_2026') then 'LAW_2026' else min(f.reason::text) end
                        from registration f
                        where f.person_id = e.person_id and f.status = 'DEREGISTERED' and f.valid_from = e.on_date
                          and {visible f}), 'NOT_TOLD') as what
                from ended e
                join asked a on a.win = e.win
                join person p on p.id = e.person_id
                left join {timeline} t on t.person_id = e.person_id
                where {population})
            """,
            "what",
            Map.of(Quantity.REGISTRATIONS_ENDED, "true", Quantity.REGISTRATIONS_ENDED_BY_LAW, "what = 'LAW_2026'"));

    /** Rows out: month, unit (null: where is not known), what, how many; some thousand for a year of a region. */
    static final List<String> BY_MONTH = List.of(byMonth(BEGINNINGS, "'" + NEW + "'"), byMonth(ENDS, "what"));

    private RegistrationSql() {}

    private static String byMonth(CountedSql told, String what) {
        return told.listing() + """
                select date_trunc('month', on_date)::date, unit_id, %s, count(*)
                from told
                group by 1, 2, 3
                """.formatted(what);
    }
}
