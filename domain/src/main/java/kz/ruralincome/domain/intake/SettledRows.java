package kz.ruralincome.domain.intake;

import static java.util.stream.Collectors.joining;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the rows of a file that a merge of two records has settled, into {@code intake_settled}. Whoever keeps the list knows
 * nothing of the merge and goes on sending both IINs, as the two records were.
 *
 * <ul>
 *   <li>A row is settled that says what the record of its IIN said when a merge let another fact hold in its place, on all
 *       its days or on some: it is known, and decided. That ends once a list has said under this IIN something else of that
 *       key, or took it back, unless that load was withdrawn; and once nothing stands of what held in its place, as when
 *       that was taken back, by this file too. Then the row goes in, and what the merge had left of it gives way to it.
 *   <li>So is one that says what a row above it says of the same person under another IIN.
 * </ul>
 *
 * <p>A settled row changes nothing and is in no other row's way; whatever else a row says under either IIN is judged as any.
 * Rows of a page are never settled: there a coordinator may say again what a merge did not let hold.
 *
 * <p>Rows in: those of the file, once, against the records of merges that stand, some dozens; rows out: as many at most as the
 * file has of these. Without a merge it is one look at an empty index.
 */
final class SettledRows {

    /** What gives way to rows that go in, or is taken back beside what stands under their key. */
    static final String GIVES_WAY =
            "select l.id from intake_left l join intake_judged j using (row_no) where j.verdict in ('n', 'c', 'r')";

    private static final String MERGES = "select from person_merge where undone_rev is null limit 1";

    private static final String SAID = """
            create temp table intake_said on commit drop as
            with twofold as materialized (
                select id, iin from person
                where id in (select kept_id from person_merge where undone_rev is null
                             union all select merged_id from person_merge where undone_rev is null))
            select s.*, t.id as record from intake_stage s join twofold t on t.iin = s.iin
            where s.error is null""";

    /** What is taken back by the file, and not said again in it. */
    private static final String GONE = """
            create temp table intake_gone on commit drop as
            with said as materialized (
                select {key columns} from intake_said s{joins} where not s.remove)
            select t.id from intake_taken t join {table} f using (id)
            where not exists (select from said s where s.person_id = f.person_id and {same key})""";

    /** The rows that say what a merge did not let hold, and whether something stands in its place. */
    private static final String KNOWN = """
            create temp table intake_known on commit drop as
            with said as materialized (
                select s.row_no, s.record, p.merge_id, {columns} from intake_said s{joins} where not s.remove)
            select s.row_no, a.id as merge_id, a.rev, b.id as before_id,
                exists (select from {table} w
                        where w.person_id = a.kept_id and w.superseded_rev is null and {in its place}
                          and w.id not in (select id from intake_gone)) as stands
            from said s
            join person_merge a on a.kept_id = s.person_id and a.undone_rev is null
            join person_merge_fact d on d.merge_id = a.id and d.fact = '{table}'
            join {table} b on b.id = d.before_id
             and (b.person_id = s.record or b.person_id = s.person_id and a.id > s.merge_id)
            where {said before}
              and not exists (select from {table} t where t.id = d.after_id and t.rev = a.rev and {whole})
              and not exists (
                select from person_merge_named n join {table} f on f.id = n.fact_id
                where n.merge_id = a.id and n.fact = '{table}' and n.merged = (b.person_id = a.merged_id) and {same key}
                  and not exists (select from revision_undone w
                                  where w.rev = case when n.removed then f.superseded_rev else f.rev end))""";

    private static final String SETTLED = """
            create temp table intake_settled on commit drop as
            with said as materialized (
                select s.row_no, s.record, {columns} from intake_said s{joins} where not s.remove)
            select row_no from intake_known where stands
            union
            select s.row_no from said s join said b on b.person_id = s.person_id and b.record <> s.record
             and b.row_no < s.row_no and {said above}
            where b.row_no not in (select row_no from intake_known where stands)""";

    /** What a merge has left of facts of which rows go in again, whole. */
    private static final String LEFT = """
            create temp table intake_left on commit drop as
            select distinct k.row_no, t.id
            from intake_known k
            join person_merge_fact e on e.merge_id = k.merge_id and e.fact = '{table}' and e.before_id = k.before_id
            join {table} t on t.id = e.after_id and t.rev = k.rev and t.superseded_rev is null
            where k.row_no not in (select row_no from intake_settled)""";

    /** On days that the merge has left nothing of: what it has left of a fact is that fact itself. */
    private static final String ON_ITS_DAYS = """
             daterange(w.valid_from, w.valid_to)
                 && (datemultirange(daterange(b.valid_from, b.valid_to))
                     - coalesce((select range_agg(daterange(t.valid_from, t.valid_to))
                                 from person_merge_fact e join {table} t on t.id = e.after_id and t.rev = a.rev
                                 where e.merge_id = a.id and e.fact = '{table}' and e.before_id = b.id), '{}'))""";

