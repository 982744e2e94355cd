package kz.ruralincome.domain.quality;

/**
 * What is looked for, a statement a rule, over the facts as they stand and the timelines of the last movement run. Each
 * gives rows of {@code fresh_finding}: {@code subject, other, person_id, place, facts, hidden}; {@code hidden} is what the
 * hash takes in and pages do not show. The only parameter of each is the business date.
 *
 * <p>The facts of a finding never say what day it is: an explanation would not outlive the night.
 */
final class RuleSql {

    private static final String DAY = "with day as (select ?::date as today)";

    /** Who is there on the day: persons neither DECEASED nor AWAY, with their place. Rows in: timelines; out: one each. */
    private static final String PRESENT = """
            , present as (
                select t.person_id, t.units[n] as unit_id
                from day, timeline t cross join lateral (select width_bucket(day.today, t.borders) as n) at
                where n > 0 and t.states[n] not in ('DECEASED', 'AWAY'))""";

    /** Occupations of the day that count: of a screening only until a registration begins after it. Rows out: one a spell. */
    private static final String OCCUPIED = """
            , occupied as (
                select o.person_id, o.source, o.kind, o.valid_from, o.valid_to
                from day, occupation o
                where o.superseded_rev is null and o.valid_from <= day.today and o.valid_to > day.today
                  and (o.source <> 'SCREENING' or not exists (
                      select from registration r
                      where r.person_id = o.person_id and r.superseded_rev is null and r.status = 'ACTIVE'
                        and r.valid_from > o.valid_from and r.valid_from <= day.today
                        and not exists (
                            select from registration b
                            where b.person_id = r.person_id and b.superseded_rev is null and b.status = 'ACTIVE'
                              and b.valid_from < r.valid_from and b.valid_to >= r.valid_from))))""";

    private static final String OCCUPATION_LINES = """
            jsonb_agg(fact_line('occupations', o.valid_from, o.valid_to, o.kind::text, o.source::text)
                order by o.source)""";

    /** Rows in: occupations of the day, ACTIVE registrations of the day; rows out: one a person who has both. */
    private static final String UNEMPLOYED_REGISTERED = DAY + PRESENT + OCCUPIED + """
            , registered as (
                select r.person_id, jsonb_agg(fact_line('registrations', r.valid_from, r.valid_to, r.status::text, null)
                    order by r.registration_no) as lines
                from day, registration r
                where r.superseded_rev is null and r.status = 'ACTIVE' and r.valid_from <= day.today
                  and r.valid_to > day.today
                group by r.person_id)
            select p.person_id, 0, p.person_id, p.unit_id, o.lines || r.lines, ''
            from (select o.person_id, %s as lines from occupied o where o.kind = 'UNEMPLOYED' group by o.person_id) o
            join registered r on r.person_id = o.person_id
            join present p on p.person_id = o.person_id""".formatted(OCCUPATION_LINES);

    /** Rows in: occupations of the day; rows out: one a person whose sources tell of more than one kind. */
    private static final String SOURCES_DISAGREE = DAY + PRESENT + OCCUPIED + """
            select p.person_id, 0, p.person_id, p.unit_id, o.lines, ''
            from (select o.person_id, %s as lines from occupied o group by o.person_id having min(o.kind) <> max(o.kind)) o
            join present p on p.person_id = o.person_id""".formatted(OCCUPATION_LINES);

    /** Rows in: timelines of households, their borders up to the day; rows out: one a household that has such a stretch. */
    private static final String ASSISTANCE_WITHOUT_MEMBERS = DAY + """
            select h.household_id, 0, null::integer, h.units[width_bucket(day.today, h.borders)], s.lines, ''
            from day, household_timeline h
            cross join lateral (
                select jsonb_agg(fact_line('assistance', border, next, null, null) order by border) as lines
                from (select u.border, u.assisted, u.inhabited,
                          coalesce(lead(u.border) over (order by u.border), 'infinity') as next
                      from unnest(h.borders, h.assisted, h.inhabited) u (border, assisted, inhabited)) u
                where u.assisted and not u.inhabited and u.border <= day.today) s
            where s.lines is not null""";

