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
    private static final String NEXT_OF_REGISTER = """
            and c.person_id in (
                select id from person
                where ?::uuid is null or iin > (select iin from person where public_id = ?::uuid)
                order by iin
                limit %d)""";

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
        UUID last = after.orElse(null);
        return list(connection, tables, ofTables, group, ofGroup, "", last, last);
    }

    /**
     * The same of a group that may be a large part of the register: first the next people of the register are asked, among
     * whom there are enough for a page then.
     */
    public List<Member> fromMany(
            Connection connection, String tables, List<Object> ofTables, String group, Object... ofGroup)
            throws SQLException {
        UUID last = after.orElse(null);
        String among = NEXT_OF_REGISTER.formatted(ONE_IN * limit);
        List<Member> next = list(connection, tables, ofTables, group, ofGroup, among, last, last, last, last);
        return next.size() == limit ? next : from(connection, tables, ofTables, group, ofGroup);
    }

    private List<Member> list(
            Connection connection,
            String tables,
            List<Object> ofTables,
            String group,
            Object[] ofGroup,
            String among,
            UUID... last)
            throws SQLException {
        Integer[] units = reach.orElse(null);
        List<Object> parameters = new ArrayList<>(ofTables);
        parameters.addAll(List.of(ofGroup));
        parameters.addAll(Arrays.asList(last));
        parameters.addAll(Arrays.asList(limit, units, today, units));
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
