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
 *       key, or took it back, unless that load was withdrawn.
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

    private static final String MERGES = "select from person_merge where undone_rev is null limit 1";

    private static final String SAID = """
            create temp table intake_said on commit drop as
            with twofold as materialized (
                select id, iin from person
                where id in (select kept_id from person_merge where undone_rev is null
                             union all select merged_id from person_merge where undone_rev is null))
            select s.*, t.id as record from intake_stage s join twofold t on t.iin = s.iin
            where s.error is null and not s.remove""";

    private static final String SETTLED = """
            create temp table intake_settled on commit drop as
            with said as materialized (
                select s.row_no, s.record, p.merge_id, {columns} from intake_said s{joins}),
            settled as materialized (
                select s.row_no
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
                                      where w.rev = case when n.removed then f.superseded_rev else f.rev end)))
            select row_no from settled
            union
            select s.row_no from said s join said b on b.person_id = s.person_id and b.record <> s.record
             and b.row_no < s.row_no and {said above}
            where b.row_no not in (select row_no from settled)""";

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
     * Gives whether there are any.
     *
     * @param snapshot the day of which the list says who holds; null: its rows have days of their own
     * @param present the headings that the file has
     */
    boolean find(LocalDate snapshot, List<String> present) throws SQLException {
        if (!judging.has("iin") || !sql.any(MERGES)) {
            return false;
        }
        sql.run(SAID);
        if (!sql.any("select from intake_said limit 1")) {
            return false;
        }
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
        sql.run(SETTLED.replace("{columns}", columns())
                .replace("{joins}", judging.subjectJoins())
                .replace("{said before}", same(all, "b", "s").replace("b.registration_no", OWN_NUMBER) + covers)
                .replace("{said above}", same(all, "b", "s"))
                .replace("{whole}", same(own(targets().filter(c -> !c.equals("registration_no"))), "t", "b"))
                .replace("{same key}", same(key, "f", "s"))
                .replace("{table}", format.table()));
        return sql.any("select from intake_settled limit 1");
    }

    private String columns() {
        return format.columns().stream()
                .map(column -> judging.expression(column) + " as " + column.target())
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
