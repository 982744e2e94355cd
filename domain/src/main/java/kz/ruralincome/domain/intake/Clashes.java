package kz.ruralincome.domain.intake;

import static java.util.stream.Collectors.joining;

import java.sql.SQLException;

/**
 * Finds the subjects for whom two spells would stand at once after the load. None of the file's rows on such a subject
 * goes in. Before that, spells that a snapshot only supposed give way to the dated rows that overlap them.
 */
final class Clashes {

    private final Sql sql;
    private final ListFormat format;
    private final boolean leavesOut;

    /** @param leavesOut whether {@link SettledRows} has found any */
    Clashes(Sql sql, ListFormat format, boolean leavesOut) {
        this.sql = sql;
        this.format = format;
        this.leavesOut = leavesOut;
    }

    /** Fills {@code intake_cut} and turns the verdict of rows that cannot stand. */
    void resolve() throws SQLException {
        if (format.oneAtATime().isEmpty()) {
            return;
        }
        if (format.takesSnapshots()) {
            cutSuppositions();
        }
        find();
        if (sql.any("select from intake_clash limit 1")) {
            refuse();
        }
    }

    /** A supposed spell ends where the first dated row that overlaps it begins, or is taken back. */
    private void cutSuppositions() throws SQLException {
        sql.run("""
                create temp table intake_cut on commit drop as
                select f.id, min(j.valid_from) as valid_to
                from %s f
                join intake_judged j on %s and j.verdict in ('n', 'c') and j.standing is distinct from f.id
                 and j.valid_from < f.valid_to and j.valid_to > f.valid_from
                where f.superseded_rev is null and f.by_snapshot
                  and not exists (select from intake_judged r where r.standing = f.id)
                group by f.id""".formatted(format.table(), same("f", "j")));
    }

    private String same(String left, String right) {
        return format.oneAtATime().stream()
                .map(c -> left + "." + c + " = " + right + "." + c)
                .collect(joining(" and "));
    }

    private void find() throws SQLException {
        String subject = format.subject().column();
        String group = String.join(", ", format.oneAtATime());
        String cut = (format.takesSnapshots() ? "and not exists (select from intake_cut k where k.id = f.id)" : "")
                + (leavesOut ? " and f.id not in (%s)".formatted(SettledRows.GIVES_WAY) : "");
        sql.run("""
                create temp table intake_clash on commit drop as
                with touched as materialized (
                    select distinct %2$s as subject from intake_judged where verdict in ('n', 'c')),
                final as (
                    select %3$s, valid_from, valid_to, row_no, null::bigint as standing
                    from intake_judged
                    where not remove and verdict in ('n', 'c', 'u') and %2$s in (select subject from touched)
                    union all
                    select %3$s, valid_from, valid_to, null, id
                    from %1$s f
                    where superseded_rev is null and %2$s in (select subject from touched)
                      and not exists (select from intake_judged r
                                      where r.standing = f.id and r.verdict in ('c', 'r', 'u'))
                      %4$s)
                select %2$s as subject, row_no, standing, other_row, other_standing
                from (select *, lag(valid_to) over spells as other_to, lag(row_no) over spells as other_row,
                             lag(standing) over spells as other_standing
                      from final
                      window spells as (partition by %3$s order by valid_from, valid_to, row_no)) s
                where other_to > valid_from""".formatted(format.table(), subject, group, cut));
    }

    /** Every row says which other one is in its way; a row that is itself free names one of the pair. */
    private void refuse() throws SQLException {
        String subject = format.subject().column();
        sql.run("""
                create temp table intake_refused on commit drop as
                with pairs as (
                    select subject, row_no, other_row, other_standing from intake_clash where row_no is not null
                    union all
                    select subject, other_row, row_no, standing from intake_clash where other_row is not null)
                select distinct on (j.row_no) j.row_no,
                       case when p.row_no = j.row_no then p.other_row else p.row_no end as other_row,
                       case when p.row_no = j.row_no then p.other_standing end as other_standing
                from intake_judged j
                join pairs p on p.subject = j.%s
                where j.verdict in ('n', 'c', 'r', 'u', 's')
                order by j.row_no, p.row_no = j.row_no desc, p.row_no""".formatted(subject));
        sql.run("""
                update intake_judged j set verdict = 'X' from intake_refused r where r.row_no = j.row_no""");
        if (format.takesSnapshots()) {
            sql.run("""
                    delete from intake_cut k using %s f
                    where f.id = k.id and f.%2$s in (select %2$s from intake_judged where verdict = 'X')""".formatted(format.table(), subject));
        }
    }
}
