package kz.ruralincome.domain.intake;

import static java.util.stream.Collectors.joining;

import java.sql.SQLException;
import java.util.Comparator;
import kz.ruralincome.domain.intake.ListFormat.Subject;

/**
 * Judges the staged rows against what stands, set by set, into the temporary table {@code intake_judged}: one line a row
 * that is right in form, with the ids of its subjects, the version that stands under its key, and a verdict.
 */
final class Judging {

    /** Verdicts: small letters go in or change nothing, capitals are errors. */
    static final String NEW = "n";

    static final String CHANGED = "c";
    static final String REMOVED = "r";
    static final String UNCHANGED = "u";
    static final String SETTLED = "s";
    static final String NO_HOUSEHOLD = "H";
    static final String NO_PARENT = "P";
    static final String NOT_IN_REACH = "T";
    static final String TWICE = "D";
    static final String NEVER_STOOD = "K";
    static final String CLASH = "X";
    static final String OF_ANOTHER_RECORD = "M";

    /** A further column: whether the staged row {@code s} is settled. */
    static final String IS_SETTLED = ", s.row_no in (select row_no from intake_settled) as settled";

    private final Sql sql;
    private final ListFormat format;
    private boolean settled;

    Judging(Sql sql, ListFormat format) {
        this.sql = sql;
        this.format = format;
    }

    /** Finds or numbers the subjects that the file brings itself; they are written when the rows are. */
    void numberNewcomers(boolean dryRun) throws SQLException {
        if (has("iin")) {
            sql.run("""
                    create temp table intake_person on commit drop as
                    select iin, %s as id
                    from (select distinct s.iin from intake_stage s
                          where s.error is null and not s.remove
                            and not exists (select from person p where p.iin = s.iin)) newcomers""".formatted(number("person", dryRun)));
        }
        if (format.subject() == Subject.HOUSEHOLD && format.name().equals("households")) {
            sql.run("""
                    create temp table intake_household on commit drop as
                    select household_no, %s as id
                    from (select distinct s.household_no from intake_stage s
                          where s.error is null and not s.remove
                            and not exists (select from household h where h.household_no = s.household_no)) newcomers""".formatted(number("household", dryRun)));
        }
    }

    /** A dry run must not use up ids of the register. */
    private static String number(String table, boolean dryRun) {
        return dryRun
                ? "-row_number() over ()::integer"
                : "nextval(pg_get_serial_sequence('%s', 'id'))::integer".formatted(table);
    }

    boolean has(String stageColumn) {
        return format.columns().stream().anyMatch(c -> Staging.name(c).equals(stageColumn));
    }

    /**
     * Ids of persons and households beside the staged row {@code s}; unknown ones are null. The IIN of a record that was merged
     * into another names that one.
     */
    String subjectJoins() {
        StringBuilder joins = new StringBuilder();
        if (has("iin")) {
            joins.append("""

                    left join person_named p on p.iin = s.iin
                    left join intake_person np on np.iin = s.iin""");
        }
        if (has("household_no")) {
            joins.append(format.name().equals("households") ? """

                            left join household h on h.household_no = s.household_no
                            left join intake_household nh on nh.household_no = s.household_no""" : """

                            left join (select k.id, k.household_no from household k
                                       where exists (select from locality l
                                                     where l.household_id = k.id and l.superseded_rev is null)) h
                              on h.household_no = s.household_no""");
        }
        return joins.toString();
    }

    /** Leaves out of what is judged the rows that a merge has settled, if there are any. */
    void leaveOut(boolean found) {
        settled = found;
    }

    boolean leavesOut() {
        return settled;
    }

    /** With what a statement goes on where rows are settled; else it is the shorter one, and costs nothing more. */
    String ifSettled(String more) {
        return settled ? more : "";
    }

    /** How a column of the facts is had from the staged row and its joins. */
    String expression(Column column) {
        return switch (column.target()) {
            case "person_id" -> "coalesce(p.id, np.id)";
            case "household_id" -> format.name().equals("households") ? "coalesce(h.id, nh.id)" : "h.id";
            case "registration_no" -> OWN_NUMBER;
            default -> "s." + column.target();
        };
    }

    /** Who is registered under the own IIN is so under that of the record that it leads to. */
    private static final String OWN_NUMBER = """
            case when p.merge_id is not null and s.registration_no = s.iin
                 then (select k.iin::text from person k where k.id = p.id) else s.registration_no end""";

