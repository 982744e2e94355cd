package kz.ruralincome.domain.intake;

import static java.util.stream.Collectors.joining;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import kz.ruralincome.domain.intake.ListFormat.Subject;

/**
 * Judges the rows of a snapshot: the list says who holds on a day. What is listed and does not stand begins that day;
 * what stands with other values gives way; what stands in the territory and is not listed ends.
 */
final class SnapshotJudging {

    private final Sql sql;
    private final ListFormat format;
    private final LoadOptions options;

    SnapshotJudging(Sql sql, ListFormat format, LoadOptions options) {
        this.sql = sql;
        this.format = format;
        this.options = options;
    }

    /** How many spells that cover the day stand there, and how many of them are not listed. */
    record Ending(long covering, long unlisted) {

        /** A file cut in half must not end by itself what it does not mention. */
        boolean isSuspicious() {
            return unlisted > 20 && unlisted * 20 > covering;
        }
    }

    void judge(Judging judging, List<String> present) throws SQLException {
        String group = format.snapshotOf().stream()
                .map(c -> "f.%1$s = s.%1$s".formatted(c))
                .collect(joining(" and "));
        List<Column> values =
                format.values().filter(c -> !c.target().equals("valid_to")).toList();
        String same = values.stream()
                .filter(c -> present.contains(c.name()))
                .map(c -> "f.%1$s is not distinct from s.%1$s".formatted(c.target()))
                .collect(joining(" and "));
        String taken = values.stream()
                .map(c -> present.contains(c.name()) ? "s." + c.target() : kept(c.target()))
                .collect(joining(", "));
        sql.run("""
                create temp table intake_judged on commit drop as
                select j.*, (case
                    when %9$s is null then 'H'%15$s
                    when nth > 1 then 'D'
                    when standing is null then 'n'
                    when same then 'u'
                    else 'c' end)::"char" as verdict
                from (select s.row_no, false as remove, %2$s, date '%3$s' as valid_from,
                             case when f.id is not null and %4$s then f.valid_to
                                  else coalesce((select min(n.valid_from) from %5$s n
                                                 where n.superseded_rev is null and n.valid_from > '%3$s' and %6$s),
                                                'infinity') end as valid_to,
                             %7$s, f.id as standing, f.id is not null and %8$s as same,
                             row_number() over (partition by %2$s%12$s order by s.row_no) as nth%12$s
                      from (select s.row_no, %10$s%13$s from intake_stage s%1$s where s.error is null) s
                      left join %5$s f on f.superseded_rev is null and f.valid_from <= '%3$s' and f.valid_to > '%3$s'
                       and %11$s%14$s) j""".formatted(
                        judging.subjectJoins(),
                        format.snapshotOf().stream().map(c -> "s." + c).collect(joining(", ")),
                        day(),
                        counts("f"),
                        format.table(),
                        group.replace("f.", "n."),
                        taken,
                        same,
                        format.subject().column(),
                        format.columns().stream()
                                .filter(c -> !c.target().startsWith("valid_"))
                                .map(c -> judging.expression(c) + " as " + c.target())
                                .collect(joining(", ")),
                        group,
                        judging.ifSettled(", s.settled"),
                        judging.ifSettled(Judging.IS_SETTLED),
                        judging.ifSettled(" and not s.settled"),
                        judging.ifSettled(" when settled then 's'")));
    }

    /** What the list does not say stays as it was; but the reason of an ending belongs to that ending alone. */
    private static String kept(String column) {
        return column.equals("reason") ? "null::closing_reason as reason" : "f.%1$s as %1$s".formatted(column);
    }

    private LocalDate day() {
        return options.snapshot();
    }

    private String counts(String alias) {
        return format.name().equals("registrations") ? alias + ".status in ('ACTIVE', 'SUSPENDED')" : "true";
    }

    /** Finds what is not listed into {@code intake_unlisted}; nothing is ended yet. */
    Ending findUnlisted() throws SQLException {
        // only now: a row that was refused, as of somebody who lives elsewhere, ends nothing
        sql.run("""
                create temp table intake_cut on commit drop as
                select standing as id, date '%s' as valid_to from intake_judged where verdict = 'c'""".formatted(day()));
        Subject subject = format.subject();
        String there = "";
        if (options.unit() != null) {
            Residence residence = new Residence(sql, day());
            sql.run("drop table if exists intake_home, intake_reach"); // of the territory of the account
            residence.reach(options.unit());
            residence.homes(
                    subject, "select f.%s from %s f where %s".formatted(subject.column(), format.table(), covering()));
            there = " and f.%s in (select h.id from intake_home h join intake_reach r using (unit_id))"
                    .formatted(subject.column());
        }
        long covering = sql.number("select count(*) from %s f where %s%s".formatted(format.table(), covering(), there));
        String listed = format.snapshotOf().stream()
                .map(c -> "j.%1$s = f.%1$s".formatted(c))
                .collect(joining(" and "));
        String named = subject == Subject.PERSON
                ? "select p.id from intake_stage s join person_named p on p.iin = s.iin where s.error"
                : "select h.id from intake_stage s join household h on h.household_no = s.household_no where s.error";
        sql.run("""
                create temp table intake_unlisted on commit drop as
                select f.id from %s f
                where %s%s and not exists (select from intake_judged j where %s) and f.%s not in (%s)""".formatted(format.table(), covering(), there, listed, subject.column(), named));
        sql.run("insert into intake_cut select id, '%s' from intake_unlisted".formatted(day()));
        return new Ending(covering, sql.number("select count(*) from intake_unlisted"));
    }

    private String covering() {
        return "f.superseded_rev is null and f.valid_from <= '%1$s' and f.valid_to > '%1$s' and %2$s%3$s"
                .formatted(
                        day(),
                        counts("f"),
                        format.name().equals("occupations") ? " and f.source = '" + options.source() + "'" : "");
    }

    /**
     * An entrepreneur who is no longer listed is deregistered from that day.
     *
     * @param table of the facts, or one that stands for it
     */
    void deregisterUnlisted(String table, long revision) throws SQLException {
        sql.run("""
                insert into %2$s (person_id, registration_no, valid_from, valid_to, status, reason, oked,
                                          tax_regime, rev, by_snapshot)
                select f.person_id, f.registration_no, '%1$s',
                       coalesce((select min(n.valid_from) from %2$s n
                                 where n.superseded_rev is null and n.person_id = f.person_id
                                   and n.registration_no = f.registration_no and n.valid_from > '%1$s'), 'infinity'),
                       'DEREGISTERED', 'OTHER', f.oked, f.tax_regime, ?, true
                from %2$s f join intake_unlisted u using (id)""".formatted(day(), table), revision);
    }
}
