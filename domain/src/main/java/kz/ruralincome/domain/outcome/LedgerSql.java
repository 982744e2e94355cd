package kz.ruralincome.domain.outcome;

import java.time.LocalDate;
import java.util.List;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.register.Known;

/**
 * The counts behind the indicators, as SQL, of several windows at once: each statement gives a row a window and unit (null:
 * where is not known), and in its further columns the {@link Quantity}s of that name. Windows are numbered from 1.
 *
 * <p>All take the same parameters: the first days of the windows, their as-of dates, the moment as known on. Days are looked
 * up in the timelines; {@code width_bucket(day, borders)} is the number of the period that contains the day, 0 before the
 * first, for which PostgreSQL gives null. The first and the last period that touch the window are found by it, too.
 */
final class LedgerSql {

    /** For a statement with {@code asked} and {@code known}: of each window the pension ages in force on its as-of date. */
    static final String PENSION = """
            , pension as materialized (
                select distinct on (a.win, f.name) a.win, case f.name when 'PENSION_AGE_MEN' then 'M' else 'F' end as sex,
                    round(f.value * 12)::int as months
                from parameter f cross join asked a
                where f.name in ('PENSION_AGE_MEN', 'PENSION_AGE_WOMEN') and f.unit_id is null
                  and f.valid_from <= a.as_of and {visible f}
                order by a.win, f.name, f.valid_from desc)
            """;

    /** The windows, with which every statement begins. */
    static final String ASKED = """
            with asked as (
                select a.win::int as win, a.first_day, a.as_of
                from unnest(?::date[], ?::date[]) with ordinality a (first_day, as_of, win)),
            """;

    static final String HEAD = ASKED + Known.CTE + PENSION;

    /** Rows in: a timeline a person. Where they live on the as-of date, by their states on its both ends. */
    static final String PERSONS_ON_DAY = HEAD + """
            select win, unit_id,
                count(*) filter (where now in ('ASP', 'ENTREPRENEUR_ON_ASP')) as asp_persons_on_day,
                count(*) filter (where now = 'UNPRODUCTIVE_SELF_EMPLOYED') as selfemployed_unproductive,
                count(*) filter (where now = 'SELF_EMPLOYED_REGIME') as selfemployed_regime,
                count(*) filter (where now = 'SELF_EMPLOYED') as selfemployed,
                count(*) filter (where now = 'UNEMPLOYED') as unemployed,
                count(*) filter (where now in ('ENTREPRENEUR', 'ENTREPRENEUR_ON_ASP')) as entrepreneurs,
                count(*) filter (where now = 'ENTREPRENEUR_ON_ASP') as state_entrepreneur_on_asp,
                count(*) filter (where now = 'ENTREPRENEUR') as state_entrepreneur,
                count(*) filter (where now = 'ASP') as state_asp,
                count(*) filter (where now = 'SUSPENDED_ENTREPRENEUR') as state_suspended_entrepreneur,
                count(*) filter (where now = 'WAGE_EMPLOYED') as state_wage_employed,
                count(*) filter (where now = 'INACTIVE') as state_inactive,
                count(*) filter (where now = 'ENTREPRENEUR' and before in ('ASP', 'ENTREPRENEUR_ON_ASP'))
                    as moved_asp_to_entrepreneur,
                count(*) filter (where now = 'ENTREPRENEUR'
                        and before in ('UNPRODUCTIVE_SELF_EMPLOYED', 'SELF_EMPLOYED', 'SELF_EMPLOYED_REGIME'))
                    as moved_selfemployed_to_entrepreneur
            from (
                select a.win, t.units[width_bucket(a.as_of, t.borders)] as unit_id,
                    t.states[width_bucket(a.as_of, t.borders)] as now,
                    t.states[width_bucket(a.first_day, t.borders)] as before
                from {timeline} t cross join asked a
                where {population}) s
            where now is not null
            group by win, unit_id
            """;

