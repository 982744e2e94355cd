package kz.ruralincome.domain.intake;

import static java.util.stream.Collectors.joining;

import java.sql.SQLException;
import java.util.List;
import kz.ruralincome.domain.intake.ListFormat.Subject;
import kz.ruralincome.domain.register.Revision;
import kz.ruralincome.domain.shared.RuleViolation;

/**
 * Takes back what a load did: its versions are superseded, what it superseded stands again as new versions. Refused
 * while a later load builds on it.
 *
 * <p>A version of the load that another load superseded stands again when that one was withdrawn, as a copy with the
 * same key, and so it does when a merge of two records is undone; whose a version is, is followed through both.
 */
final class Withdrawal {

    private static final List<String> REFER_TO_HOUSEHOLDS = List.of("membership", "assistance", "payment");
    private static final List<String> REFER_TO_UNITS = List.of(
            "locality", "enrolment", "pilot_area", "parameter", "rehabilitation", "plan", "peer_figure", "coverage");

    private final Sql sql;
    private final ListFormat format;

    Withdrawal(Sql sql, ListFormat format) {
        this.sql = sql;
        this.format = format;
    }

    /** Undoes the revision of a load; gives the revision that did it. */
    long undo(long revision, String account) throws SQLException {
        gather(revision);
        refuseIfBuiltOn();
        long undoing = Revision.open(sql.connection(), account, "WITHDRAWAL").id();
        String columns = format.columns().stream().map(Column::target).collect(joining(", "))
                + (format.takesSnapshots() ? ", by_snapshot" : "");
        sql.run(
                "update %s set superseded_rev = ? where id in (select id from undo_mine)".formatted(format.table()),
                undoing);
        sql.run("""
                insert into %1$s (%2$s, rev)
                select %2$s, ? from %1$s where id in (select id from undo_before)""".formatted(format.table(), columns), undoing);
        sql.run("update coverage set superseded_rev = ? where rev = ? and superseded_rev is null", undoing, revision);
        return undoing;
    }

    /** What stands because of the load, what it superseded, and the loads that are in the way. */
    private void gather(long revision) throws SQLException {
        String keys = format.keys().map(c -> "f." + c.target()).collect(joining(", "));
        String sameKey = format.keys()
                .map(c -> "n.%1$s is not distinct from m.%1$s".formatted(c.target()))
                .collect(joining(" and "));
        sql.run("create temp table undo_mine (id bigint primary key) on commit drop");
        sql.run("create temp table undo_before (id bigint primary key) on commit drop");
        sql.run("create temp table undo_blocked (rev bigint) on commit drop");
        sql.run("create temp table undo_versions on commit drop as "
                + """
                with recursive m as (
                    select f.id, f.superseded_rev, %2$s from %1$s f where f.rev = %5$d
                    union all
                    select n.id, n.superseded_rev, %3$s
                    from m
                    join revision_undone w on w.rev = m.superseded_rev
                    join %1$s n on n.rev = w.undone_rev and %4$s)
                select m.id, m.superseded_rev,
                       exists (select from revision_undone w join %1$s n on n.rev = w.undone_rev and %4$s
                               where w.rev = m.superseded_rev) as restored
                from m""".formatted(format.table(), keys, keys.replace("f.", "n."), sameKey, revision));
        sql.run("insert into undo_mine select id from undo_versions where superseded_rev is null");
        sql.run("""
                insert into undo_blocked
                select superseded_rev from undo_versions where superseded_rev is not null and not restored""");
        sql.run(
                "insert into undo_before select id from %s where superseded_rev = ?".formatted(format.table()),
                revision);
        gatherClashes();
        gatherReferences();
    }

    /** What would stand again must not stand beside what has come since. */
    private void gatherClashes() throws SQLException {
        String sameKey = format.keys()
                .map(c -> "f.%1$s is not distinct from b.%1$s".formatted(c.target()))
                .collect(joining(" and "));
        String overlap = format.oneAtATime().isEmpty()
                ? ""
                : format.oneAtATime().stream()
                        .map(c -> "f.%1$s = b.%1$s".formatted(c))
                        .collect(joining(
                                " and ", " or ", " and f.valid_from < b.valid_to and f.valid_to > b.valid_from"));
        String subject = format.subject() == Subject.NONE
                ? ""
                : "f.%1$s = b.%1$s and ".formatted(format.subject().column());
        sql.run("""
                insert into undo_blocked
                select f.rev
                from %1$s b
                join undo_before using (id)
                join %1$s f on %2$s f.superseded_rev is null and (%3$s%4$s)
                where f.id not in (select id from undo_mine)""".formatted(format.table(), subject, sameKey, overlap));
        if (format.subject() == Subject.PERSON) {
            sql.run("""
                    insert into undo_blocked
                    select a.rev from %s b join undo_before using (id)
                    join person_merge a on a.merged_id = b.person_id and a.undone_rev is null""".formatted(format.table()));
        }
    }

    private void gatherReferences() throws SQLException {
        boolean households = format.name().equals("households");
        if (!households && !format.name().equals("territories")) {
            return;
        }
        String subject = format.subject().column();
        sql.run("""
                create temp table undo_gone on commit drop as
                select distinct %2$s as id from %1$s f
                where f.id in (select id from undo_mine)
                  and not exists (select from %1$s o where o.%2$s = f.%2$s and o.superseded_rev is null
                                    and o.id not in (select id from undo_mine))
                  and not exists (select from %1$s o where o.%2$s = f.%2$s and o.id in (select id from undo_before))""".formatted(format.table(), subject));
        for (String table : households ? REFER_TO_HOUSEHOLDS : REFER_TO_UNITS) {
            sql.run("""
                    insert into undo_blocked
                    select distinct rev from %s where superseded_rev is null and %s in (select id from undo_gone)""".formatted(table, subject));
        }
        if (!households) {
            sql.run("""
                    insert into undo_blocked
                    select distinct rev from territory
                    where superseded_rev is null and parent in (select id from undo_gone)
                      and id not in (select id from undo_mine)""");
            if (sql.any("select from account where unit_id in (select id from undo_gone)")) {
                throw new RuleViolation("load.unit-of-account");
            }
        }
    }

    private void refuseIfBuiltOn() throws SQLException {
        if (!sql.any("select from undo_blocked")) {
            return;
        }
        String loads = sql.texts("""
                select l.id::text
                from (select distinct l.id, l.seq from undo_blocked b join load l on b.rev in (l.rev, l.withdrawn_rev)) l
                order by l.seq""");
        if (loads.isEmpty()
                && sql.any("select from undo_blocked b join person_merge a on b.rev in (a.rev, a.undone_rev)")) {
            throw new RuleViolation("load.merged");
        }
        throw new RuleViolation("load.built-on", loads);
    }
}
