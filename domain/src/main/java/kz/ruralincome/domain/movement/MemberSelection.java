package kz.ruralincome.domain.movement;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.movement.MatrixSql.Counted;
import kz.ruralincome.domain.movement.MemberPage.Member;
import kz.ruralincome.domain.shared.Iin;
import kz.ruralincome.domain.shared.Sql;

/**
 * Which people of a group are listed, by IIN.
 *
 * @param reach the units whose people the caller may open; empty: everyone
 * @param today the day on which they have to live there
 * @param after the last person of the page before
 * @param limit at most so many
 */
public record MemberSelection(Optional<Integer[]> reach, LocalDate today, Optional<UUID> after, int limit) {

    /** Rows in: the group; it is cut to a page before anything more is asked of anybody. */
    private static final String MEMBERS = """
            , listed as (select c.person_id, c.iin %s),
            page as (
                select * from listed c
                where (?::uuid is null or c.iin collate "C" > (select iin from person where public_id = ?::uuid)) %s
                order by c.iin collate "C"
                limit ?)
            select c.person_id, p.public_id, c.iin, concat_ws(' ', n.family_name, n.given_name, n.patronymic),
                ?::integer[] is null or t.units[width_bucket(?::date, t.borders)] = any (?::integer[])
            from page c
            join person p on p.id = c.person_id
            left join person_card n on n.person_id = c.person_id
            left join timeline t on t.person_id = c.person_id
            order by c.iin collate "C" asc""";

    /** The next people of the register; the digits of an IIN sort alike in every collation. */
    private static final String NEXT = "(select id from person where %s order by iin limit %d)";

    private static final String AFTER = "iin > (select iin from person where public_id = '%s')";

    private static final String AMONG_NEXT = "and c.person_id in ";

    /** Where in a text of households {@code h} those of the next people of the register are enough. */
    private static final String HOUSEHOLDS = "{next households}";

    private static final String OF_NEXT =
            "and h.household_id in (select household_id from membership where person_id in %s)";

    /** Who is in a group of which there is one in so many people of the register is found among the next of it. */
    private static final int ONE_IN = 20;

    /**
     * Lists them.
     *
     * @param tables the common tables of which the group is made
     * @param group from which of them, with alias {@code c}, and under which condition
     * @param ofGroup the parameters of that condition
     */
    List<Member> from(Connection connection, Counted tables, String group, Object... ofGroup) throws SQLException {
        return from(connection, tables.sql(), tables.parameters(), group, ofGroup);
    }

    List<Member> fromMany(Connection connection, Counted tables, String group, Object... ofGroup) throws SQLException {
        return fromMany(connection, tables.sql(), tables.parameters(), group, ofGroup);
    }

    /** The same for common tables of another feature: a text that begins with them, and its parameters. */
    public List<Member> from(
            Connection connection, String tables, List<Object> ofTables, String group, Object... ofGroup)
            throws SQLException {
        return list(connection, whole(tables), ofTables, group, ofGroup, "");
    }

    /**
     * The same of a group that may be a large part of the register: first the next people of the register are asked, among
     * whom there are enough for a page then.
     */
    public List<Member> fromMany(
            Connection connection, String tables, List<Object> ofTables, String group, Object... ofGroup)
            throws SQLException {
        String next = NEXT.formatted(after.map(AFTER::formatted).orElse("true"), ONE_IN * limit);
        String ofNext = tables.replace(HOUSEHOLDS, OF_NEXT.formatted(next));
        List<Member> found = list(connection, ofNext, ofTables, group, ofGroup, AMONG_NEXT + next);
        return found.size() == limit ? found : from(connection, tables, ofTables, group, ofGroup);
    }

    /** The text that asks all households. */
    public static String whole(String sql) {
        return sql.replace(HOUSEHOLDS, "");
    }

    private List<Member> list(
            Connection connection, String tables, List<Object> ofTables, String group, Object[] ofGroup, String among)
            throws SQLException {
        UUID last = after.orElse(null);
        Integer[] units = reach.orElse(null);
        List<Object> parameters = new ArrayList<>(ofTables);
        parameters.addAll(List.of(ofGroup));
        parameters.addAll(Arrays.asList(last, last, limit, units, today, units));
        return Sql.list(
                connection,
                row -> new Member(
                        row.getInt(1),
                        row.getBoolean(5) ? Optional.of(row.getObject(2, UUID.class)) : Optional.empty(),
                        new Iin(row.getString(3)),
                        row.getString(4)),
                tables + MEMBERS.formatted(group, among),
                parameters.toArray());
    }
}
