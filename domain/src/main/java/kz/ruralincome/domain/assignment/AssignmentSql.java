package kz.ruralincome.domain.assignment;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.assignment.Assignment.Figure;
import kz.ruralincome.domain.assignment.Assignment.Owner;
import kz.ruralincome.domain.assignment.Assignment.Source;
import kz.ruralincome.domain.assignment.Assignment.Step;
import kz.ruralincome.domain.assignment.AssignmentFilter.Standing;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.Sql;

/** Reads and writes assignments on the caller's connection, in the caller's transaction. */
final class AssignmentSql {

    /** Whoever takes a step holds it until the commit: of two at once the second sees what the first did. */
    private static final String LOCK = "select pg_advisory_xact_lock%s(hashtext('assignment_step'))";

    /** Nobody is in the middle of a step then: what is stamped earlier is committed. */
    private static final String NOW =
            "with settled as materialized (" + LOCK.formatted("_shared") + ") select clock_timestamp() from settled";

    /** How all stood at a moment; null: as they stand. Rows in: assignments and their steps; rows out: one each. */
    private static final String STANDING = """
            select a.*, g.at as given_at, s.nth, s.state, s.by_account, s.at, s.words,
                (select r.words from assignment_step r
                 where r.assignment_id = a.id and r.state = 'REPORTED' and r.nth <= s.nth
                 order by r.nth desc limit 1) as answer,
                case when s.state = 'CLOSED' then 2
                    when s.state <> 'REPORTED' and a.due_on < ?::date then 0 else 1 end as rank
            from assignment a
            join assignment_step g on g.assignment_id = a.id and g.nth = 1
            join lateral (select * from assignment_step o
                where o.assignment_id = a.id and (?::timestamptz is null or o.at <= ?::timestamptz)
                order by o.nth desc limit 1) s on true""";

    private static final String ORDER = " order by a.rank, a.due_on, a.id";

    private static final String STEPS = """
            select nth, state, by_account, at, words from assignment_step where assignment_id = ? order by nth""";

    private static final String GIVE = """
            insert into assignment (body, owner, office, unit_id, due_on, given_by, report_id, indicator, figure_as_of,
                figure_territory)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""";

    private static final String STEP =
            "insert into assignment_step (assignment_id, nth, state, by_account, words) values (?, ?, ?, ?, ?)";

    private static final String ACCOUNTS = """
            select name, unit_id from account
            where active and role in ('ADMIN', 'COORDINATOR', 'AKIMAT') order by name""";

    private final Connection connection;
    private final LocalDate day;
    private final Reach reach;

    /**
     * Whose assignments are seen: those in the units, and those that the account gave or owns.
     *
     * @param units null: everywhere
     */
    record Reach(Integer[] units, String account) {}

    /** An account that may own assignments. */
    record Person(String name, Optional<Integer> unit) {}

    /** @param day on which it is asked what is overdue */
    AssignmentSql(Connection connection, LocalDate day, Reach reach) {
        this.connection = connection;
        this.day = day;
        this.reach = reach;
    }

    void lock() throws SQLException {
        Sql.list(connection, row -> 1, LOCK.formatted(""));
    }

    /** A moment before which nothing is committed any more. */
    static OffsetDateTime now(Connection connection) throws SQLException {
        return Sql.first(connection, OffsetDateTime.class, NOW).orElseThrow();
    }

    /** Where a page begins: after the assignment with that rank, day and number. */
    record Place(int rank, LocalDate dueOn, int number) {}

    List<Assignment> page(AssignmentFilter filter, Integer[] units, Optional<Place> after, int limit)
            throws SQLException {
        var query = new Query(day, null).reached(reach).filtered(filter, units);
        after.ifPresent(place ->
                query.and("(a.rank, a.due_on, a.id) > (?, ?, ?)", place.rank(), place.dueOn(), place.number()));
        return query.list(connection, ORDER + " limit " + limit);
    }

    int count(AssignmentFilter filter, Integer[] units) throws SQLException {
        return new Query(day, null).reached(reach).filtered(filter, units).count(connection);
    }

    /** @throws NotFoundException if there is none, or none within reach */
    Assignment get(int number) throws SQLException {
        return new Query(day, null)
                .reached(reach).and("a.id = ?", number).list(connection, "").stream()
                        .findFirst()
                        .orElseThrow(() -> new NotFoundException("assignment"));
    }

    /** Those of the units (null: everywhere) that were open at the moment, or due from that day on. */
    List<Assignment> on(OffsetDateTime moment, Integer[] units, LocalDate from) throws SQLException {
        return new Query(day, moment)
                .and("(?::integer[] is null or a.unit_id = any (?::integer[]))", units, units)
                .and("(a.state <> 'CLOSED' or a.due_on >= ?)", from)
                .list(connection, ORDER);
    }

