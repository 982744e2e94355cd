package kz.ruralincome.domain.outcome;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.register.Known;

/**
 * The counts behind the indicators, as SQL, of several windows at once: whom or what is counted, one by one ({@link CountedSql}),
 * and from it the {@link Quantity}s by window and unit (null: where is not known). Windows are numbered from 1.
 *
 * <p>All take the same parameters: the first days of the windows, their as-of dates, the moment as known on. Days are looked
 * up in the timelines; {@code width_bucket(day, borders)} is the number of the period that contains the day, 0 before the
 * first, for which PostgreSQL gives null. The first and the last period that touch the window are found by it, too.
 */
final class LedgerSql {

    /** For a statement with {@code asked} and {@code known}: of each window the pension ages in force on its as-of date. */
    static final String PENSION = """
            , pension as not materialized (
                select distinct on (a.win, f.name) a.win, case f.name when 'PENSION_AGE_MEN' then 'M' else 'F' end as sex,
                    round(f.value * 12)::int as months
                from parameter f cross join asked a
                where f.name in ('PENSION_AGE_MEN', 'PENSION_AGE_WOMEN') and f.unit_id is null
                  and f.valid_from <= a.as_of and {visible f}
                order by a.win, f.name, f.valid_from desc)
            """;

    /** The windows, with which every statement begins; written out wherever it is used, so that both cores can work at it. */
    static final String ASKED = """
            with asked as not materialized (
                select a.win::int as win, a.first_day, a.as_of
                from unnest(?::date[], ?::date[]) with ordinality a (first_day, as_of, win)),
            """;

    static final String HEAD = ASKED + Known.CTE + PENSION;

    /** Rows in: a timeline a person. Where they live on the as-of date, by their states on it and, of entrepreneurs, before. */
    static final CountedSql PERSONS_ON_DAY = CountedSql.byKind(
            HEAD + """
            , told as (
                select t.win, t.person_id, t.iin, t.units[t.n] as unit_id, t.states[t.n] as now,
                    case when t.states[t.n] = 'ENTREPRENEUR' then t.states[width_bucket(t.first_day, t.borders)] end
                        as before
                from asked a
                cross join lateral (
                    select a.win, a.first_day, t.person_id, t.iin, t.borders, t.states, t.units,
                        width_bucket(a.as_of, t.borders) as n
                    from {timeline} t
                    where {population}
                    {once}) t)
            """,
            "now, before",
            Map.ofEntries(
                    Map.entry(Quantity.ASP_PERSONS_ON_DAY, "now in ('ASP', 'ENTREPRENEUR_ON_ASP')"),
                    Map.entry(Quantity.SELFEMPLOYED_UNPRODUCTIVE, "now = 'UNPRODUCTIVE_SELF_EMPLOYED'"),
                    Map.entry(Quantity.SELFEMPLOYED_REGIME, "now = 'SELF_EMPLOYED_REGIME'"),
                    Map.entry(Quantity.SELFEMPLOYED, "now = 'SELF_EMPLOYED'"),
                    Map.entry(Quantity.UNEMPLOYED, "now = 'UNEMPLOYED'"),
                    Map.entry(Quantity.ENTREPRENEURS, "now in ('ENTREPRENEUR', 'ENTREPRENEUR_ON_ASP')"),
                    Map.entry(Quantity.STATE_ENTREPRENEUR_ON_ASP, "now = 'ENTREPRENEUR_ON_ASP'"),
                    Map.entry(Quantity.STATE_ENTREPRENEUR, "now = 'ENTREPRENEUR'"),
                    Map.entry(Quantity.STATE_ASP, "now = 'ASP'"),
                    Map.entry(Quantity.STATE_SUSPENDED_ENTREPRENEUR, "now = 'SUSPENDED_ENTREPRENEUR'"),
                    Map.entry(Quantity.STATE_WAGE_EMPLOYED, "now = 'WAGE_EMPLOYED'"),
                    Map.entry(Quantity.STATE_INACTIVE, "now = 'INACTIVE'"),
                    Map.entry(
                            Quantity.MOVED_ASP_TO_ENTREPRENEUR,
                            "now = 'ENTREPRENEUR' and before in ('ASP', 'ENTREPRENEUR_ON_ASP')"),
                    Map.entry(
                            Quantity.MOVED_SELFEMPLOYED_TO_ENTREPRENEUR,
                            "now = 'ENTREPRENEUR' and before in"
                                    + " ('UNPRODUCTIVE_SELF_EMPLOYED', 'SELF_EMPLOYED', 'SELF_EMPLOYED_REGIME')")));

