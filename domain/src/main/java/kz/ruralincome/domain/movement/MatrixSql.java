package kz.ruralincome.domain.movement;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.movement.SpellSql.Reach;
import kz.ruralincome.domain.register.Known;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.domain.shared.Sql;

/**
 * The people of a matrix in SQL: the common table {@code placed (person_id, iin, old_state, new_state, old_here, new_here)},
 * a row for each person of the population with a timeline, and after it {@code counted (person_id, iin, old_state,
 * new_state)}, a row for each person in a cell, with null for ELSEWHERE. Text and parameters are made together, in one
 * order.
 */
final class MatrixSql {

    private static final String OF_LAST_RUN = """
            select person_id, iin, birth_date, sex,
                units[width_bucket(first, borders)] as old_unit, states[width_bucket(first, borders)] as old_state,
                units[width_bucket(last, borders)] as new_unit, states[width_bucket(last, borders)] as new_state
            from timeline cross join (select ?::date, ?::date) asked (first, last)""";

    private static final String OF_THE_FACTS = """
            select t.*, p.iin, %s
            from (%s) t
            join person p on p.id = t.person_id
            left join (%s) l on %s""";

    private static final String PLACED = """
            with %s,
            two_days as (%s),
            placed as (
                select person_id, iin, coalesce(old_state, 'UNKNOWN') as old_state,
                    coalesce(new_state, 'UNKNOWN') as new_state, %s as old_here, %s as new_here
                from two_days t
                where %s
            )""";

    private static final String COUNTED = """
            ,
            counted as (
                select person_id, iin, old_state, new_state
                from (select person_id, iin, case when old_here then old_state end as old_state,
                          case when new_here then new_state end as new_state
                      from placed where old_here or new_here) p
                where (coalesce(old_state, 'UNKNOWN') <> 'UNKNOWN' or coalesce(new_state, 'UNKNOWN') <> 'UNKNOWN')
                  and (old_state is distinct from new_state or old_state not in ('DECEASED', 'AWAY'))
            )
            """;

    private static final String PENSION_AGE = "with " + Known.CTE + """
            select round(f.value * 12)::int
            from parameter f
            where f.name = ? and f.unit_id is null and f.valid_from <= ? and %s
            order by f.valid_from desc
            limit 1""".formatted(Known.visible("f"));

    private final Connection connection;
    private final OffsetDateTime moment;
    private final LocalDate first;
    private final LocalDate last;
    private final List<Object> parameters = new ArrayList<>();

    private MatrixSql(Connection connection, OffsetDateTime moment, LocalDate first, LocalDate last) {
        this.connection = connection;
        this.moment = moment;
        this.first = first;
        this.last = last;
    }

    /** A text that begins with the common tables, and its parameters. */
    record Counted(String sql, List<Object> parameters) {

        /** The parameters followed by those of the rest of the statement. */
        Object[] and(Object... more) {
            List<Object> all = new ArrayList<>(parameters);
            all.addAll(java.util.Arrays.asList(more));
            return all.toArray();
        }
    }

    /**
     * Who is counted.
     *
     * @param isOfLastRun whether the moment is the one of the last run, whose timelines then serve
     * @param place where they live on one of the dates
     */
    static Counted counted(
            Connection connection, MatrixQuestion question, OffsetDateTime moment, boolean isOfLastRun, Place place)
            throws SQLException {
        Counted placed = placed(connection, question, moment, isOfLastRun, place);
        return new Counted(placed.sql() + COUNTED, placed.parameters());
    }

    /** The same without the table {@code counted}. */
    static Counted placed(
            Connection connection, MatrixQuestion question, OffsetDateTime moment, boolean isOfLastRun, Place place)
            throws SQLException {
        var sql = new MatrixSql(connection, moment, question.from(), question.to());
        return sql.placed(question.population(), isOfLastRun, place);
    }

    /** Where people have to live. Units: empty for everyone; null: it is not known where. */
    record Place(Optional<Integer[]> units, boolean isNowhere) {

        static final Place EVERYWHERE = new Place(Optional.empty(), false);
        static final Place NOWHERE = new Place(Optional.empty(), true);

        private String holds(String unit, List<Object> parameters) {
            if (isNowhere) {
                return unit + " is null";
            }
            units.ifPresent(parameters::add);
            return units.isEmpty() ? "true" : "coalesce(" + unit + " = any (?), false)";
        }
    }

    private Counted placed(Population population, boolean isOfLastRun, Place place) throws SQLException {
        parameters.add(moment);
        String twoDays = isOfLastRun ? ofLastRun() : ofTheFacts(population);
        String oldHere = place.holds("old_unit", parameters);
        String newHere = place.holds("new_unit", parameters);
        String text = PLACED.formatted(Known.CTE, twoDays, oldHere, newHere, condition(population));
        return new Counted(text, parameters);
    }

    private String ofLastRun() {
        parameters.add(first);
        parameters.add(last);
        return OF_LAST_RUN;
    }

    private String ofTheFacts(Population population) {
        parameters.addAll(List.of(moment, first, last, moment));
        String aged = population == Population.WORKING_AGE ? "l.person_id = t.person_id" : "false";
        return OF_THE_FACTS.formatted(
                ListedSql.born("l", "p"), MovementSql.twoDays(), ListedSql.listed(Reach.ALL), aged);
    }

    private String condition(Population population) throws SQLException {
        return switch (population) {
            case ALL -> "true";
            case WORKING_AGE -> {
                parameters.addAll(List.of(last, pensionAge("PENSION_AGE_MEN"), pensionAge("PENSION_AGE_WOMEN"), last));
                yield """
                        t.birth_date + interval '18 years' <= ?
                        and t.birth_date + make_interval(months => case t.sex when 'M' then ? when 'F' then ? end) > ?""";
            }
            case ENROLLED -> "t.person_id in (" + Known.rows("enrolment", "f.person_id", covered()) + ")";
            case BORROWERS -> "t.person_id in (" + Known.rows("loan_version", "f.person_id", borrowed()) + ")";
        };
    }

    private String covered() {
        // once in each half of the rows; dates, so they can stand in the text
        return "f.valid_from <= date '%s' and f.valid_to > date '%s'".formatted(last, first);
    }

    private String borrowed() {
        return "f.tranche_on[1] <= date '%s'".formatted(last); // the first day on which money was handed over
    }

    private int pensionAge(String name) throws SQLException {
        return Sql.first(connection, Integer.class, PENSION_AGE, moment, name, last)
                .orElseThrow(() -> new RuleViolation("movement.parameter-missing", name, last.toString()));
    }
}