    /** Who owns those within reach, by name. */
    List<String> owners() throws SQLException {
        return new Query(day, null)
                .reached(reach).list(connection, "").stream()
                        .map(one -> one.owner().name())
                        .distinct()
                        .sorted()
                        .toList();
    }

    List<Step> steps(int number) throws SQLException {
        return Sql.list(connection, AssignmentSql::step, STEPS, number);
    }

    static List<Person> people(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                row -> new Person(row.getString(1), Optional.ofNullable(row.getObject(2, Integer.class))),
                ACCOUNTS);
    }

    int give(AssignmentOrder order, int unit, String account) throws SQLException {
        Optional<Figure> figure = order.source().figure();
        int number = Sql.list(
                        connection,
                        row -> row.getInt(1),
                        GIVE,
                        order.text(),
                        order.owner().orElse(null),
                        order.office().orElse(null),
                        unit,
                        order.dueOn().orElseThrow(),
                        account,
                        order.source().report().orElse(null),
                        figure.map(Figure::indicator).orElse(null),
                        figure.map(Figure::asOf).orElse(null),
                        figure.flatMap(Figure::territory).orElse(null))
                .get(0);
        step(number, 1, AssignmentState.GIVEN, account, Optional.empty());
        return number;
    }

    void step(int number, int nth, AssignmentState state, String account, Optional<String> words) throws SQLException {
        Sql.update(connection, STEP, number, nth, state.name(), account, words.orElse(null));
    }

    private static Assignment read(ResultSet row) throws SQLException {
        String owner = row.getString("owner");
        String indicator = row.getString("indicator");
        return new Assignment(
                row.getInt("id"),
                row.getString("body"),
                new Owner(owner == null ? row.getString("office") : owner, owner != null),
                row.getInt("unit_id"),
                row.getObject("due_on", LocalDate.class),
                row.getString("given_by"),
                row.getObject("given_at", OffsetDateTime.class),
                new Source(
                        Optional.ofNullable(row.getObject("report_id", Integer.class)),
                        indicator == null
                                ? Optional.empty()
                                : Optional.of(new Figure(
                                        indicator,
                                        row.getObject("figure_as_of", LocalDate.class),
                                        Optional.ofNullable(row.getString("figure_territory"))))),
                step(row),
                Optional.ofNullable(row.getString("answer")));
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                row.getInt("nth"),
                AssignmentState.valueOf(row.getString("state")),
                row.getString("by_account"),
                row.getObject("at", OffsetDateTime.class),
                Optional.ofNullable(row.getString("words")));
    }

    /** How assignments stood, narrowed by conditions. */
    private static final class Query {

        private final List<String> conditions = new ArrayList<>(List.of("true"));
        private final List<Object> values = new ArrayList<>();

        Query(LocalDate day, OffsetDateTime moment) {
            values.addAll(Arrays.asList(day, moment, moment));
        }

        Query and(String condition, Object... parameters) {
            conditions.add(condition);
            values.addAll(Arrays.asList(parameters));
            return this;
        }

        Query reached(Reach reach) {
            return and(
                    "(?::integer[] is null or a.unit_id = any (?::integer[]) or a.owner = ? or a.given_by = ?)",
                    reach.units(),
                    reach.units(),
                    reach.account(),
                    reach.account());
        }

        Query filtered(AssignmentFilter filter, Integer[] units) {
            filter.owner().ifPresent(owner -> and("coalesce(a.owner, a.office) = ?", owner));
            filter.giver().ifPresent(giver -> and("a.given_by = ?", giver));
            if (filter.standing() == Standing.OPEN) {
                and("a.state <> 'CLOSED'");
            } else if (filter.standing() != Standing.ALL) {
                and("a.state = ?", filter.standing().name());
            }
            if (filter.isOverdue()) {
                and("a.rank = 0");
            }
            return units == null ? this : and("a.unit_id = any (?::integer[])", (Object) units);
        }

        List<Assignment> list(Connection connection, String order) throws SQLException {
            return Sql.list(connection, AssignmentSql::read, sql("*") + order, values.toArray());
        }

        int count(Connection connection) throws SQLException {
            return Sql.list(connection, row -> row.getInt(1), sql("count(*)::integer"), values.toArray())
                    .get(0);
        }

        private String sql(String columns) {
            return "select " + columns + " from (" + STANDING + ") a where " + String.join(" and ", conditions);
        }
    }
}