    /**
     * Rows in: stretches in which somebody is dead or gone, and all facts that begin in them up to the day; rows out: one a
     * person. A registration that is DEREGISTERED, and what begins on the very day, goes with the end.
     */
    private static final String FACTS_AFTER_END = DAY + """
            , gone as materialized (
                select v.person_id, v.kind, v.on_date,
                    case v.kind when 'DIED' then 'infinity' else coalesce((
                        select min(b.on_date) from vital_event b
                        where b.person_id = v.person_id and b.superseded_rev is null and b.on_date > v.on_date
                          and b.kind in ('RETURNED', 'DIED')), 'infinity') end as until
                from day, vital_event v
                where v.superseded_rev is null and v.kind in ('DIED', 'LEFT') and v.on_date <= day.today),
            fact as (
                select person_id, valid_from as begun, fact_line('members', valid_from, valid_to, relation::text, null) as line
                from membership where superseded_rev is null
                union all
                select person_id, valid_from, fact_line('occupations', valid_from, valid_to, kind::text, source::text)
                from occupation where superseded_rev is null
                union all
                select person_id, valid_from, fact_line('registrations', valid_from, valid_to, status::text, null)
                from registration where superseded_rev is null and status <> 'DEREGISTERED'
                union all
                select person_id, valid_from, fact_line('enrolments', valid_from, valid_to, direction::text, null)
                from enrolment where superseded_rev is null
                union all
                select person_id, valid_from, fact_line('measures', valid_from, valid_to, kind::text, null)
                from measure where superseded_rev is null
                union all
                select person_id, valid_from, fact_line('social-packages', valid_from, valid_to, null, null)
                from social_package where superseded_rev is null
                union all
                select person_id, valid_from, fact_line('consents', valid_from, valid_to, scope::text, null)
                from consent where superseded_rev is null
                union all
                select person_id, quarter, fact_line('incomes', quarter, null, kind::text, null)
                from income where superseded_rev is null
                union all
                select person_id, approved_on, fact_line('loans', approved_on, null, null, null)
                from loan_version where superseded_rev is null
                union all
                select person_id, on_date, fact_line('vital-events', on_date, null, kind::text, null)
                from vital_event where superseded_rev is null and kind <> 'DIED')
            select g.person_id, 0, g.person_id, t.units[width_bucket(day.today, t.borders)],
                jsonb_agg(distinct fact_line('vital-events', g.on_date, null, g.kind::text, null))
                    || jsonb_agg(distinct f.line), ''
            from day, gone g
            join fact f on f.person_id = g.person_id and f.begun > g.on_date and f.begun < g.until
            left join timeline t on t.person_id = g.person_id
            where f.begun <= day.today
            group by g.person_id, t.units, t.borders, day.today""";

    /** Rows in: loans that are approved or running; rows out: those whose borrower is nobody's member on the day. */
    private static final String BORROWER_WITHOUT_HOUSEHOLD = DAY + """
            select v.loan_id, 0, v.person_id, coalesce(t.units[width_bucket(day.today, t.borders)], v.unit_id),
                jsonb_build_array(fact_line('loans', v.approved_on, null, null, null)) || coalesce((
                    select jsonb_build_array(fact_line('members', m.valid_from, m.valid_to, m.relation::text, null))
                    from membership m where m.person_id = v.person_id and m.superseded_rev is null
                    order by m.valid_from desc limit 1), '[]'), ''
            from day, loan_version v
            left join timeline t on t.person_id = v.person_id
            where v.superseded_rev is null and v.status in ('APPROVED', 'ACTIVE')
              and not exists (
                  select from membership m
                  where m.person_id = v.person_id and m.superseded_rev is null and m.valid_from <= day.today
                    and m.valid_to > day.today)""";