    /** Rows in: a timeline a person with assistance. Where they lived on the last day of the window with it. */
    static final String ASP_IN_WINDOW = HEAD + """
            , measured as materialized (
                select distinct a.win, f.person_id
                from measure f cross join asked a
                where f.valid_from < a.as_of and f.valid_to > a.first_day and {visible f})
            select a.win, t.units[last.n] as unit_id,
                count(*) as asp_persons,
                count(*) filter (where m.person_id is not null
                        and t.birth_date + interval '18 years' <= a.as_of
                        and t.birth_date + make_interval(months => p.months) > a.as_of)
                    as asp_in_employment_measures
            from {timeline} t
            cross join asked a
            cross join lateral (
                select max(n) as n
                from generate_series({first period t}, {last period t}) n
                where t.states[n] in ('ASP', 'ENTREPRENEUR_ON_ASP')) last
            left join measured m on m.win = a.win and m.person_id = t.person_id
            left join pension p on p.win = a.win and p.sex = t.sex
            where t.states[{first period t}:{last period t}] && '{ASP,ENTREPRENEUR_ON_ASP}'::person_state[]
              and last.n is not null and {population}
            group by 1, 2
            """;

    /** Rows in: a timeline a household. */
    static final String HOUSEHOLDS_ON_DAY = HEAD + """
            select win, unit_id,
                count(*) filter (where assisted) as asp_households_on_day,
                count(*) filter (where not assisted and assisted_before and inhabited_before)
                    as moved_off_asp_households
            from (
                select a.win, h.units[width_bucket(a.as_of, h.borders)] as unit_id,
                    h.assisted[width_bucket(a.as_of, h.borders)] as assisted,
                    h.inhabited[width_bucket(a.as_of, h.borders)] as inhabited,
                    h.assisted[width_bucket(a.first_day, h.borders)] as assisted_before,
                    h.inhabited[width_bucket(a.first_day, h.borders)] as inhabited_before
                from {household_timeline} h cross join asked a
                where true = any (h.assisted)) s
            where inhabited
            group by win, unit_id
            """;

    /** Rows in: a timeline a household. Where it was on the last day of the window with assistance and a member. */
    static final String HOUSEHOLDS_IN_WINDOW = HEAD + """
            select a.win, h.units[last.n] as unit_id, count(*) as asp_households
            from {household_timeline} h
            cross join asked a
            cross join lateral (
                select max(n) as n
                from generate_series({first period h}, {last period h}) n
                where h.assisted[n] and h.inhabited[n]) last
            where true = any (h.assisted[{first period h}:{last period h}]) and last.n is not null
            group by 1, 2
            """;

    /** Rows in: the assistance spells. */
    static final String ASSIGNED = HEAD + """
            select a.win, h.units[width_bucket(a.as_of, h.borders)] as unit_id, sum(f.monthly_amount) as asp_assigned
            from assistance f
            cross join asked a
            left join {household_timeline} h on h.household_id = f.household_id
            where f.valid_from <= a.as_of and f.valid_to > a.as_of and {visible f}
            group by 1, 2
            """;

    /** Rows in: the payments of the window. */
    static final String PAID = HEAD + """
            select a.win, h.units[width_bucket(f.on_date, h.borders)] as unit_id, sum(f.amount) as asp_paid
            from payment f
            cross join asked a
            left join {household_timeline} h on h.household_id = f.household_id
            where f.on_date >= a.first_day and f.on_date < a.as_of and {visible f}
            group by 1, 2
            """;

    /** Rows in: the social-package spells that touch the window. */
    static final String PACKAGES = HEAD + """
            , child as (
                select a.win, f.person_id, max(least(f.valid_to, a.as_of)) - 1 as last_day
                from social_package f cross join asked a
                where f.valid_from < a.as_of and f.valid_to > a.first_day and {visible f}
                group by a.win, f.person_id)
            select a.win, t.units[width_bucket(c.last_day, t.borders)] as unit_id, count(*) as asp_children_with_package
            from child c
            join asked a on a.win = c.win
            join person p on p.id = c.person_id
            left join {timeline} k on k.person_id = c.person_id
            -- a child of whom no other fact is known has no timeline, but an age by the digits of the IIN
            cross join lateral (select c.person_id, k.borders, k.units,
                {birth date} as birth_date, {sex} as sex) t
            where {population}
            group by 1, 2
            """;

