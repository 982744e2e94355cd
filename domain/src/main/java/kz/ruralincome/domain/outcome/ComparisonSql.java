package kz.ruralincome.domain.outcome;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import kz.ruralincome.domain.register.Known;

/**
 * Groups side by side, as SQL: the common table {@code compared (person_id, iin, old_group, new_group, old_state, new_state,
 * arrived, watched_6, kept_6, watched_12, kept_12)}, a row for each person who lives in the territory on one of the dates.
 *
 * <p>Parameters: both dates, the last day that is observed, the moment as known on; then the units of the territory (null:
 * everyone), those of the pilot, and those above one of the pilot.
 *
 * <p>Cost: one pass over the timelines; arrivals are looked for among those alone who are ENTREPRENEUR at some time.
 */
final class ComparisonSql {

    private static final String COMPARED =
            "with asked as (select ?::date as first, ?::date as last, ?::date as watched), " + Known.CTE + """
            , place as materialized (
                select ?::integer[] as units, ?::integer[] as pilot, ?::integer[] as above
            ),
            two as (
                select t.person_id, t.iin,
                    t.states[width_bucket(a.first, t.borders)] as old_state,
                    t.states[width_bucket(a.last, t.borders)] as new_state,
                    t.units[width_bucket(a.first, t.borders)] as old_unit,
                    t.units[width_bucket(a.last, t.borders)] as new_unit
                from {timeline} t cross join asked a
            ),
            grouped as (
                select t.*,
                    -- of whom neither state nor place is known then, nobody knows that they were here
                    case when (old_state <> 'UNKNOWN' or old_unit is not null) and {old here}
                        then {old group} end as old_group,
                    case when (new_state <> 'UNKNOWN' or new_unit is not null) and {new here}
                        then {new group} end as new_group
                from two t cross join place p
            ),
            arrived as materialized (
                select g.person_id, t.borders, t.states, e.day
                from grouped g
                join {timeline} t on t.person_id = g.person_id
                cross join asked a
                cross join lateral (
                    select min(t.borders[n]) as day
                    from generate_subscripts(t.borders, 1) n
                    where t.borders[n] > a.first and t.borders[n] <= a.last and t.states[n] = 'ENTREPRENEUR') e
                where g.old_group is not null and 'ENTREPRENEUR' = any (t.states)
                  and g.old_state not in ('ENTREPRENEUR', 'DECEASED', 'AWAY') and e.day is not null
            ),
            followed as materialized (
                select person_id,
                    bool_or(months = 6 and watched) as watched_6, bool_or(months = 6 and watched and kept) as kept_6,
                    bool_or(months = 12 and watched) as watched_12, bool_or(months = 12 and watched and kept) as kept_12
                from (
                    select r.person_id, k.months, k.day <= a.watched as watched,
                        r.states[at.n] = 'ENTREPRENEUR' or coalesce(back.day - r.borders[was.n + 1] <= 31, false) as kept
                    from arrived r
                    cross join asked a
                    cross join lateral (
                        select months, (r.day + make_interval(months => months))::date as day
                        from unnest(array[6, 12]) months) k
                    cross join lateral (select width_bucket(k.day, r.borders) as n) at
                    cross join lateral (
                        select max(n) as n from generate_series(1, at.n) n where r.states[n] = 'ENTREPRENEUR') was
                    cross join lateral (
                        select min(r.borders[n]) as day
                        from generate_subscripts(r.borders, 1) n
                        where n > at.n and r.states[n] = 'ENTREPRENEUR' and r.borders[n] <= a.watched) back) m
                group by person_id
            ),
            compared as (
                select g.person_id, g.iin, g.old_group, g.new_group, g.old_state, g.new_state,
                    f.person_id is not null as arrived,
                    coalesce(f.watched_6, false) as watched_6, coalesce(f.kept_6, false) as kept_6,
                    coalesce(f.watched_12, false) as watched_12, coalesce(f.kept_12, false) as kept_12
                from grouped g
                left join followed f on f.person_id = g.person_id
                where g.old_group is not null or g.new_group is not null
            )
            """;

    private static final String HERE = "(p.units is null or coalesce(%s = any (p.units), false))";

    private static final String BY_AREA = """
            case when %1$s = any (p.pilot) then 'PILOT'
                 when %1$s is null or %1$s = any (p.above) then 'UNTOLD'
                 else 'OTHERS' end""";

    /** Rows out: the pairs of groups on both dates, nine at most; in the columns every figure, in order. */
    private static final String COUNTS = """
            select old_group, new_group, %s
            from compared c
            group by old_group, new_group""".formatted(Arrays.stream(ComparisonFigure.values())
            .map(figure -> "count(*) filter (where " + figure.condition() + ")")
            .collect(joining(", ")));

    /** Rows in and out: the okrugs of the pilot on a day, some ten. */
    static final String AREAS = "with " + Known.CTE + """
             select f.unit_id, f.valid_from, f.stage
            from pilot_area f
            where f.valid_from <= ? and f.valid_to > ? and %s
            order by f.unit_id, f.valid_from""".formatted(Known.visible("f"));

    private ComparisonSql() {}

    /** The common tables; whom the territory of {@code none} holds is said by {@code isNowhere}. */
    static String compared(
            ComparisonGrouping grouping, String timeline, boolean isNowhere, ComparisonQuestion question) {
        String here = isNowhere ? "(%s is null)" : HERE;
        return COMPARED.replace("{timeline}", timeline)
                .replace("{old here}", here.formatted("old_unit"))
                .replace("{new here}", here.formatted("new_unit"))
                .replace("{old group}", group(grouping, "old_unit", question))
                .replace("{new group}", group(grouping, "new_unit", question));
    }

    static String counts(String compared) {
        return compared + COUNTS;
    }

    /** After the common tables: whom one figure of one group holds. */
    static String members(ComparisonFigure figure) {
        return "from compared c where c." + figure.day().column() + " = ? and " + figure.condition();
    }

    private static String group(ComparisonGrouping grouping, String unit, ComparisonQuestion question) {
        if (grouping == ComparisonGrouping.PILOT_AREA) {
            return BY_AREA.formatted(unit);
        }
        // as the population ENROLLED of the matrix; dates, so they can stand in the text
        String covered =
                "f.valid_from <= date '%s' and f.valid_to > date '%s'".formatted(question.to(), question.from());
        return "case when t.person_id in (" + Known.rows("enrolment", "f.person_id", covered)
                + ") then 'PILOT' else 'OTHERS' end";
    }
}