    /**
     * Rows in: people by birth date and the unit where they live, so that each is held against some few; rows out: one a pair
     * of one sex whose names differ by a typo in each at most, in whichever spelling.
     */
    private static final String LIKELY_DUPLICATE = DAY + """
            , placed as materialized (
                select t.person_id, t.birth_date, t.sex, t.units[width_bucket(day.today, t.borders)] as unit_id
                from day, timeline t where t.birth_date is not null),
            pair as materialized (
                select a.person_id, b.person_id as other, a.unit_id, a.birth_date
                from placed a
                join placed b on b.birth_date = a.birth_date and b.unit_id = a.unit_id and b.person_id > a.person_id
                where a.sex = b.sex or a.sex is null or b.sex is null)
            select p.person_id, p.other, p.person_id, p.unit_id,
                jsonb_build_array(fact_line('birth-date', p.birth_date, null, null, null)),
                least(a.search_name, b.search_name) || '|' || greatest(a.search_name, b.search_name)
            from pair p
            join person_card a on a.person_id = p.person_id
            join person_card b on b.person_id = p.other
            where levenshtein_less_equal(search_name(a.family_name, null, null), search_name(b.family_name, null, null), 1) <= 1
              and levenshtein_less_equal(search_name(a.given_name, null, null), search_name(b.given_name, null, null), 1) <= 1
              and (a.patronymic is null or b.patronymic is null
                   or levenshtein_less_equal(patronymic_stem(a.patronymic), patronymic_stem(b.patronymic), 1) <= 1)
              and a.family_name is not null and b.family_name is not null
              and a.given_name is not null and b.given_name is not null""";

    /** Rows in: enrolments of the day; rows out: those of people without a consent to PROCESSING on it. */
    private static final String CONSENT_MISSING = DAY + """
            select e.person_id, 0, e.person_id, t.units[width_bucket(day.today, t.borders)],
                jsonb_build_array(fact_line('enrolments', e.valid_from, e.valid_to, e.direction::text, null)) || coalesce((
                    select jsonb_build_array(fact_line('consents', c.valid_from, c.valid_to, c.scope::text, null))
                    from consent c
                    where c.person_id = e.person_id and c.scope = 'PROCESSING' and c.superseded_rev is null
                    order by c.valid_to desc, c.valid_from limit 1), '[]'), ''
            from day, enrolment e
            left join timeline t on t.person_id = e.person_id
            where e.superseded_rev is null and e.valid_from <= day.today and e.valid_to > day.today
              and not exists (
                  select from consent c
                  where c.person_id = e.person_id and c.scope = 'PROCESSING' and c.superseded_rev is null
                    and c.valid_from <= day.today and c.valid_to > day.today)""";

    /** Rows in: who is there on the day; rows out: those of whom it is not known where they live. */
    private static final String LOCALITY_UNKNOWN = DAY + PRESENT + """
            select p.person_id, 0, p.person_id, null::integer, coalesce((
                select jsonb_build_array(fact_line('members', m.valid_from, m.valid_to, m.relation::text, h.household_no))
                from membership m join household h on h.id = m.household_id
                where m.person_id = p.person_id and m.superseded_rev is null
                order by m.valid_from desc limit 1), '[]'), ''
            from present p
            where p.unit_id is null""";

    private RuleSql() {}

    static String of(FindingKind kind) {
        return switch (kind) {
            case UNEMPLOYED_REGISTERED -> UNEMPLOYED_REGISTERED;
            case SOURCES_DISAGREE -> SOURCES_DISAGREE;
            case ASSISTANCE_WITHOUT_MEMBERS -> ASSISTANCE_WITHOUT_MEMBERS;
            case FACTS_AFTER_END -> FACTS_AFTER_END;
            case BORROWER_WITHOUT_HOUSEHOLD -> BORROWER_WITHOUT_HOUSEHOLD;
            case LIKELY_DUPLICATE -> LIKELY_DUPLICATE;
            case CONSENT_MISSING -> CONSENT_MISSING;
            case LOCALITY_UNKNOWN -> LOCALITY_UNKNOWN;
        };
    }
}
