package kz.ruralincome.domain.movement;

import java.util.Arrays;
import java.util.stream.Collectors;
import kz.ruralincome.domain.movement.SpellSql.Reach;
import kz.ruralincome.domain.movement.SpellSql.Span;
import kz.ruralincome.domain.register.Known;

/**
 * The one definition of timelines. Every text takes three parameters: the moment as known on, and the first and the last
 * day that are asked.
 *
 * <p>The sweep: each border of a spell is a row with its weight, plus or minus; sums over the borders up to a day say what
 * holds on it; neighbours that say the same are merged. Rows of one day have the same sums, so they merge by themselves.
 */
final class MovementSql {

    private static final String ASKED =
            "asked (moment, first, last) as materialized (select ?::timestamptz, ?::date, ?::date),\n"
                    + Known.cte("(select moment from asked)");

    private MovementSql() {}

    /** One row {@code person_id, borders, states, units} for each person with a fact that begins a timeline. */
    static String persons(Reach reach, Span span) {
        return "with " + ASKED + ",\n" + SpellSql.tables(reach, span) + ",\n"
                + SWEEP.replace(
                                "{enrolments}",
                                Known.rows("enrolment", "f.person_id, f.valid_from", "true" + reach.ofPersons()))
                        .replace("{gone}", Integer.toString(SpellSql.GONE))
                        .replace("{state}", stateNumber("weight"))
                        .replace("{states}", "'{" + names() + "}'::person_state[]");
    }

    /**
     * The same as rows of {@code timeline}: {@code person_id, iin, birth_date, sex, borders, states, units}. Takes the moment
     * a second time, as the fourth parameter.
     */
    static String personRows(Reach reach, Span span) {
        return """
                select t.person_id, p.iin, %s, t.borders, t.states, t.units
                from (%s) t
                join person p on p.id = t.person_id
                left join (%s) l on l.person_id = t.person_id""".formatted(ListedSql.born("l", "p"), persons(reach, span), ListedSql.listed(reach));
    }

    /** One row {@code person_id, old_state, old_unit, new_state, new_unit} for who has a spell on the first or last day. */
    static String twoDays() {
        return "with " + ASKED + ",\n" + SpellSql.tables(Reach.ALL, Span.TWO_DAYS) + ",\n"
                + TWO_DAYS.replace("{old_state}", stateNumber("old_weight"))
                        .replace("{new_state}", stateNumber("new_weight"))
                        .replace("{states}", "'{" + names() + "}'::person_state[]");
    }

    /** One row {@code household_id, borders, assisted, inhabited, units} for each household with a fact. */
    static String households(Reach reach, Span span) {
        String households = "true" + reach.ofHouseholds();
        String members = reach == Reach.ALL
                ? "true"
                : "f.person_id in (select m.person_id from membership m join household_changed c using (household_id))";
        return "with " + ASKED + ",\n"
                + HOUSEHOLDS
                        .replace("{absence}", SpellSql.absence(members))
                        .replace(
                                "{members}",
                                Known.rows(
                                        "membership",
                                        "f.household_id, f.person_id, f.valid_from, f.valid_to",
                                        households + span.ofSpells))
                        .replace(
                                "{localities}",
                                Known.rows("locality", "f.household_id, f.valid_from, f.unit_id", households))
                        .replace(
                                "{assistance}",
                                Known.rows(
                                        "assistance",
                                        "f.household_id, f.valid_from, f.valid_to",
                                        households + span.ofSpells));
    }

    private static String names() {
        return Arrays.stream(State.values()).map(State::name).collect(Collectors.joining(","));
    }

    /** The place of the state in the order of precedence, from 1. */
    private static String stateNumber(String weight) {
        return """
                case when {w} & {deceased} <> 0 then 1
                     when {w} & {away} <> 0 then 2
                     when {w} >= {active} then case when {w} & {assisted} <> 0 then 3 else 4 end
                     when {w} & {assisted} <> 0 then 5
                     when {w} & {suspended} <> 0 then 6
                     when {w} & 7 <> 0 then 6 + ({w} & 7)
                     when {w} >> 3 & 7 <> 0 then 6 + ({w} >> 3 & 7)
                     when {w} >> 6 & 7 <> 0 then 6 + ({w} >> 6 & 7)
                     when {w} >> 9 & 7 <> 0 then 6 + ({w} >> 9 & 7)
                     when {w} >> 12 & 7 <> 0 then 6 + ({w} >> 12 & 7)
                     else 13 end::int""".replace("{deceased}", Integer.toString(SpellSql.DECEASED))
                .replace("{away}", Integer.toString(SpellSql.AWAY))
                .replace("{active}", Integer.toString(SpellSql.ACTIVE))
                .replace("{assisted}", Integer.toString(SpellSql.ON_ASSISTANCE))
                .replace("{suspended}", Integer.toString(SpellSql.ALL_SUSPENDED))
                .replace("{w}", weight);
    }

