package kz.ruralincome.domain.intake;

import java.sql.SQLException;
import java.time.LocalDate;
import kz.ruralincome.domain.intake.ListFormat.Subject;

/** Where the subjects of a load live, and which units lie in a territory; by what stands now, on one day. */
final class Residence {

    private final Sql sql;
    private final LocalDate day;

    Residence(Sql sql, LocalDate day) {
        this.sql = sql;
        this.day = day;
    }

    /** Fills {@code intake_reach}: the units of a territory by the tree of the day; an abolished one keeps its last parent. */
    void reach(int territory) throws SQLException {
        sql.run("create temp table intake_reach (unit_id integer primary key) on commit drop");
        sql.run("""
                insert into intake_reach
                with recursive tree as materialized (
                    select distinct on (unit_id) unit_id, parent from territory
                    where superseded_rev is null and valid_from <= ?
                    order by unit_id, valid_from desc),
                inside as (
                    select ?::integer as unit_id
                    union
                    select t.unit_id from tree t join inside i on t.parent = i.unit_id)
                select unit_id from inside""", day, territory);
    }

    /** Fills {@code intake_home}: the unit of each subject that {@code ids} selects; no line where it is not known. */
    void homes(Subject subject, String ids) throws SQLException {
        sql.run("create temp table intake_home (id integer, unit_id integer) on commit drop");
        if (subject == Subject.HOUSEHOLD) {
            sql.run("""
                    insert into intake_home
                    select distinct on (household_id) household_id, unit_id from locality
                    where superseded_rev is null and valid_from <= ? and household_id in (%s)
                    order by household_id, valid_from desc""".formatted(ids), day);
            return;
        }
        // one who died or left lives where they last lived: on the day before the first day of that
        sql.run("""
                insert into intake_home
                with asked as materialized (select distinct id from (%1$s) a (id) where id is not null),
                alive as (
                    select a.id, least(?::date, min(v.on_date) - 1) as day
                    from asked a
                    left join vital_event v
                      on v.person_id = a.id and v.superseded_rev is null and v.kind = 'DIED' and v.on_date <= ?::date
                    group by a.id),
                back as (
                    select a.id, a.day, max(v.on_date) as returned
                    from alive a
                    left join vital_event v
                      on v.person_id = a.id and v.superseded_rev is null and v.kind = 'RETURNED' and v.on_date <= a.day
                    group by a.id, a.day),
                here as (
                    select b.id, least(b.day, min(v.on_date) - 1) as day
                    from back b
                    left join vital_event v
                      on v.person_id = b.id and v.superseded_rev is null and v.kind = 'LEFT' and v.on_date <= b.day
                     and v.on_date > coalesce(b.returned, '-infinity')
                    group by b.id, b.day)
                select h.id, l.unit_id
                from here h
                join membership m on m.person_id = h.id and m.superseded_rev is null
                 and m.valid_from <= h.day and m.valid_to > h.day
                join lateral (
                    select unit_id from locality l
                    where l.household_id = m.household_id and l.superseded_rev is null and l.valid_from <= h.day
                    order by l.valid_from desc limit 1) l on true""".formatted(ids), day, day);
    }

    /** Refuses rows on those who live elsewhere, or of whom it is not known where. */
    void refuseOthers(ListFormat format, int territory) throws SQLException {
        reach(territory);
        Subject subject = format.subject();
        homes(subject, "select %s from intake_judged".formatted(subject.column()));
        String inside = "exists (select from intake_home h join intake_reach r using (unit_id) where h.id = j.%s)"
                .formatted(subject.column());
        String unknown = "not exists (select from intake_home h where h.id = j.%s)".formatted(subject.column());
        String household = """
                exists (select from (select distinct on (household_id) household_id, unit_id from locality
                                     where superseded_rev is null and valid_from <= '%s'
                                     order by household_id, valid_from desc) h
                        join intake_reach r using (unit_id) where h.household_id = j.household_id)""".formatted(day);
        String allowed =
                switch (format.name()) {
                    case "households" -> """
                    (%s or (not exists (select from locality l
                                        where l.household_id = j.household_id and l.superseded_rev is null)
                            and j.unit_id in (select unit_id from intake_reach)))""".formatted(inside);
                    case "members" -> "((%s or %s) and %s)".formatted(inside, unknown, household);
                    default -> inside;
                };
        sql.run("update intake_judged j set verdict = 'T' where verdict <> 'H' and not " + allowed);
    }
}
