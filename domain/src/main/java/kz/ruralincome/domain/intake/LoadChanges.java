package kz.ruralincome.domain.intake;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.intake.LoadChange.Dates;
import kz.ruralincome.domain.intake.LoadChange.Sample;
import kz.ruralincome.domain.intake.LoadChange.Sort;

/**
 * Notes what the judged rows of a load change, and reads it.
 *
 * <p>Costs, in rows of the file: one pass that counts, with a line for each kind and sort (some thirty at most), and one that
 * takes samples from the first {@link #SAMPLED_ROWS}; versions that stand are looked up for removals, for corrected rows among the
 * samples, and in snapshots for each row that changes something.
 */
final class LoadChanges {

    private static final int SAMPLED_ROWS = 5_000;
    private static final int SAMPLES = 5;

    private static final String SAMPLED = """
            verdict in ('n', 'c', 'r')
            and (row_no <= %d or row_no in (select first from intake_change union all select last from intake_change))""";

    private final Sql sql;
    private final LoadOrder order;
    private final ListFormat format;

    LoadChanges(Sql sql, LoadOrder order) {
        this.sql = sql;
        this.order = order;
        this.format = order.format();
    }

    /** What was noted of an earlier attempt is of no interest any more. */
    static void clear(Sql sql, UUID load) throws SQLException {
        sql.run("delete from load_change where load_id = ?", load);
        sql.run("delete from load_sample where load_id = ?", load);
    }

    void note(boolean withRemovals) throws SQLException {
        boolean moves = withRemovals && has("valid_from");
        if (moves) {
            pairMoved();
        }
        sql.run("""
                create temp table intake_change on commit drop as
                select change, kind, count(*) as spells, min(row_no) as first, max(row_no) as last
                from (%s) c where change is not null
                group by change, kind""".formatted(changes(moves, false)));
        sql.run("""
                insert into load_change (load_id, kind, change, spells)
                select ?::uuid, kind, change, spells from intake_change""", order.id().toString());
        sql.run(
                """
                insert into load_sample (load_id, seq, kind, change, row_no, person_id, household_id, unit_id, before_from,
                                         before_to, after_from, after_to, columns)
                select ?::uuid, row_number() over (order by change, kind, nth), kind, change, row_no, person_id, household_id,
                       unit_id, b.valid_from, b.valid_to, after_from, after_to,
                       case when change = 'CORRECTED' then columns else '{}' end
                from (select c.*, row_number() over (partition by change, kind order by row_no, standing) as nth
                      from (%s) c where change is not null) c
                left join lateral (
                    select %s as valid_from, %s as valid_to from %s f
                    where f.id = c.standing and c.change <> 'BEGAN' limit 1) b on true
                where nth <= %d""".formatted(
                                changes(moves, true),
                                has("valid_from") ? "f.valid_from" : "null::date",
                                has("valid_to") ? "f.valid_to" : "null::date",
                                format.table(),
                                SAMPLES),
                order.id().toString());
    }

    private boolean has(String target) {
        return format.columns().stream().anyMatch(c -> c.target().equals(target));
    }

    /**
     * A row taken back and one put in its place that says the same but for its dates are one spell that has moved. Rows in: those
     * taken back and the new ones; out: one for each pair, of equal ones the first with the first, so that none moves twice.
     */
    private void pairMoved() throws SQLException {
        String same = format.columns().stream()
                .map(Column::target)
                .filter(target -> !target.startsWith("valid_") && !isSubject(target))
                .map(target -> " and n.%1$s is not distinct from f.%1$s".formatted(target))
                .collect(joining());
        String subject = format.subject() == ListFormat.Subject.NONE
                ? ""
                : " and n.%1$s = f.%1$s".formatted(format.subject().column());
        String equals = format.columns().stream()
                .map(Column::target)
                .filter(target -> !target.startsWith("valid_"))
                .map(target -> "f." + target)
                .collect(joining(", "));
        sql.run("""
                create temp table intake_moved on commit drop as
                with f as (
                    select f.*, r.row_no as removed, row_number() over (partition by %2$s order by r.row_no) as pair_no
                    from intake_judged r join %1$s f on f.id = r.standing
                    where r.verdict = 'r'),
                n as (
                    select f.*, row_number() over (partition by %2$s order by f.row_no) as pair_no
                    from intake_judged f where f.verdict = 'n')
                select f.removed, n.row_no as put from f join n on n.pair_no = f.pair_no%3$s%4$s""".formatted(format.table(), equals, subject, same));
    }

    private boolean isSubject(String target) {
        return format.subject() != ListFormat.Subject.NONE
                && target.equals(format.subject().column());
    }