    /** A registration under the own IIN of a record is one under that of the record that it was merged into. */
    private static final String OWN_NUMBER = """
            case when b.registration_no = (select o.iin::text from person o where o.id = b.person_id)
                 then (select k.iin::text from person k where k.id = a.kept_id) else b.registration_no end""";

    private final Sql sql;
    private final ListFormat format;
    private final Judging judging;

    SettledRows(Sql sql, ListFormat format, Judging judging) {
        this.sql = sql;
        this.format = format;
        this.judging = judging;
    }

    /**
     * Finds them, and into {@code intake_left} what gives way to rows that are settled no longer.
     *
     * @param snapshot the day of which the list says who holds; null: its rows have days of their own
     * @param present the headings that the file has
     * @return whether there are any of the one or the other
     */
    boolean find(LocalDate snapshot, List<String> present) throws SQLException {
        if (!judging.has("iin") || !sql.any(MERGES)) {
            return false;
        }
        sql.run(SAID);
        if (!sql.any("select from intake_said limit 1")) {
            return false;
        }
        new MergedRemovals(sql, format, judging).find();
        List<String> key =
                snapshot == null ? own(format.keys().map(Column::target)) : own(format.snapshotOf().stream());
        List<String> values = format.values()
                .filter(column ->
                        snapshot == null || !column.target().equals("valid_to") && present.contains(column.name()))
                .map(Column::target)
                .toList();
        List<String> all = Stream.of(key, values).flatMap(List::stream).toList();
        String covers =
                snapshot == null ? "" : " and b.valid_from <= '%1$s' and b.valid_to > '%1$s'".formatted(snapshot);
        sql.run(GONE.replace("{key columns}", columns(format.keys()))
                .replace("{joins}", judging.subjectJoins())
                .replace("{same key}", same(own(format.keys().map(Column::target)), "f", "s"))
                .replace("{table}", format.table()));
        sql.run(KNOWN.replace("{columns}", columns(format.columns().stream()))
                .replace("{joins}", judging.subjectJoins())
                .replace("{in its place}", inItsPlace(snapshot))
                .replace("{said before}", ofTheKept(same(all, "b", "s")) + covers)
                .replace("{whole}", same(own(targets().filter(c -> !c.equals("registration_no"))), "t", "b"))
                .replace("{same key}", same(key, "f", "s"))
                .replace("{table}", format.table()));
        sql.run(SETTLED.replace("{columns}", columns(format.columns().stream()))
                .replace("{joins}", judging.subjectJoins())
                .replace("{said above}", same(all, "b", "s")));
        // a snapshot says nothing of other days than its own: whatever is left then stays
        sql.run(LEFT.replace("{table}", format.table()) + (snapshot == null ? "" : " and false"));
        return sql.any(
                "select from intake_settled union all select from intake_left union all select from intake_said where remove limit 1");
    }

    /** Whether the fact {@code w} of the kept record holds where {@code b} of one of the records did. */
    private String inItsPlace(LocalDate snapshot) {
        if (snapshot != null) {
            return ofTheKept(same(own(format.snapshotOf().stream()), "w", "b"))
                    + " and w.valid_from <= '%1$s' and w.valid_to > '%1$s'".formatted(snapshot);
        }
        if (!format.oneAtATime().isEmpty()) {
            return ofTheKept(same(own(format.oneAtATime().stream()), "w", "b")) + " and " + ON_ITS_DAYS;
        }
        String sameKey = same(own(format.keys().map(Column::target)), "w", "b");
        return format.table().equals("vital_event")
                ? "(" + sameKey + " or w.kind = 'DIED' and b.kind = 'DIED')" // nobody dies on two days
                : sameKey;
    }

    private static String ofTheKept(String condition) {
        return condition.replace("b.registration_no", OWN_NUMBER);
    }

    private String columns(Stream<Column> columns) {
        return columns.map(column -> judging.expression(column) + " as " + column.target())
                .collect(joining(", "));
    }

    private Stream<String> targets() {
        return format.columns().stream().map(Column::target);
    }

    private static List<String> own(Stream<String> targets) {
        return targets.filter(target -> !target.equals("person_id")).toList();
    }

    private static String same(List<String> columns, String left, String right) {
        return Stream.concat(
                        Stream.of("true"),
                        columns.stream()
                                .map(column -> left + "." + column + " is not distinct from " + right + "." + column))
                .collect(joining(" and "));
    }
}