    /** Rows in: a timeline a person with assistance. Where they lived on the last day of the window with it. */
    static final CountedSql ASP_IN_WINDOW = CountedSql.byKind(
            HEAD + """
            , measured as not materialized (
                select distinct a.win, f.person_id
                from measure f cross join asked a
                where f.valid_from < a.as_of and f.valid_to > a.first_day and {visible f}),
            aged as not materialized (
                select m.win, m.person_id
                from measured m
                join asked a on a.win = m.win
                join {timeline} t on t.person_id = m.person_id
                where
            """ + condition(Population.WORKING_AGE) + """
                ),
            told as (
                select a.win, t.person_id, t.iin,
                    t.units[case when t.states[{last period t}] in ('ASP', 'ENTREPRENEUR_ON_ASP') then {last period t} else (
                        select max(n) from generate_series({first period t}, {last period t}) n
                        where t.states[n] in ('ASP', 'ENTREPRENEUR_ON_ASP')) end] as unit_id,
                    (a.win, t.person_id) in (select win, person_id from aged) as in_measure
                from {timeline} t
                cross join asked a
                where t.states && '{ASP,ENTREPRENEUR_ON_ASP}'::person_state[]
                  and t.states[{first period t}:{last period t}] && '{ASP,ENTREPRENEUR_ON_ASP}'::person_state[]
                  and {population})
            """,
            "in_measure",
            Map.of(Quantity.ASP_PERSONS, "true", Quantity.ASP_IN_EMPLOYMENT_MEASURES, "in_measure"));

    /** Rows in: a timeline a household. */
    static final CountedSql HOUSEHOLDS_ON_DAY = CountedSql.byKind(
            HEAD + """
            , told as (
                select a.win, h.household_id, a.as_of as on_date,
                    h.units[width_bucket(a.as_of, h.borders)] as unit_id,
                    h.assisted[width_bucket(a.as_of, h.borders)] as assisted,
                    h.assisted[width_bucket(a.first_day, h.borders)] as assisted_before,
                    h.inhabited[width_bucket(a.first_day, h.borders)] as inhabited_before
                from {household_timeline} h cross join asked a
                where true = any (h.assisted) and h.inhabited[width_bucket(a.as_of, h.borders)])
            """,
            "assisted, assisted_before, inhabited_before",
            Map.of(
                    Quantity.ASP_HOUSEHOLDS_ON_DAY,
                    "assisted",
                    Quantity.MOVED_OFF_ASP_HOUSEHOLDS,
                    "not assisted and assisted_before and inhabited_before"));

    /** Rows in: a timeline a household. Where it was on the last day of the window with assistance and a member. */
    static final CountedSql HOUSEHOLDS_IN_WINDOW = new CountedSql(HEAD + """
            , told as materialized (
                select a.win, h.household_id, h.units[last.n] as unit_id,
                    least(h.borders[last.n + 1], a.as_of) - 1 as on_date
                from {household_timeline} h
                cross join asked a
                cross join lateral (
                    select max(n) as n
                    from generate_series({first period h}, {last period h}) n
                    where h.assisted[n] and h.inhabited[n]) last
                where true = any (h.assisted[{first period h}:{last period h}]) and last.n is not null {next households})
            """, Map.of(Quantity.ASP_HOUSEHOLDS, "true"));

    /** Rows in: the assistance spells. */
    static final CountedSql ASSIGNED =
            new CountedSql(HEAD + """
            , told as (
                select a.win, f.household_id, a.as_of as on_date,
                    h.units[width_bucket(a.as_of, h.borders)] as unit_id, f.monthly_amount as amount
                from assistance f
                cross join asked a
                left join {household_timeline} h on h.household_id = f.household_id
                where f.valid_from <= a.as_of and f.valid_to > a.as_of and {visible f})
            """, Map.of(), Map.of(Quantity.ASP_ASSIGNED, "sum(amount)"));

    /** Rows in: the payments of the window. */
    static final CountedSql PAID = new CountedSql(HEAD + """
            , told as (
                select a.win, f.household_id, f.on_date, h.units[width_bucket(f.on_date, h.borders)] as unit_id, f.amount
                from payment f
                cross join asked a
                left join {household_timeline} h on h.household_id = f.household_id
                where f.on_date >= a.first_day and f.on_date < a.as_of and {visible f})
            """, Map.of(), Map.of(Quantity.ASP_PAID, "sum(amount)"));

