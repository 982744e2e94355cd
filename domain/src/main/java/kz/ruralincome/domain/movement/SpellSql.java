package kz.ruralincome.domain.movement;

import kz.ruralincome.domain.register.Known;

/**
 * The facts of persons as spells with a weight: the common tables on which every question about states is built. They take
 * {@code asked(moment, first, last)} and {@code known(top, later)} from the statement that they stand in.
 *
 * <p>A weight has a field of bits for each kind of fact, so that one sum says all that holds on a day: from below the
 * occupation by each source (3 bits each, in the order of authority; spells of one source never overlap), assistance, AWAY,
 * DECEASED, suspended registrations (6 bits) and active ones (all bits above).
 */
final class SpellSql {

    static final int ON_ASSISTANCE = 1 << 15;
    static final int AWAY = 1 << 16;
    static final int DECEASED = 1 << 17;
    static final int GONE = AWAY | DECEASED;
    static final int SUSPENDED = 1 << 18;
    static final int ALL_SUSPENDED = 63 << 18;
    static final int ACTIVE = 1 << 24;

    /** The common tables {@code vital, absence} of the persons whose rows, with alias {@code f}, meet the condition. */
    static String absence(String persons) {
        return ABSENCE.replace("{vital}", Known.rows("vital_event", "f.person_id, f.on_date, f.kind", persons))
                .replace("{deceased}", Integer.toString(DECEASED))
                .replace("{away}", Integer.toString(AWAY));
    }

    /** Whose facts are read: further conditions on the rows, with alias {@code f}, of persons and of households. */
    record Reach(String ofPersons, String ofHouseholds) {

        static final Reach ALL = new Reach("", "");

        /** Those in the tables {@code person_scope} and {@code household_scope}, which holds all households they ever were in. */
        static final Reach SCOPE = new Reach(
                " and f.person_id in (select person_id from person_scope)",
                " and f.household_id in (select household_id from household_scope)");

        /** Households in the table {@code household_changed}; persons are not asked for. */
        static final Reach CHANGED_HOUSEHOLDS =
                new Reach("", " and f.household_id in (select household_id from household_changed)");

        /** Persons whose ids lie between the two, which are among them. */
        static Reach between(int first, int last) {
            return new Reach(" and f.person_id between %d and %d".formatted(first, last), "");
        }
    }

    /**
     * For which days the spells are read. Of those who are absent all memberships are: where they live was decided before.
     */
    enum Span {
        ALWAYS("", "", ""),
        /** Every day from {@code asked.first} to {@code asked.last}. */
        WINDOW("{from} <= (select last from asked) and {to} > (select first from asked)"),
        /** The days {@code asked.first} and {@code asked.last} alone. */
        TWO_DAYS("""
                ({from} <= (select first from asked) and {to} > (select first from asked)
                or {from} <= (select last from asked) and {to} > (select last from asked))""");

        final String ofSpells;
        final String ofMembers;
        final String ofDwellers;

        Span(String ofSpells, String ofMembers, String ofDwellers) {
            this.ofSpells = ofSpells;
            this.ofMembers = ofMembers;
            this.ofDwellers = ofDwellers;
        }

        Span(String covered) {
            String spells = covered.replace("{from}", "f.valid_from").replace("{to}", "f.valid_to");
            String dwellers = covered.replace("{from}", "greatest(m.valid_from, f.valid_from)")
                    .replace("{to}", "least(m.valid_to, f.valid_to)");
            ofSpells = " and " + spells;
            ofMembers = " and (" + spells + " or f.person_id in (select person_id from absence))";
            ofDwellers = " and (" + dwellers + " or m.person_id in (select person_id from absence))";
        }
    }

    private static final String PERIOD = "f.person_id, f.valid_from, f.valid_to";

    private static final String STATUS_WEIGHT =
            "case f.status when 'ACTIVE' then %d when 'SUSPENDED' then %d else 0 end as weight"
                    .formatted(ACTIVE, SUSPENDED);

    private static final String OCCUPATION_WEIGHT = """
            (case f.kind when 'UNPRODUCTIVE_SELF_EMPLOYED' then 1 when 'SELF_EMPLOYED_REGIME' then 2
                when 'SELF_EMPLOYED' then 3 when 'UNEMPLOYED' then 4 when 'WAGE_EMPLOYED' then 5 else 6 end)
            << (case f.source when 'LABOUR_REGISTER' then 0 when 'TAX_REGISTER' then 3 when 'CONTRIBUTIONS' then 6
                when 'SCREENING' then 9 else 12 end) as weight""";

    private SpellSql() {}