    /** Rows out: a line for each row that was judged good, and for each spell that gives way without being listed. */
    private String changes(boolean moves, boolean samples) {
        boolean snapshot = order.options().isSnapshot();
        String changed = snapshot
                ? "case when (select f.valid_from from %s f where f.id = j.standing) < j.valid_from then 'BEGAN' else 'CORRECTED' end"
                        .formatted(format.table())
                : "case shift when -1 then 'ENDED' when 1 then 'MOVED' else 'CORRECTED' end";
        String rows = """
                select row_no, standing, %s as kind,
                       case verdict
                           when 'n' then %s
                           when 'u' then 'SAME'
                           when 's' then 'SAME'
                           when 'c' then %s
                           when 'r' then %s end as change,
                       %s, %s, %s,
                       case when verdict <> 'r' then %s end as after_from, case when verdict <> 'r' then %s end as after_to%s
                from intake_judged j
                where %s""".formatted(
                "case when verdict = 'r' then (select %s from %s f where f.id = j.standing) else %s end"
                        .formatted(kind("f"), format.table(), kind("j")),
                moves ? "case when row_no in (select put from intake_moved) then 'MOVED' else 'BEGAN' end" : "'BEGAN'",
                changed,
                moves
                        ? "case when row_no not in (select removed from intake_moved) then 'TAKEN_BACK' end"
                        : "'TAKEN_BACK'",
                subject("j", "person_id"),
                subject("j", "household_id"),
                subject("j", "unit_id"),
                has("valid_from") ? "j.valid_from" : "null::date",
                has("valid_to") ? "j.valid_to" : "null::date",
                samples ? ", case when verdict = 'c' then %s end as columns".formatted(differing()) : "",
                samples ? SAMPLED.formatted(SAMPLED_ROWS) : "verdict in ('n', 'c', 'r', 'u', 's')");
        return format.takesSnapshots() ? rows + "\nunion all\n" + cuts(snapshot, samples) : rows;
    }

    /** Spells that end because the file does not list them, says another from that day, or has a dated row in their place. */
    private String cuts(boolean snapshot, boolean samples) {
        String corrected = snapshot
                ? " where f.valid_from < k.valid_to or f.id not in (select standing from intake_judged where verdict = 'c')"
                : "";
        return """
                select null, f.id, %s, case when f.valid_from < k.valid_to then 'ENDED' else 'TAKEN_BACK' end, %s, %s, %s,
                       case when f.valid_from < k.valid_to then f.valid_from end,
                       case when f.valid_from < k.valid_to then k.valid_to end%s
                from intake_cut k join %s f using (id)%s""".formatted(
                        kind("f"),
                        subject("f", "person_id"),
                        subject("f", "household_id"),
                        subject("f", "unit_id"),
                        samples ? ", null::text[]" : "",
                        format.table(),
                        corrected);
    }

    private String kind(String alias) {
        return format.kindColumn()
                .map(column -> "coalesce(%s.%s::text, '')".formatted(alias, column.target()))
                .orElse("''");
    }

    private String subject(String alias, String column) {
        return has(column) ? alias + "." + column : "null::integer as " + column;
    }

    /** The names of the columns in which the row differs from the version that stands. */
    private String differing() {
        return format.values()
                .filter(c -> !(order.options().isSnapshot() && c.target().equals("valid_to")))
                .map(c -> "case when f.%1$s is distinct from j.%1$s then '%2$s' end".formatted(c.target(), c.name()))
                .collect(joining(
                        ", ",
                        "(select array_remove(array[",
                        "]::text[], null) from %s f where f.id = j.standing)".formatted(format.table())));
    }

    static List<LoadChange> read(Connection connection, UUID load) throws SQLException {
        return kz.ruralincome.domain.shared.Sql.list(
                connection,
                row -> new LoadChange(Sort.valueOf(row.getString(1)), row.getString(2), row.getLong(3)),
                "select change, kind, spells from load_change where load_id = ? order by kind, change",
                load);
    }

    static List<Sample> samples(Connection connection, UUID load) throws SQLException {
        return kz.ruralincome.domain.shared.Sql.list(connection, LoadChanges::sample, """
                select s.change, s.kind, s.row_no, p.id as person_id, h.household_no, s.unit_id, s.before_from, s.before_to,
                       s.after_from, s.after_to, s.columns
                from load_sample s
                left join person p on p.id = s.person_id
                left join household h on h.id = s.household_id
                where s.load_id = ? order by s.seq""", load);
    }

    private static Sample sample(ResultSet row) throws SQLException {
        return new Sample(
                Sort.valueOf(row.getString("change")),
                row.getString("kind"),
                Optional.ofNullable(row.getObject("row_no", Long.class)),
                Optional.ofNullable(row.getObject("person_id", Integer.class)),
                Optional.ofNullable(row.getString("household_no")),
                Optional.ofNullable(row.getObject("unit_id", Integer.class)),
                dates(row, "before"),
                dates(row, "after"),
                List.of((String[]) row.getArray("columns").getArray()));
    }

    private static Optional<Dates> dates(ResultSet row, String side) throws SQLException {
        LocalDate from = row.getObject(side + "_from", LocalDate.class);
        LocalDate to = row.getObject(side + "_to", LocalDate.class);
        return from == null ? Optional.empty() : Optional.of(new Dates(from, to == null ? LocalDate.MAX : to));
    }
}
