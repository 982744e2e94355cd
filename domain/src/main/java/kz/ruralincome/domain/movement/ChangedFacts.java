package kz.ruralincome.domain.movement;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import kz.ruralincome.domain.movement.SpellSql.Reach;
import kz.ruralincome.domain.shared.Sql;

/**
 * Whose facts changed between two closed moments: the temporary tables {@code person_scope}, {@code household_scope} (where
 * their facts are read) and {@code household_changed}, until the transaction ends or they are {@link #forget forgotten}.
 */
final class ChangedFacts {

    /** From one changed person in this many on it is quicker to compute all. */
    private static final long MANY = 5;

    private final Connection connection;

    ChangedFacts(Connection connection) {
        this.connection = connection;
    }

    /** Fills the tables; says whether to compute those in them, or all since they are too many. */
    Reach between(OffsetDateTime first, OffsetDateTime last) throws SQLException {
        // few rows are new, whatever the planner expects of the few distinct revisions that it has seen: it would read
        // whole tables, and make room for all their rows at once
        Sql.update(connection, "set local enable_hashagg = off; set local enable_seqscan = off");
        long persons = Sql.update(connection, PERSON_SCOPE, first, last);
        Sql.update(connection, HOUSEHOLD_CHANGED, first, last);
        Sql.update(connection, DEPARTED, first, last);
        Sql.update(connection, "set local enable_seqscan = on; analyze person_scope; analyze departed");
        Reach reach = Reach.ALL;
        if (persons * MANY <= lastPerson()) {
            Sql.update(
                    connection, "create temporary table household_scope on commit drop as " + everIn("person_scope"));
            Sql.update(connection, "insert into household_changed " + everIn("departed"));
            Sql.update(connection, "analyze household_scope; analyze household_changed");
            // what few need of the facts is in memory already
            Sql.update(connection, "set local random_page_cost = 1.1");
            reach = Reach.SCOPE;
        }
        Sql.update(connection, "set local enable_hashagg = on");
        return reach;
    }

    /** Whether nobody's facts changed, nor those of any household. */
    boolean areNone() throws SQLException {
        return Sql.first(
                        connection,
                        Boolean.class,
                        "select not exists (select from person_scope) and not exists (select from household_changed)")
                .orElseThrow();
    }

    /** So that the tables can be filled once more. */
    void forget() throws SQLException {
        Sql.update(connection, "drop table if exists person_scope, household_scope, household_changed, departed");
    }

    /** About how many persons there are: ids are given one after the other. */
    private long lastPerson() throws SQLException {
        return Sql.first(connection, Integer.class, "select max(person_id) from timeline")
                .orElse(0);
    }

    private static final String CHANGED = """
            with changed as materialized (
                select coalesce(array_agg(id), '{}') as revs from revision where recorded_at > ? and recorded_at <= ?
            )""";

    private static String changed(String columns, String table) {
        return """
                select %1$s from %2$s f where f.rev = any ((select revs from changed)::bigint[])
                union
                select %1$s from %2$s f where f.superseded_rev = any ((select revs from changed)::bigint[])""".formatted(columns, table);
    }

    /** Rows in: versions that began or ended to stand; rows out: the persons whom they concern. */
    private static final String PERSON_SCOPE = "create temporary table person_scope on commit drop as " + CHANGED
            + """
            %s union %s union %s union %s union %s
            union
            select m.person_id from membership m where m.household_id in (%s union %s)""".formatted(
                            changed("f.person_id", "membership"),
                            changed("f.person_id", "occupation"),
                            changed("f.person_id", "registration"),
                            changed("f.person_id", "enrolment"),
                            changed("f.person_id", "vital_event"),
                            changed("f.household_id", "locality"),
                            changed("f.household_id", "assistance"));

    /** The same of households: those with other members, another place or other assistance. */
    private static final String HOUSEHOLD_CHANGED =
            "create temporary table household_changed on commit drop as " + CHANGED
                    + "%s union %s union %s"
                            .formatted(
                                    changed("f.household_id", "membership"),
                                    changed("f.household_id", "locality"),
                                    changed("f.household_id", "assistance"));

    /** The same of persons who died, left or came back, which changes who is present in their households. */
    private static final String DEPARTED =
            "create temporary table departed on commit drop as " + CHANGED + changed("f.person_id", "vital_event");

    /** All households in which one of these persons ever was; in two halves, for the index of each. */
    private static String everIn(String persons) {
        return """
                select m.household_id from membership m join %1$s using (person_id) where m.superseded_rev is null
                union
                select m.household_id from membership m join %1$s using (person_id) where m.superseded_rev is not null
                """.formatted(persons);
    }
}
