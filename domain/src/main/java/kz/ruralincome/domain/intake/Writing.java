package kz.ruralincome.domain.intake;

import static java.util.stream.Collectors.joining;

import java.sql.SQLException;

/** Writes what was judged good: one revision, earlier versions superseded, new ones added. */
final class Writing {

    private final Sql sql;
    private final ListFormat format;
    private final Judging judging;

    Writing(Sql sql, ListFormat format, Judging judging) {
        this.sql = sql;
        this.format = format;
        this.judging = judging;
    }

    void write(long revision, boolean bySnapshot) throws SQLException {
        createSubjects();
        boolean cuts = format.takesSnapshots();
        String columns = format.columns().stream().map(Column::target).collect(joining(", "));
        if (sql.any("select from intake_judged where verdict in ('c', 'r') limit 1")
                || cuts && sql.any("select from intake_cut limit 1")) {
            sql.run("""
                    update %s set superseded_rev = ?
                    where superseded_rev is null
                      and id in (select standing from intake_judged where verdict in ('c', 'r')%s)""".formatted(format.table(), cuts ? " union all select id from intake_cut" : ""), revision);
        }
        if (cuts) {
            String kept = columns.replace("valid_to", "k.valid_to");
            sql.run("""
                    insert into %1$s (%2$s, by_snapshot, rev)
                    select %3$s, by_snapshot, ? from %1$s f join intake_cut k using (id)
                    where f.valid_from < k.valid_to""".formatted(format.table(), columns, kept), revision);
        }
        sql.run(
                """
                insert into %1$s (%2$s, rev%3$s)
                select %2$s, ?%4$s from intake_judged where verdict in ('n', 'c')""".formatted(format.table(), columns, cuts ? ", by_snapshot" : "", cuts ? ", " + bySnapshot : ""),
                revision);
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
