package kz.ruralincome.domain.intake;

import static java.util.stream.Collectors.joining;

import java.sql.SQLException;

/**
 * Finds what rows take back that name a person of whom two records were merged.
 *
 * <ul>
 *   <li>What came from the record of the row's IIN goes, under whatever key and in all pieces that the merge has left it.
 *   <li>Under the IIN of the kept record whatever stands goes, too: that is who the person is now.
 *   <li>Under the IIN of the merged one, what another record says, or both say, is not its to take back: the row is refused, and
 *       says which IIN to send.
 *   <li>What stood once and does not any more is unchanged, as of anybody.
 * </ul>
 *
 * <p>Rows in: those of the file that take something back of such people, against what merges made of their facts, some dozens.
 */
final class MergedRemovals {

    /** What each record said of these people before a merge, and what carries that on now, over all merges that stand. */
    private static final String CARRIED = """
            create temp table intake_carried on commit drop as
            with recursive merge as materialized (
                select id, rev, kept_id from person_merge
                where undone_rev is null
                  and kept_id in (select p.id from intake_said s join person_named p on p.iin = s.iin where s.remove)),
            carried as (
                select d.before_id as origin, b.person_id as record, d.before_id as fact_id
                from merge a
                join person_merge_fact d on d.merge_id = a.id and d.fact = '{table}'
                join {table} b on b.id = d.before_id and b.rev not in (select rev from merge)
                union
                select c.origin, c.record, d.after_id
                from carried c
                join person_merge_fact d on d.before_id = c.fact_id and d.fact = '{table}' and d.after_id is not null
                join merge a on a.id = d.merge_id)
            select distinct origin, record, fact_id from carried""";

    /** What stands and could be meant by a row: under its key, or left of what its record said under it. */
    private static final String MEANT = """
            create temp table intake_meant on commit drop as
            with said as materialized (
                select s.row_no, s.record, {key columns} from intake_said s{joins} where s.remove)
            select s.row_no, s.record, f.id
            from said s join {table} f on f.person_id = s.person_id and f.superseded_rev is null and {same key}
            union
            select s.row_no, s.record, f.id
            from said s
            join intake_carried c on c.record = s.record
            join {table} b on b.id = c.origin
            join person k on k.id = s.person_id
            join person r on r.id = s.record
            join {table} f on f.id = c.fact_id and f.person_id = s.person_id and f.superseded_rev is null
            where {said before}""";

    /** The records that say it: a list has named one since, or those whose facts it carries on, the kept one for its own. */
    private static final String SAYS = """
            create temp table intake_says on commit drop as
            with named as materialized (
                select n.fact_id, coalesce(max(a.merged_id) filter (where n.merged), max(a.kept_id)) as record
                from person_merge_named n join person_merge a on a.id = n.merge_id and a.undone_rev is null
                where n.fact = '{table}' and not n.removed and n.fact_id in (select id from intake_meant)
                group by n.fact_id)
            select fact_id as id, record from named
            union
            select c.fact_id, c.record from intake_carried c
            where c.fact_id in (select id from intake_meant) and c.fact_id not in (select fact_id from named)
            union
            select f.id, f.person_id from {table} f
            where f.id in (select id from intake_meant) and f.id not in (select fact_id from named)
              and f.rev not in (select rev from person_merge where undone_rev is null)""";

    /** What goes. Rows out: one each, for the first row that takes it back. */
    private static final String TAKEN = """
            create temp table intake_taken on commit drop as
            select min(m.row_no) as row_no, m.id
            from intake_meant m join {table} f using (id)
            where m.record = f.person_id
               or m.record in (select y.record from intake_says y where y.id = m.id)
              and not exists (select from intake_says o where o.id = m.id
                                and o.record not in (select w.record from intake_meant w where w.id = m.id))
            group by m.id""";

    /** A row for each of these; the verdict of one that says the same as a row above it under the same IIN stays. */
    private static final String JUDGED = """
            update intake_judged j
            set verdict = v.verdict, standing = v.standing
            from (select s.row_no, t.standing,
                      (case when t.standing is not null then 'r'
                            when exists (select from intake_meant m where m.row_no = s.row_no
                                           and m.id not in (select id from intake_taken)) then 'M'
                            when exists (select from intake_meant m where m.row_no = s.row_no) then 'u'
                            when exists (select from {table} b join intake_judged j on j.row_no = s.row_no
                                         join person k on k.id = j.person_id join person r on r.id = s.record
                                         where b.person_id in (s.record, j.person_id) and {stood once}) then 'u'
                            else 'K' end)::"char" as verdict
                  from intake_said s
                  left join (select row_no, min(id) as standing from intake_taken group by row_no) t using (row_no)
                  where s.remove) v
            where j.row_no = v.row_no and j.verdict in ('r', 'K', 'D', 'u') and not (j.verdict = 'u' and j.standing is not null)
              and not exists (select from intake_said a join intake_said b on b.iin = a.iin and b.remove and b.row_no < a.row_no
                              join intake_judged k on k.row_no = b.row_no
                              where a.row_no = j.row_no and {same row})""";

    private final Sql sql;
    private final ListFormat format;
    private final Judging judging;

    MergedRemovals(Sql sql, ListFormat format, Judging judging) {
        this.sql = sql;
        this.format = format;
        this.judging = judging;
    }

    /** Finds into {@code intake_taken (row_no, id)} what rows of {@code intake_said} take back. */
    void find() throws SQLException {
        sql.run(CARRIED.replace("{table}", format.table()));
        sql.run(MEANT.replace(
                        "{key columns}",
                        format.keys()
                                .map(column -> judging.expression(column) + " as " + column.target())
                                .collect(joining(", ")))
                .replace("{joins}", judging.subjectJoins())
                .replace("{same key}", same("f", "s"))
                .replace("{said before}", ofTheKept(same("b", "s")))
                .replace("{table}", format.table()));
        sql.run(SAYS.replace("{table}", format.table()));
        sql.run(TAKEN.replace("{table}", format.table()));
    }

    /** Turns the verdicts of these rows; what is left beside the first piece gives way with the row. */
    void judge() throws SQLException {
        sql.run(JUDGED.replace("{stood once}", ofTheKept(same("b", "j")))
                .replace("{same row}", same("k", "j"))
                .replace("{table}", format.table()));
        sql.run("""
                insert into intake_left select t.row_no, t.id from intake_taken t
                join intake_judged j on j.row_no = t.row_no and j.verdict = 'r' and j.standing <> t.id""");
    }

    /** A registration under the own IIN of a record is one under that of the record that it was merged into. */
    private static String ofTheKept(String condition) {
        return condition.replace(
                "b.registration_no",
                "case when b.registration_no = r.iin::text then k.iin::text else b.registration_no end");
    }

    private String same(String left, String right) {
        return format.keys()
                .map(Column::target)
                .filter(target -> !target.equals("person_id"))
                .map(target -> left + "." + target + " is not distinct from " + right + "." + target)
                .collect(joining(" and ", "true and ", ""));
    }
}
