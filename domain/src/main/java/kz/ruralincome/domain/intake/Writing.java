package kz.ruralincome.domain.intake;

import static java.util.stream.Collectors.joining;

import java.sql.SQLException;

/** Writes what was judged good: one revision, earlier versions superseded, new ones added. */
final class Writing {

    private final Sql sql;
    private final ListFormat format;
    private final Judging judging;
    private final boolean ofForm;

    Writing(Sql sql, ListFormat format, Judging judging, boolean ofForm) {
        this.sql = sql;
        this.format = format;
        this.judging = judging;
        this.ofForm = ofForm;
    }

    void write(long revision, boolean bySnapshot) throws SQLException {
        createSubjects();
        facts(format.table(), revision, bySnapshot);
        if (judging.has("iin") && sql.any("select from person_merge where undone_rev is null limit 1")) {
            noteNames(revision);
        }
    }

    /** @param table of the facts, or one that stands for it */
    private void facts(String table, long revision, boolean bySnapshot) throws SQLException {
        boolean cuts = format.takesSnapshots();
        String columns = format.columns().stream().map(Column::target).collect(joining(", "));
        if (sql.any("select from intake_judged where verdict in ('c', 'r') limit 1")
                || cuts && sql.any("select from intake_cut limit 1")) {
            sql.run("""
                    update %s set superseded_rev = ?
                    where superseded_rev is null
                      and id in (select standing from intake_judged where verdict in ('c', 'r')%s)""".formatted(table, cuts ? " union all select id from intake_cut" : ""), revision);
        }
        if (judging.leavesOut()) {
            sql.run(
                    "update %s set superseded_rev = ? where superseded_rev is null and id in (%s)"
                            .formatted(table, SettledRows.GIVES_WAY),
                    revision);
        }
        if (cuts) {
            String kept = columns.replace("valid_to", "k.valid_to");
            sql.run("""
                    insert into %1$s (%2$s, by_snapshot, rev)
                    select %3$s, by_snapshot, ? from %1$s f join intake_cut k using (id)
                    where f.valid_from < k.valid_to""".formatted(table, columns, kept), revision);
        }
        sql.run("""
                insert into %1$s (%2$s, rev%3$s)
                select %2$s, ?%4$s from intake_judged where verdict in ('n', 'c')""".formatted(table, columns, cuts ? ", by_snapshot" : "", cuts ? ", " + bySnapshot : ""), revision);
    }

    /**
     * Lays over the table of the facts what would stand, as {@link LoadTrial.Overlay} says. Rows in: what stands of the touched
     * persons, or of all households, since members of the touched ones may have lived in others; rows out: these and the file's.
     */
    void overlay(SnapshotJudging snapshot, boolean bySnapshot, boolean deregisters) throws SQLException {
        String table = format.table();
        sql.run("""
                create temp table %1$s on commit drop as
                select f.* from %1$s f where f.superseded_rev is null%2$s""".formatted(
                        table,
                        format.subject() == ListFormat.Subject.PERSON
                                ? " and f.person_id in (select id from intake_touched)"
                                : ""));
        sql.run("analyze pg_temp." + table);
        facts("pg_temp." + table, 0, bySnapshot);
        if (deregisters) {
            snapshot.deregisterUnlisted("pg_temp." + table, 0);
        }
        sql.run("analyze pg_temp." + table);
    }

    /**
     * Keeps which of two IINs a row named, should their merge be undone. A page names the kept one of whatever stands on its
     * record: that tells nothing, and what is put right stays with the record whose fact it was. Rows in: the file's, against the merges that stand,
     * some dozens; rows out: a row for each fact of their people that was written or taken back.
     */
    private void noteNames(long revision) throws SQLException {
        String sameKey = format.keys()
                .map(c -> "f.%1$s is not distinct from j.%1$s".formatted(c.target()))
                .collect(joining(" and "));
        sql.run("""
                insert into person_merge_named (merge_id, fact, fact_id, merged, removed)
                select a.id, '%1$s', coalesce(f.id, j.standing), p.merge_id is not distinct from a.id, j.verdict = 'r'
                from person_merge a
                join intake_judged j on j.person_id = a.kept_id and j.verdict in ('n', 'c', 'r')
                join intake_stage s on s.row_no = j.row_no and s.error is null
                join person_named p on p.iin = s.iin
                left join %1$s f on f.person_id = a.kept_id and f.rev = ? and f.superseded_rev is null and %2$s
                where a.undone_rev is null and (p.merge_id is not distinct from a.id or not %3$s)""".formatted(format.table(), sameKey, ofForm), revision);
    }

    private void createSubjects() throws SQLException {
        if (judging.has("iin")) {
            sql.run("""
                    insert into person (id, iin) overriding system value
                    select id, iin from intake_person
                    where id in (select person_id from intake_judged where verdict in ('n', 'c'))""");
        }
        if (format.name().equals("households")) {
            sql.run("""
                    insert into household (id, household_no) overriding system value
                    select id, household_no from intake_household
                    where id in (select household_id from intake_judged where verdict in ('n', 'c'))""");
        }
        if (format.name().equals("territories")) {
            sql.run("""
                    insert into unit
                    select distinct unit_id from intake_judged where verdict in ('n', 'c')
                    on conflict do nothing""");
        }
    }

    /** The declaration that the list is complete up to a day. */
    void declare(LoadOptions options, long revision) throws SQLException {
        sql.run(
                "insert into coverage (list, unit_id, covers_to, rev) values (?, ?::integer, ?, ?)",
                format.name(),
                options.unit(),
                options.coversTo(),
                revision);
    }
}