    void judge(boolean withRemovals) throws SQLException {
        // the subject first: rows of one subject then lie together where they are looked for and written
        String key = format.keys()
                .map(Column::target)
                .sorted(Comparator.comparing(c -> !c.equals(format.subject().column())))
                .collect(joining(", "));
        String sameKey = format.keys()
                .map(c -> c.nullable()
                        ? "f.%1$s is not distinct from s.%1$s".formatted(c.target())
                        : "f.%1$s = s.%1$s".formatted(c.target()))
                .collect(joining(" and "));
        String sameValues = format.values()
                .map(c -> "f.%1$s is not distinct from s.%1$s".formatted(c.target()))
                .collect(joining(" and "));
        String sameButItsEnd = format.values()
                .filter(c -> !c.target().equals("valid_to"))
                .map(c -> "f.%1$s is not distinct from s.%1$s".formatted(c.target()))
                .collect(joining(" and "));
        String shift = format.hasSpells()
                ? "case when f.id is not null%s then case when s.valid_to < f.valid_to then -1 when s.valid_to > f.valid_to then 1 end end"
                        .formatted(sameButItsEnd.isEmpty() ? "" : " and " + sameButItsEnd)
                : "null::integer";
        sql.run("""
                create temp table intake_judged on commit drop as
                select j.*, (case
                    when %9$s then 'H'%11$s
                    when nth > 1 then 'D'
                    when remove and standing is null then 'K'
                    when remove and restated then 'u'
                    when remove then 'r'
                    when standing is null then 'n'
                    when same then 'u'
                    else 'c' end)::"char" as verdict
                from (select s.row_no, s.remove, %2$s, f.id as standing,
                             f.id is not null and %5$s as same, %10$s as shift,
                             row_number() over (partition by %6$s order by s.row_no) as nth,
                             %7$s as restated%12$s
                      from (select s.row_no, s.remove, %8$s%13$s from intake_stage s%1$s where s.error is null) s
                      left join %3$s f on f.superseded_rev is null and %4$s%14$s) j""".formatted(
                        subjectJoins(),
                        format.columns().stream().map(c -> "s." + c.target()).collect(joining(", ")),
                        format.table(),
                        sameKey,
                        sameValues.isEmpty() ? "true" : sameValues,
                        prefixed("s.", key) + (withRemovals ? ", s.remove" : "") + ifSettled(", s.settled"),
                        withRemovals
                                ? "bool_or(not s.remove and f.id is not null and "
                                        + (sameValues.isEmpty() ? "true" : sameValues) + ") over (partition by "
                                        + prefixed("s.", key) + ")"
                                : "false",
                        format.columns().stream()
                                .map(c -> expression(c) + " as " + c.target())
                                .collect(joining(", ")),
                        has("household_no") ? "household_id is null" : "false",
                        shift,
                        ifSettled(" when settled then 's'"),
                        ifSettled(", s.settled"),
                        ifSettled(IS_SETTLED),
                        ifSettled(" and not s.settled")));
        if (withRemovals) {
            sql.run("""
                    update intake_judged j set verdict = 'u'
                    where verdict = 'K' and exists (select from %s f where %s)""".formatted(format.table(), sameKey.replace("s.", "j.")));
            if (settled) {
                new MergedRemovals(sql, format, this).judge();
            }
        }
        if (format.name().equals("territories")) {
            refuseOrphans();
            refuseCircles();
        }
    }

    /** A parent must stand, or come with this file; whoever hangs on a refused row is refused with it. */
    private void refuseOrphans() throws SQLException {
        while (sql.run("""
                update intake_judged j set verdict = 'P'
                where verdict in ('n', 'c') and parent is not null
                  and not exists (select from intake_judged o
                                  where o.unit_id = j.parent and o.verdict in ('n', 'c', 'u') and not o.remove)
                  and not exists (select from territory f
                                  where f.unit_id = j.parent and f.superseded_rev is null
                                    and f.id not in (select standing from intake_judged where verdict = 'r'))""") > 0) {
            // one level of the tree each time
        }
    }

    /** Nobody lies in themselves, at any time, by however many steps; rows in: the file's and those that stand. */
    private void refuseCircles() throws SQLException {
        sql.run("""
                with recursive tree as (
                    select unit_id, parent, valid_from, valid_to from intake_judged where verdict in ('n', 'c')
                    union all
                    select f.unit_id, f.parent, f.valid_from, f.valid_to from territory f
                    where f.superseded_rev is null
                      and f.id not in (select standing from intake_judged where verdict in ('r', 'c'))
                ),
                upwards as (
                    select row_no, unit_id, parent as above, valid_from, valid_to
                    from intake_judged where verdict in ('n', 'c') and parent is not null
                    union
                    select u.row_no, u.unit_id, t.parent, greatest(u.valid_from, t.valid_from),
                        least(u.valid_to, t.valid_to)
                    from upwards u
                    join tree t on t.unit_id = u.above and t.valid_from < u.valid_to and t.valid_to > u.valid_from
                    where u.above <> u.unit_id and t.parent is not null
                )
                update intake_judged j set verdict = 'C'
                where row_no in (select row_no from upwards where above = unit_id)""");
        refuseOrphans();
    }

    private static String prefixed(String prefix, String columns) {
        return prefix + columns.replace(", ", ", " + prefix);
    }
}
