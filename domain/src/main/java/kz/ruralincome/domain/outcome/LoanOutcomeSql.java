package kz.ruralincome.domain.outcome;

import static java.util.stream.Collectors.joining;

import kz.ruralincome.domain.register.Known;

/**
 * The loans of a window with all that is asked of them, a row a loan, as SQL in the form of {@link LedgerSql}; parameters: first
 * day, as-of date, the day up to which people can be observed, lender, units, whether nowhere, the moment as known on.
 *
 * <p>Rows in: the versions of loans, and of those in the window the ageing line, the timeline of the borrower and the
 * borrower's registrations. Rows out: one a loan.
 */
final class LoanOutcomeSql {

    private static final String HEAD = """
            with asked as (
                select 1 as win, ?::date as first_day, ?::date as as_of, ?::date as observed_to, ?::integer as lender_id,
                    ?::integer[] as units, ?::boolean as nowhere), """ + Known.CTE + LedgerSql.PENSION;

    private static final String ON_ASSISTANCE = "('ASP', 'ENTREPRENEUR_ON_ASP')";

    /** A loan counts from its first tranche on, where the borrower lived on that day. */
    private static final String LOANS =
            HEAD + """
            , lent as materialized (
                select f.loan_id, l.lender_id, f.person_id, f.purpose,
                    date_trunc('quarter', f.approved_on)::date as quarter, f.approved_on, h.handed_on, h.unit_id,
                    case when cardinality(f.tranche_on) = 1 then f.tranche_amount[1] else (
                        select sum(tranche.amount)
                        from unnest(f.tranche_on, f.tranche_amount) as tranche (on_date, amount)
                        where tranche.on_date < a.as_of) end as handed_over,
                    coalesce(t.states[width_bucket(f.approved_on, t.borders)], 'UNKNOWN') as state_then,
                    coalesce(t.states[width_bucket(a.as_of, t.borders)], 'UNKNOWN') as state_now,
                    {states later}
                    coalesce(t.states[1:width_bucket(h.handed_on, t.borders)] && '{ASP,ENTREPRENEUR_ON_ASP}', false)
                        as was_assisted,
                    -- a renewal that comes at most 31 days late is no exit
                    t.states[width_bucket(h.handed_on, t.borders) + 1:width_bucket(a.observed_to, t.borders)]
                            && '{ASP,ENTREPRENEUR_ON_ASP}'
                        and exists (
                            select from (
                                select t.borders[n] as began, lag(t.borders[n + 1]) over (order by n) as ended_before
                                from generate_subscripts(t.states, 1) n
                                where t.states[n] in {on assistance}) spell
                            where began > h.handed_on and began <= a.observed_to and began - ended_before > 31) as is_back
                from loan_version f
                cross join asked a
                join loan l on l.id = f.loan_id
                {aged f}
                cross join lateral (select f.tranche_on[1] as handed_on,
                    t.units[width_bucket(f.tranche_on[1], t.borders)] as unit_id) h
                where h.handed_on >= a.first_day and h.handed_on < a.as_of and {visible f} and {population}
                  and (a.lender_id is null or l.lender_id = a.lender_id)
                  and (a.units is null or h.unit_id in (select unnest(units) from asked))
                  and (not a.nowhere or h.unit_id is null)),
            -- spells that touch or overlap are one stretch, whatever their numbers; the first stretch of each borrower
            registered as (
                select distinct on (person_id) person_id, began, reached
                from (
                    select f.person_id, first_value(f.valid_from) over spells as began,
                        max(f.valid_to) over spells as reached, lead(f.valid_from) over spells as next
                    from registration f
                    where f.status = 'ACTIVE' and f.person_id in (select person_id from lent) and {visible f}
                    window spells as (partition by f.person_id order by f.valid_from, f.valid_to
                        rows unbounded preceding)) s
                where next is null or next > reached
                order by person_id, reached),
            told as (
                select e.*, r.began as registered_on, r.reached as registration_ended_on,
                    row_number() over (partition by e.person_id order by e.approved_on, e.loan_id) = 1 as is_first,
                    coalesce(s.principal[n], 0) / 100.0 as principal, coalesce(s.interest[n], 0) / 100.0 as interest,
                    coalesce(s.due[n], 0) / 100.0 as due, coalesce(s.paid[n], 0) / 100.0 as paid,
                    coalesce(a.as_of - s.overdue_since[n], 0) as days_past_due,
                    coalesce(s.rescheduled_from <= a.as_of, false) as is_rescheduled
                from lent e
                cross join asked a
                left join registered r on r.person_id = e.person_id
                left join {loan_line} s on s.loan_id = e.loan_id
                left join lateral width_bucket(a.as_of, s.borders) n on true)
            """.replace("{on assistance}", ON_ASSISTANCE).replace("{states later}", statesLater("h.handed_on"));

