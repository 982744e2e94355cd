package kz.ruralincome.domain.movement;

import java.util.EnumSet;
import java.util.Set;
import kz.ruralincome.domain.movement.MatrixSql.Counted;
import kz.ruralincome.domain.register.Known;

/**
 * Who is counted on one of two days alone, and why, in SQL: the common table {@code reasoned (person_id, iin, reason)}, a row
 * each, and before it {@code judged (was_in, is_in)} with a row for whoever is counted on either day.
 *
 * <p>Cost: one row a person of the register for the two days, then the facts of those who are counted once, by index.
 */
final class ChangeSql {

    private static final Set<State> WORK =
            EnumSet.of(State.WAGE_EMPLOYED, State.SELF_EMPLOYED, State.SELF_EMPLOYED_REGIME);
    private static final Set<State> NO_WORK = EnumSet.of(
            State.UNPRODUCTIVE_SELF_EMPLOYED, State.UNEMPLOYED, State.INACTIVE, State.SUSPENDED_ENTREPRENEUR);
    private static final Set<State> ENTERPRISE = EnumSet.of(State.ENTREPRENEUR, State.ENTREPRENEUR_ON_ASP);

    private static final String THEIRS = " and f.person_id in (select person_id from changed)";

    private static final String REASONED = """
            ,
            judged as materialized (
                select *
                from (select p.*, old_here and old_state in {states} as was_in, new_here and new_state in {states} as is_in
                      from placed p) j
                where was_in or is_in
            ),
            changed as materialized (select * from judged where was_in <> is_in),
            -- whoever had a spell or an event by the earlier day
            seen as ({seen}),
            home as (
                select person_id, min(household_id) filter (where valid_from <= {first} and valid_to > {first}) as old_home,
                    min(household_id) filter (where valid_from <= {last} and valid_to > {last}) as new_home
                from ({homes}) m group by person_id
            ),
            enterprise as (
                select person_id,
                    bool_or(status = 'SUSPENDED' and valid_from <= {first} and valid_to > {first}) as was_suspended,
                    bool_or(status = 'SUSPENDED' and valid_from <= {last} and valid_to > {last}) as is_suspended,
                    bool_or(reason = 'LAW_2026' and valid_from > {first} and valid_from <= {last}) as by_law
                from ({registrations}) r group by person_id
            ),
            reasoned as (
                select c.person_id, c.iin,
                    case when was_in then
                        case when new_state = 'DECEASED' then 'DIED'
                             when new_state = 'AWAY' then 'LEFT'
                             when not new_here then 'MOVED_AWAY'
                             {out}
                             else 'OUT_UNKNOWN' end
                    else
                        case when s.person_id is null then 'FIRST_KNOWN'
                             when old_state = 'AWAY' then 'RETURNED'
                             when not old_here then 'MOVED_HERE'
                             {in}
                             else 'IN_UNKNOWN' end
                    end as reason
                from changed c
                left join seen s using (person_id)
                left join home h using (person_id)
                left join enterprise e using (person_id)
            )
            """;

    private static final String ASSISTANCE_OUT = """
            when new_state = 'ENTREPRENEUR' then 'REGISTERED'
            when new_state in {work} then 'OTHER_WORK'
            when old_home is distinct from new_home then 'LEFT_HOUSEHOLD'
            when true then 'ENDED'""";

    private static final String ASSISTANCE_IN = """
            when old_state = 'ENTREPRENEUR' then 'FROM_ENTREPRENEUR'
            when old_state in {work} then 'FROM_WORK'
            when old_home is distinct from new_home then 'JOINED_HOUSEHOLD'
            when true then 'BEGUN'""";

    // who lives here and is no entrepreneur has no ACTIVE registration
    private static final String ENTERPRISE_OUT = """
            when by_law then 'ENDED_BY_LAW'
            when is_suspended then 'SUSPENDED'
            when true then 'DEREGISTERED'""";

    private static final String ENTERPRISE_IN = """
            when was_suspended then 'RESUMED'
            when true then 'NEWLY_REGISTERED'""";

    private static final String OCCUPATION_OUT = """
            when new_state in {enterprise} then 'REGISTERED'
            when new_state = 'ASP' then 'ON_ASSISTANCE'
            when new_state in {work} then 'OTHER_WORK'
            when new_state in {no_work} then 'NO_WORK'""";

    private static final String OCCUPATION_IN = """
            when old_state in {enterprise} then 'FROM_ENTREPRENEUR'
            when old_state = 'ASP' then 'FROM_ASSISTANCE'
            when old_state in {work} then 'FROM_WORK'
            when old_state in {no_work} then 'FROM_NO_WORK'""";

    private ChangeSql() {}

    /** A text that goes on after the common table {@code placed}, with its parameters. */
    static Counted reasoned(Counted placed, StateFigure figure, MatrixQuestion question) {
        String first = "date '%s'".formatted(question.from());
        String last = "date '%s'".formatted(question.to());
        String text = REASONED.replace("{seen}", seen(first))
                .replace(
                        "{homes}",
                        Known.rows(
                                "membership", "f.person_id, f.household_id, f.valid_from, f.valid_to", "true" + THEIRS))
                .replace(
                        "{registrations}",
                        Known.rows(
                                "registration",
                                "f.person_id, f.status, f.reason, f.valid_from, f.valid_to",
                                "true" + THEIRS))
                .replace("{out}", out(figure))
                .replace("{in}", in(figure))
                .replace("{states}", StateFigure.inSql(figure.states()))
                .replace("{work}", StateFigure.inSql(WORK))
                .replace("{no_work}", StateFigure.inSql(NO_WORK))
                .replace("{enterprise}", StateFigure.inSql(ENTERPRISE))
                .replace("{first}", first)
                .replace("{last}", last);
        return new Counted(placed.sql() + text, placed.parameters());
    }

    private static String seen(String first) {
        String spell = "f.valid_from <= " + first + THEIRS;
        String rows = String.join(
                " union all ",
                Known.rows("membership", "f.person_id", spell),
                Known.rows("occupation", "f.person_id", spell),
                Known.rows("registration", "f.person_id", spell),
                Known.rows("enrolment", "f.person_id", spell),
                Known.rows("vital_event", "f.person_id", "f.on_date <= " + first + THEIRS));
        return "select distinct person_id from (" + rows + ") known_before";
    }

    private static String out(StateFigure figure) {
        return switch (figure) {
            case ASP_PERSONS -> ASSISTANCE_OUT;
            case ENTREPRENEURS -> ENTERPRISE_OUT;
            default -> OCCUPATION_OUT;
        };
    }

    private static String in(StateFigure figure) {
        return switch (figure) {
            case ASP_PERSONS -> ASSISTANCE_IN;
            case ENTREPRENEURS -> ENTERPRISE_IN;
            default -> OCCUPATION_IN;
        };
    }
}