    private static final String SWEEP = """
            border as (
                select person_id, e.on_date, e.sign * unit as unit, e.sign * weight as weight
                from spell, lateral (values (valid_from, 1), (valid_to, -1)) e (on_date, sign)
                where e.on_date < 'infinity'
                union all
                select person_id, valid_from, 0, 0 from member
                union all
                select person_id, valid_from, 0, 0 from ({enrolments}) f
            ),
            swept as (
                select person_id, on_date, sum(unit) over sorted as unit, sum(weight) over sorted as weight,
                    row_number() over sorted as nth
                from border window sorted as (partition by person_id order by on_date)
            ),
            -- who is DECEASED or AWAY keeps the unit of the last border before: the newest number carries it along
            settled as (
                select person_id, on_date, {state} as state,
                    coalesce((max(case when weight & {gone} = 0 then nth << 30 | unit end) over sorted
                              & ((1 << 30) - 1))::int, 0) as unit
                from swept window sorted as (partition by person_id order by on_date)
            ),
            merged as (
                select person_id, on_date, state, unit
                from (select *, lag(state) over sorted as old_state, lag(unit) over sorted as old_unit
                      from settled window sorted as (partition by person_id order by on_date)) s
                where old_state is distinct from state or old_unit is distinct from unit
            )
            select person_id, array_agg(on_date order by on_date) as borders,
                array_agg(({states})[state] order by on_date) as states,
                array_agg(nullif(unit, 0) order by on_date) as units
            from merged group by person_id""";

    private static final String TWO_DAYS = """
            absent as (
                select person_id,
                    max(case when valid_from <= first and valid_to > first then valid_from - 1 end) as before_first,
                    max(case when valid_from <= last and valid_to > last then valid_from - 1 end) as before_last
                from absence cross join asked group by person_id
            ),
            summed as (
                select s.person_id,
                    sum(s.weight) filter (where s.valid_from <= a.first and s.valid_to > a.first) as old_weight,
                    sum(s.weight) filter (where s.valid_from <= a.last and s.valid_to > a.last) as new_weight,
                    sum(s.unit) filter (where s.valid_from <= coalesce(g.before_first, a.first)
                        and s.valid_to > coalesce(g.before_first, a.first)) as old_unit,
                    sum(s.unit) filter (where s.valid_from <= coalesce(g.before_last, a.last)
                        and s.valid_to > coalesce(g.before_last, a.last)) as new_unit
                from spell s cross join asked a left join absent g on g.person_id = s.person_id
                group by s.person_id
            )
            select person_id, ({states})[{old_state}] as old_state, nullif(old_unit, 0)::int as old_unit,
                ({states})[{new_state}] as new_state, nullif(new_unit, 0)::int as new_unit
            from summed""";

    /** Weights: present members below, assistance above them. */
    private static final String HOUSEHOLDS = """
            {absence},
            member as materialized ({members}),
            spell as (
                select household_id, valid_from,
                    lead(valid_from, 1, 'infinity') over (partition by household_id order by valid_from) as valid_to,
                    unit_id as unit, 0 as weight
                from ({localities}) f
                union all
                select household_id, valid_from, valid_to, 0, 1 << 24 from ({assistance}) f
                union all
                select household_id, valid_from, valid_to, 0, 1 from member
                union all
                select m.household_id, greatest(m.valid_from, a.valid_from), least(m.valid_to, a.valid_to), 0, -1
                from member m
                join absence a on a.person_id = m.person_id and a.valid_from < m.valid_to and a.valid_to > m.valid_from
            ),
            border as (
                select household_id, e.on_date, e.sign * unit as unit, e.sign * weight as weight
                from spell, lateral (values (valid_from, 1), (valid_to, -1)) e (on_date, sign)
                where e.on_date < 'infinity'
            ),
            swept as (
                select household_id, on_date, unit, weight >= 1 << 24 as assisted,
                    weight & ((1 << 24) - 1) > 0 as inhabited
                from (select household_id, on_date, sum(unit) over sorted as unit, sum(weight) over sorted as weight
                      from border window sorted as (partition by household_id order by on_date)) s
            ),
            merged as (
                select household_id, on_date, unit, assisted, inhabited
                from (select *, lag(unit) over sorted as old_unit, lag(assisted) over sorted as old_assisted,
                          lag(inhabited) over sorted as old_inhabited
                      from swept window sorted as (partition by household_id order by on_date)) s
                where old_unit is distinct from unit or old_assisted <> assisted or old_inhabited <> inhabited
            )
            select household_id, array_agg(on_date order by on_date) as borders,
                array_agg(assisted order by on_date) as assisted,
                array_agg(inhabited order by on_date) as inhabited,
                array_agg(nullif(unit, 0)::int order by on_date) as units
            from merged group by household_id""";
}