    /**
     * Rows out: one for all loans, and one a lender, unit, purpose and quarter; which is told by {@code level}. What has all
     * four in common is summed first, so that each loan is looked at once and not five times.
     */
    static final String FIGURES = LOANS + """
            , summed as materialized (
                select o.lender_id, o.unit_id, o.purpose, o.quarter, {measures}
                from told o cross join asked a
                group by o.lender_id, o.unit_id, o.purpose, o.quarter)
            select grouping(lender_id, unit_id, purpose, quarter) as level, lender_id, unit_id, purpose, quarter, {sums}
            from summed
            group by grouping sets ((), (lender_id), (unit_id), (purpose), (quarter))
            """.replace("{measures}", measures()).replace("{sums}", sums());

    /**
     * The loans behind one figure, by number; further parameters: the units whose people the caller may open, the day on
     * which they have to live there, what the row asks, the loan after which to begin, how many.
     * A loan is within reach by its borrower, else by its own unit.
     */
    private static final String MEMBERS = LOANS + """
            select o.loan_id, c.contract_no, n.code, p.public_id, o.person_id, o.approved_on, o.handed_on,
                {amount} as amount,
                a.reach is null or coalesce(t.units[width_bucket(a.today, t.borders)], f.unit_id) = any (a.reach) as is_near
            from told o
            cross join (
                select w.*, ?::integer[] as reach, ?::date as today from asked w) a
            join loan c on c.id = o.loan_id
            join lender n on n.id = o.lender_id
            join person p on p.id = o.person_id
            join loan_version f on f.loan_id = o.loan_id and {visible f}
            left join timeline t on t.person_id = o.person_id
            where {condition} and {row} and o.loan_id > ?
            order by o.loan_id
            limit ?
            """;

    /**
     * Enrolled people counted from a landmark, so that nobody is compared who had no time to borrow: those who had borrowed
     * by then, and those who had not. Who left the pilot or the region or died before it is in neither.
     *
     * <p>Rows in: the enrolments, the timelines of these people, their loans. Rows out: at most two.
     */
    static final String LANDMARK =
            HEAD + """
            , enrolled as materialized (
                select f.person_id, (min(f.valid_from) + interval '6 months')::date as landmark
                from enrolment f
                where f.valid_from > '-infinity' and {visible f}
                group by f.person_id),
            followed as materialized (
                select e.person_id, e.landmark, {states later}
                    exists (
                        select from loan_version f
                        where f.person_id = e.person_id and f.tranche_on[1] <= e.landmark and {visible f}) as borrowed,
                    exists (
                        select from loan_version f join loan l on l.id = f.loan_id
                        where f.person_id = e.person_id and f.tranche_on[1] <= e.landmark and {visible f}
                          and (a.lender_id is null or l.lender_id = a.lender_id)) as borrowed_there
                from enrolled e
                cross join asked a
                join {timeline} t on t.person_id = e.person_id
                cross join lateral (select t.units[width_bucket(e.landmark, t.borders)] as unit_id) h
                where e.landmark >= a.first_day and e.landmark < a.as_of
                  and t.states[width_bucket(e.landmark, t.borders)] not in ('DECEASED', 'AWAY')
                  and exists (
                      select from enrolment f
                      where f.person_id = e.person_id and f.valid_from <= e.landmark and f.valid_to > e.landmark
                        and {visible f})
                  and (a.units is null or h.unit_id in (select unnest(units) from asked))
                  and (not a.nowhere or h.unit_id is null) and {population})
            select borrowed, count(*) as borrowers, {followed}
            from followed o cross join asked a
            where borrowed = borrowed_there
            group by borrowed
            """.replace("{states later}", statesLater("e.landmark")).replace("{followed}", followed());

    private LoanOutcomeSql() {}

    static String members(LoanMeasure measure, String row) {
        return MEMBERS.replace("{amount}", measure.amount())
                .replace("{condition}", measure.condition())
                .replace("{row}", row);
    }

    /** The states so many months after a day; months as {@code java.time} adds them. */
    private static String statesLater(String day) {
        return LoanMeasure.MONTHS.stream()
                .map(months -> "t.states[width_bucket((%s + interval '%d months')::date, t.borders)] as state_%d,"
                        .formatted(day, months, months))
                .collect(joining("\n"));
    }

    private static String measures() {
        return LoanMeasure.ALL.stream()
                .map(measure -> "%s filter (where %s) as \"%s\""
                        .formatted(
                                measure.isTenge() ? "sum(" + measure.amount() + ")" : "count(*)",
                                measure.condition(),
                                measure.code()))
                .collect(joining(",\n"));
    }

    private static String sums() {
        return LoanMeasure.ALL.stream()
                .map(measure -> "coalesce(sum(\"%1$s\"), 0) as \"%1$s\"".formatted(measure.code()))
                .collect(joining(",\n"));
    }

    private static String followed() {
        return LoanMeasure.MONTHS.stream().map(months -> """
                        count(*) filter (where o.landmark + interval '%1$d months' <= a.observed_to) as "observed.%1$d",
                        count(*) filter (where o.landmark + interval '%1$d months' <= a.observed_to
                            and o.state_%1$d = 'ENTREPRENEUR') as "entrepreneur.%1$d\"""".formatted(months)).collect(joining(", "));
    }
}