    /** Rows in: enrolments on the as-of date, their households, the members of these, and what they earned. */
    static final String INCOME = HEAD + """
            , quarter as (
                select a.win, (date_trunc('quarter', a.as_of) - interval '3 months')::date as first_day,
                    date_trunc('quarter', a.as_of)::date - 1 as last_day
                from asked a),
            enrolled as materialized (
                select distinct a.win, m.household_id
                from enrolment e
                cross join asked a
                join membership m on m.person_id = e.person_id
                    and m.valid_from <= a.as_of and m.valid_to > a.as_of and {visible m}
                join {timeline} t on t.person_id = e.person_id
                where e.valid_from <= a.as_of and e.valid_to > a.as_of and {visible e}
                  and t.states[width_bucket(a.as_of, t.borders)] not in ('DECEASED', 'AWAY')),
            member as materialized (
                select q.win, m.household_id, m.person_id
                from enrolled e
                join quarter q on q.win = e.win
                join membership m on m.household_id = e.household_id
                    and m.valid_from <= q.last_day and m.valid_to > q.last_day and {visible m}
                join {timeline} t on t.person_id = m.person_id
                where t.states[width_bucket(q.last_day, t.borders)] not in ('DECEASED', 'AWAY')),
            earned as materialized (
                select f.quarter, f.person_id, sum(f.amount) as amount
                from income f
                where f.quarter in (select first_day from quarter) and {visible f}
                group by f.quarter, f.person_id),
            per_capita as (
                select m.win, m.household_id, sum(i.amount) / count(*) / 3 as amount
                from member m
                join quarter q on q.win = m.win
                left join earned i on i.quarter = q.first_day and i.person_id = m.person_id
                group by m.win, m.household_id
                having count(i.amount) > 0)
            select a.win, h.units[width_bucket(a.as_of, h.borders)] as unit_id,
                count(*) as income_households,
                count(p.amount) as income_households_known,
                coalesce(sum(p.amount), 0) as income_per_capita_sum
            from enrolled e
            join asked a on a.win = e.win
            left join {household_timeline} h on h.household_id = e.household_id
            left join per_capita p on p.win = e.win and p.household_id = e.household_id
            group by 1, 2
            """;

    /** What a population can narrow. */
    static final List<String> OF_PERSONS = List.of(
            PERSONS_ON_DAY,
            ASP_IN_WINDOW,
            PACKAGES,
            RegistrationSql.COUNTED_NEW,
            RegistrationSql.COUNTED_ENDED,
            CreditSql.DISBURSED,
            CreditSql.OUTSTANDING);

    /** What belongs to households. */
    static final List<String> OF_HOUSEHOLDS = List.of(HOUSEHOLDS_ON_DAY, HOUSEHOLDS_IN_WINDOW, ASSIGNED, PAID, INCOME);

    /**
     * A text in which {@code {birth date}} and {@code {sex}} of the person {@code p} with the timeline {@code k}, or none, are
     * spelled out: as listed, else by the digits of the IIN. Timelines of some days alone leave out those whose memberships
     * lie on others, so the list itself is asked then.
     */
    static String born(String sql) {
        return sql.replace(
                        "{birth date}", "coalesce(k.birth_date, " + listed("birth_date") + ", iin_birth_date(p.iin))")
                .replace("{sex}", "coalesce(k.sex, " + listed("sex") + ", iin_sex(p.iin))");
    }

    private static String listed(String column) {
        return """
                (select (array_agg(m.%1$s order by m.valid_from desc) filter (where m.%1$s is not null))[1]
                 from membership m where m.person_id = p.id and {visible m})""".formatted(column);
    }

    private LedgerSql() {}

    /** The condition on the timeline {@code t} that lets the population into the window {@code a}; needs {@link #PENSION}. */
    static String condition(Population population) {
        return switch (population) {
            case ALL -> "true";
            case WORKING_AGE -> """
                    exists (
                        select from pension age
                        where age.win = a.win and age.sex = t.sex and t.birth_date + interval '18 years' <= a.as_of
                          and t.birth_date + make_interval(months => age.months) > a.as_of)""";
            case ENROLLED -> """
                    (a.win, t.person_id) in (
                        select w.win, f.person_id from enrolment f cross join asked w
                        where f.valid_from <= w.as_of and f.valid_to > w.first_day and {visible f})""";
            case BORROWERS -> """
                    (a.win, t.person_id) in (
                        select w.win, f.person_id from loan_version f cross join asked w
                        where f.tranche_on[1] <= w.as_of and {visible f})""";
        };
    }

    /** The last day of the last whole quarter before the day. */
    static LocalDate lastDayOfQuarterBefore(LocalDate day) {
        return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1)
                .minusDays(1);
    }
}