    /**
     * The common tables {@code vital, absence, member, dwelling, founded, spell}: rows of the facts in, one row a spell out.
     *
     * @param reach whose facts
     * @param span which days they have to serve
     */
    static String tables(Reach reach, Span span) {
        String persons = "true" + reach.ofPersons();
        return TABLES.replace("{absence}", absence(persons))
                .replace("{members}", Known.rows("membership", PERIOD + ", household_id", persons + span.ofMembers))
                .replace(
                        "{localities}",
                        Known.rows("locality", "household_id, valid_from, unit_id", "true" + reach.ofHouseholds()))
                .replace(
                        "{assistance}",
                        Known.rows(
                                "assistance",
                                "household_id, valid_from, valid_to",
                                "true" + reach.ofHouseholds() + span.ofSpells))
                .replace("{active}", Known.rows("registration", PERIOD, "f.status = 'ACTIVE'" + reach.ofPersons()))
                .replace(
                        "{registrations}",
                        Known.rows("registration", PERIOD + ", " + STATUS_WEIGHT, persons + span.ofSpells))
                .replace(
                        "{occupations}",
                        Known.rows(
                                "occupation",
                                PERIOD + ", " + OCCUPATION_WEIGHT,
                                "f.source <> 'SCREENING'" + reach.ofPersons() + span.ofSpells))
                .replace(
                        "{screenings}",
                        Known.rows(
                                "occupation",
                                "f.id, " + PERIOD + ", " + OCCUPATION_WEIGHT,
                                "f.source = 'SCREENING'" + reach.ofPersons() + span.ofSpells))
                .replace("{within}", span.ofDwellers)
                .replace("{assisted}", Integer.toString(ON_ASSISTANCE));
    }

    private static final String ABSENCE = """
            -- the first DIED counts; LEFT and RETURNED count where they change something
            vital as materialized (
                select person_id, on_date,
                    case when kind = 'DIED'
                         then case when row_number() over same_sort = 1 then {deceased} else 0 end
                         else ((kind = 'LEFT')::int - (lag(kind, 1, 'RETURNED') over same_sort = 'LEFT')::int) * {away}
                    end as weight
                from ({vital}) f
                window same_sort as (partition by person_id, kind = 'DIED' order by on_date)
            ),
            -- unbroken times in which a person is DECEASED or AWAY
            absence as materialized (
                select person_id, valid_from, valid_to
                from (select person_id, on_date as valid_from, gone, lead(on_date, 1, 'infinity') over sorted as valid_to
                      from (select person_id, on_date, gone, lag(gone, 1, false) over sorted as was_gone
                            from (select person_id, on_date, sum(weight) over sorted <> 0 as gone
                                  from vital window sorted as (partition by person_id order by on_date)) g
                            window sorted as (partition by person_id order by on_date)) b
                      where gone <> was_gone
                      window sorted as (partition by person_id order by on_date)) s
                where gone
            )""";

    private static final String TABLES = """
            {absence},
            member as materialized ({members}),
            -- lives there from that day until the household's next row
            dwelling as (
                select household_id, unit_id, valid_from,
                    lead(valid_from, 1, 'infinity') over (partition by household_id order by valid_from) as valid_to
                from ({localities}) f
            ),
            -- the first days of unbroken ACTIVE stretches
            founded as (
                select person_id, valid_from
                from (select person_id, valid_from, max(valid_to) over (
                          partition by person_id order by valid_from rows between unbounded preceding and 1 preceding)
                          as reached
                      from ({active}) f) s
                where reached is null or reached < valid_from
            ),
            spell as (
                select m.person_id, greatest(m.valid_from, f.valid_from) as valid_from,
                    least(m.valid_to, f.valid_to) as valid_to, f.unit_id as unit, 0 as weight
                from member m
                join dwelling f on f.household_id = m.household_id
                    and f.valid_from < m.valid_to and f.valid_to > m.valid_from
                where true {within}
                union all
                select m.person_id, greatest(m.valid_from, f.valid_from), least(m.valid_to, f.valid_to), 0, {assisted}
                from member m
                join ({assistance}) f on f.household_id = m.household_id
                    and f.valid_from < m.valid_to and f.valid_to > m.valid_from
                union all
                select person_id, valid_from, valid_to, 0, weight from ({registrations}) r
                union all
                select person_id, valid_from, valid_to, 0, weight from ({occupations}) o
                union all
                -- saw one day: counts until an ACTIVE stretch begins after it
                select s.person_id, s.valid_from, least(min(s.valid_to), min(b.valid_from)), 0, min(s.weight)
                from ({screenings}) s
                left join founded b on b.person_id = s.person_id and b.valid_from > s.valid_from
                group by s.id, s.person_id, s.valid_from
                union all
                select person_id, on_date, 'infinity', 0, weight from vital
            )""";
}
