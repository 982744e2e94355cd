package kz.ruralincome.domain.assignment;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.assignment.Assignment.Step;
import kz.ruralincome.domain.assignment.AssignmentSql.Place;
import kz.ruralincome.domain.assignment.AssignmentSql.Reach;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.domain.shared.Slice;
import kz.ruralincome.domain.territory.TerritoryTree;
import kz.ruralincome.domain.territory.TerritoryTrees;
import kz.ruralincome.domain.territory.TerritoryUnit;

/**
 * The desk of the collegium's assignments. Whoever sees figures sees those of their territory, and those that they gave or
 * own; any other is not found.
 */
@Stateless
@TransactionAttribute(REQUIRED)
public class AssignmentDesk {

    /** How many a page holds. */
    public static final int PAGE = 50;

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private TerritoryTrees trees;

    @Inject
    private BusinessCalendar calendar;

    /**
     * A page of the list.
     *
     * @param cursor the {@code next} of the page before
     */
    public AssignmentPage page(AssignmentFilter filter, Optional<String> cursor, Access access) {
        Optional<Place> after = cursor.map(AssignmentDesk::place);
        return in(access, (connection, assignments) -> {
            Slice<Assignment> page =
                    Slice.of(assignments.page(filter, units(filter.territory()), after, PAGE + 1), PAGE);
            return new AssignmentPage(page.items(), page.goesOnAfter().map(this::cursor));
        });
    }

    /** How many the list holds on all its pages. */
    public int count(AssignmentFilter filter, Access access) {
        return in(access, (connection, assignments) -> assignments.count(filter, units(filter.territory())));
    }

    /** Accounts and offices that own an assignment within reach, by name. */
    public List<String> owners(Access access) {
        return in(access, (connection, assignments) -> assignments.owners());
    }

    /** @throws NotFoundException if there is none, or none within reach */
    public Assignment open(int number, Access access) {
        return in(access, (connection, assignments) -> assignments.get(number));
    }

    /** Everything that became of it, in the order in which it did. */
    public List<Step> history(int number, Access access) {
        return in(access, (connection, assignments) -> {
            assignments.get(number);
            return assignments.steps(number);
        });
    }

    /** Whom the caller may give an assignment to: people who can sign in, but for themselves. */
    public List<String> candidates(Access access) {
        Access.demand(access.givesAssignments());
        return in(access, (connection, assignments) -> AssignmentSql.people(connection).stream()
                .map(AssignmentSql.Person::name)
                .filter(name -> !name.equals(access.account()))
                .toList());
    }

    /**
     * Gives an assignment; its number.
     *
     * @throws InvalidRequest when something is missing, is too long, or nobody could do it
     */
    public int give(AssignmentOrder order, Access access) {
        Access.demand(access.givesAssignments());
        return in(access, (connection, assignments) -> {
            var checked = new OrderCheck(trees.on(calendar.today()), calendar.today(), access)
                    .checked(order, AssignmentSql.people(connection));
            assignments.lock();
            int number = assignments.give(
                    checked, Integer.parseInt(checked.territory().orElseThrow()), access.account());
            note(connection, "assignment.given", number, access);
            return number;
        });
    }

    /**
     * Brings an assignment into another state.
     *
     * @param nth of the last step that the caller knows
     * @param words the answer, or why; may be blank where the state does not demand any
     * @throws RuleViolation {@code assignment.changed} when somebody was quicker, {@code assignment.step} when the state does
     *     not allow it
     */
    public void step(int number, int nth, AssignmentState next, String words, Access access) {
        in(access, (connection, assignments) -> {
            Stepping.step(assignments, number, nth, next, words, access);
            note(
                    connection,
                    "assignment." + next.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    number,
                    access);
            return number;
        });
    }

    /**
     * How the assignments of a territory stood: those open then, and of the closed ones those due from a day on. What the
     * caller may see of the territory is asked of the figures that it stands beside.
     *
     * @param territory a KATO code or {@code none}; empty: everyone
     * @param moment empty: now
     * @throws InvalidRequest when the moment has not come yet
     */
    public AssignmentsOn on(
            Optional<String> territory, Optional<OffsetDateTime> moment, LocalDate from, Access access) {
        Access.demand(access.seesFigures());
        return with(connection -> {
            OffsetDateTime now = AssignmentSql.now(connection);
            OffsetDateTime known = moment.orElse(now);
            if (known.isAfter(now)) {
                throw new InvalidRequest("assignmentsOn", "assignment.moment.late");
            }
            LocalDate day = calendar.dayOf(known);
            TerritoryTree tree = trees.on(day);
            Integer[] units = territory.map(code -> inside(code, tree)).orElse(null);
            List<Assignment> found = new AssignmentSql(connection, day, null).on(known, units, from);
            Map<Integer, TerritoryUnit> places = new HashMap<>();
            found.forEach(one -> tree.unit(one.unit()).ifPresent(unit -> places.put(one.unit(), unit)));
            return new AssignmentsOn(known, day, found, places);
        });
    }

    private static Integer[] inside(String code, TerritoryTree tree) {
        return code.matches("[0-9]{9}") ? tree.within(Integer.parseInt(code)) : new Integer[0];
    }

    private Integer[] units(Optional<String> territory) {
        if (territory.isEmpty()) {
            return null;
        }
        String code = territory.get();
        var tree = trees.on(calendar.today());
        if (!code.matches("[0-9]{9}") || tree.unit(Integer.parseInt(code)).isEmpty()) {
            throw new InvalidRequest("territory", "outcome.territory.unknown", code);
        }
        return tree.within(Integer.parseInt(code));
    }

    private String cursor(Assignment last) {
        int rank = last.state() == AssignmentState.CLOSED ? 2 : last.isOverdue(calendar.today()) ? 0 : 1;
        return rank + "." + last.dueOn() + "." + last.number();
    }

    private static Place place(String cursor) {
        String[] parts = cursor.split("\\.");
        try {
            return new Place(Integer.parseInt(parts[0]), LocalDate.parse(parts[1]), Integer.parseInt(parts[2]));
        } catch (IndexOutOfBoundsException | NumberFormatException | DateTimeException foreign) {
            throw new InvalidRequest("cursor", "assignment.cursor");
        }
    }

    private static void note(Connection connection, String action, int number, Access access) throws SQLException {
        AuditTrail.note(connection, access.account(), action, "{\"assignment\": " + number + "}");
    }

    private <T> T in(Access access, Work<T> work) {
        Access.demand(access.seesFigures());
        LocalDate day = calendar.today();
        Integer[] units = access.territory().map(trees.on(day)::within).orElse(null);
        return with(connection ->
                work.on(connection, new AssignmentSql(connection, day, new Reach(units, access.account()))));
    }

    private <T> T with(Reading<T> work) {
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the assignments cannot be read or written", e);
        }
    }

    private interface Reading<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Something to do with the assignments within reach. */
    private interface Work<T> {
        T on(Connection connection, AssignmentSql assignments) throws SQLException;
    }
}