    /** Rows in: the social-package spells that touch the window. */
    static final CountedSql PACKAGES = new CountedSql(HEAD + """
            , child as (
                select a.win, f.person_id, max(least(f.valid_to, a.as_of)) - 1 as last_day
                from social_package f cross join asked a
                where f.valid_from < a.as_of and f.valid_to > a.first_day and {visible f}
                group by a.win, f.person_id),
            told as (
                select a.win, t.person_id, t.iin, t.units[width_bucket(c.last_day, t.borders)] as unit_id
                from child c
                join asked a on a.win = c.win
                {aged c}
                where {population})
            """, Map.of(Quantity.ASP_CHILDREN_WITH_PACKAGE, "true"));

    /** Rows in: enrolments on the as-of date, their households, the members of these, and what they earned. */
    static final CountedSql INCOME = new CountedSql(
            HEAD + """
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
                having count(i.amount) > 0),
            told as (
                select a.win, e.household_id, a.as_of as on_date,
                    h.units[width_bucket(a.as_of, h.borders)] as unit_id, p.amount
                from enrolled e
                join asked a on a.win = e.win
                left join {household_timeline} h on h.household_id = e.household_id
                left join per_capita p on p.win = e.win and p.household_id = e.household_id)
            """,
            Map.of(Quantity.INCOME_HOUSEHOLDS, "true", Quantity.INCOME_HOUSEHOLDS_KNOWN, "amount is not null"),
            Map.of(Quantity.INCOME_PER_CAPITA_SUM, "coalesce(sum(amount), 0)"));

    /** What a population can narrow; what takes longest to count first. */
    static final List<CountedSql> OF_PERSONS = List.of(
            CreditSql.OUTSTANDING,
            PERSONS_ON_DAY,
            ASP_IN_WINDOW,
            CreditSql.DISBURSED,
            RegistrationSql.ENDS,
            RegistrationSql.BEGINNINGS,
            PACKAGES);

    /** What goes through timelines: in one window nobody counts twice. */
    static final Set<CountedSql> BY_TIMELINE = Set.of(PERSONS_ON_DAY, ASP_IN_WINDOW);

    /** What belongs to households. */
    static final List<CountedSql> OF_HOUSEHOLDS =
            List.of(HOUSEHOLDS_ON_DAY, HOUSEHOLDS_IN_WINDOW, ASSIGNED, PAID, INCOME);

    private static final Pattern AGED = Pattern.compile("\\{aged (\\w)}");

    /**
     * Joins the timeline {@code t} to rows with a {@code person_id}, also of who has none, since no other fact is known: they
     * have an age all the same, as listed, else by the digits of the IIN. Timelines of some days alone leave out those whose
     * memberships lie on others, so the list itself is asked then. Persons are looked up for those few only.
     */
    private static final String TIMELINE_OF = """
            left join {timeline} k on k.person_id = $1.person_id
            cross join lateral (
                select $1.person_id, {iin} as iin, k.borders, k.states, k.units,
                    coalesce(k.birth_date, {listed birth_date}, iin_birth_date({iin})) as birth_date,
                    coalesce(k.sex, {listed sex}, iin_sex({iin})) as sex) t""".replace(
                    "{iin}", "coalesce(k.iin, (select p.iin from person p where p.id = $1.person_id))")
            .replace("{listed birth_date}", listed("birth_date"))
            .replace("{listed sex}", listed("sex"));

    private static String listed(String column) {
        return """
                (select (array_agg(m.%1$s order by m.valid_from desc) filter (where m.%1$s is not null))[1]
                 from membership m where m.person_id = $1.person_id and {visible m})""".formatted(column);
    }

    /** A text in which {@code {aged x}} is spelled out: the timeline {@code t} of the person of a row {@code x}, or their age. */
    static String aged(String sql) {
        return AGED.matcher(sql).replaceAll(TIMELINE_OF);
    }

    private LedgerSql() {}

    /** The condition on the timeline {@code t} that lets the population into the window {@code a}; needs {@link #PENSION}. */
    static String condition(Population population) {
        return switch (population) {
            case ALL -> "true";
            case WORKING_AGE -> """
                    t.birth_date <= (select array_agg(last_born(w.as_of, 12 * 18) order by w.win) from asked w)[a.win]
                    and t.birth_date > (case t.sex when 'M' then (%s) when 'F' then (%s) end)[a.win]""".formatted(pensioners('M'), pensioners('F'));
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

    /** By window the birth date of the youngest of a sex who have reached the pension age. */
    private static String pensioners(char sex) {
        return """
                select array_agg(last_born(w.as_of, age.months) order by w.win)
                from asked w left join pension age on age.win = w.win and age.sex = '%s'""".formatted(sex);
    }

    /** The last day of the last whole quarter before the day. */
    static LocalDate lastDayOfQuarterBefore(LocalDate day) {
        return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1)
                .minusDays(1);
    }
}
