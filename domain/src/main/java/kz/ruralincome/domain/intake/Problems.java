package kz.ruralincome.domain.intake;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import kz.ruralincome.domain.intake.ListFormat.Subject;

/** Keeps the findings of a load. */
final class Problems {

    private final Sql sql;
    private final UUID load;

    Problems(Sql sql, UUID load) {
        this.sql = sql;
        this.load = load;
    }

    /** Findings of an earlier attempt at the same load are of no interest any more. */
    void clear() throws SQLException {
        sql.run("delete from load_problem where load_id = ?", load);
    }

    void ofTheFile(boolean error, String column, String code, List<String> args) throws SQLException {
        sql.run("""
                insert into load_problem (load_id, seq, severity, row_no, column_name, code, args)
                select ?, coalesce(max(seq), 0) + 1, ?, 0, ?, ?, to_jsonb(?::text[])
                from load_problem where load_id = ?""", load, error ? "ERROR" : "WARNING", column, code, args.toArray(String[]::new), load);
    }

    void staged() throws SQLException {
        sql.run("""
                insert into load_problem (load_id, seq, severity, row_no, column_name, code, args, value)
                select ?, row_number() over (), case when error then 'ERROR' else 'WARNING' end, row_no, column_name,
                       code, args, shown
                from intake_stage where error is not null""", load);
    }

    void judged(ListFormat format) throws SQLException {
        String subject = subjectColumn(format);
        String shown = subject == null ? "null" : "s." + subject;
        sql.run(
                """
                insert into load_problem (load_id, seq, severity, row_no, column_name, code, args, value)
                select ?, (select coalesce(max(seq), 0) from load_problem where load_id = ?) + row_number() over (),
                       'ERROR', j.row_no,
                       case j.verdict when 'H' then 'household_no' when 'P' then 'parent' when 'C' then 'parent' else ? end,
                       case j.verdict when 'H' then 'household.unknown' when 'P' then 'kato.unknown' when 'C' then 'parent.cycle'
                           when 'T' then 'row.territory' when 'D' then 'row.duplicate' when 'K' then 'row.unknown'
                           when 'X' then 'row.overlap' when 'M' then 'row.merged-removal' end,
                       case j.verdict when 'X' then %2$s else '[]'::jsonb end,
                       case j.verdict when 'H' then %3$s when 'P' then %4$s when 'C' then %4$s else %1$s end
                from intake_judged j
                join intake_stage s on s.row_no = j.row_no and s.error is null%5$s
                where j.verdict in ('H', 'P', 'C', 'T', 'D', 'K', 'X', 'M')""".formatted(
                                shown,
                                clashArguments(format),
                                format.columns().stream().anyMatch(c -> c.name().equals("household_no"))
                                        ? "s.household_no"
                                        : "null",
                                format.name().equals("territories") ? "s.parent::text" : "null",
                                clashJoin(format)),
                load,
                load,
                subject == null ? null : heading(format));
    }

    /** Rows that say what a merge has decided on: known, and told of, so that nobody wonders why nothing came of them. */
    void settled() throws SQLException {
        sql.run("""
                insert into load_problem (load_id, seq, severity, row_no, column_name, code, args, value)
                select ?, (select coalesce(max(seq), 0) from load_problem where load_id = ?) + row_number() over (),
                       'WARNING', j.row_no, 'iin', 'row.merged', '[]', s.iin
                from intake_judged j
                join intake_settled using (row_no)
                join intake_stage s on s.row_no = j.row_no and s.error is null
                where j.verdict = 's'""", load, load);
    }

    private boolean clashes;

    /** Whether some rows were refused because spells would overlap, so that the other one is to be named. */
    Problems withClashes(boolean found) {
        clashes = found;
        return this;
    }

    private String clashArguments(ListFormat format) {
        return clashes ? """
                case when x.other_row is not null then jsonb_build_array('row', x.other_row::text)
                     else jsonb_build_array('load', coalesce(l.id::text, '')) end""" : "'[]'::jsonb";
    }

    private String clashJoin(ListFormat format) {
        return clashes ? """

                left join intake_refused x on x.row_no = j.row_no
                left join %s f on f.id = x.other_standing
                left join load l on f.rev in (l.rev, l.withdrawn_rev)""".formatted(format.table()) : "";
    }

    private static String subjectColumn(ListFormat format) {
        return switch (format.subject()) {
            case PERSON -> "iin";
            case HOUSEHOLD -> "household_no";
            case UNIT -> "unit_id::text";
            case NONE -> null;
        };
    }

    private static String heading(ListFormat format) {
        return format.subject() == Subject.UNIT ? "kato" : format.subject() == Subject.PERSON ? "iin" : "household_no";
    }
}
