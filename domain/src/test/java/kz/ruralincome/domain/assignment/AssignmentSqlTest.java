package kz.ruralincome.domain.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.account.Role;
import kz.ruralincome.domain.assignment.Assignment.Figure;
import kz.ruralincome.domain.assignment.Assignment.Source;
import kz.ruralincome.domain.assignment.AssignmentFilter.Standing;
import kz.ruralincome.domain.assignment.AssignmentSql.Person;
import kz.ruralincome.domain.assignment.AssignmentSql.Reach;
import kz.ruralincome.domain.shared.AccessRefused;
import kz.ruralincome.domain.shared.DomainException;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.domain.territory.TerritoryTree;
import kz.ruralincome.domain.territory.TerritoryUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Assignments in a database; without the door, which only asks for the right. */
class AssignmentSqlTest {

    private static final LocalDate TODAY = LocalDate.of(2023, 1, 10);
    private static final int REGION = 310000000;
    private static final int BAYZAK = 313600000;
    private static final Access AKIMAT = access("akimat", Role.AKIMAT);
    private static final Access COORDINATOR = access("coordinator", Role.COORDINATOR);

    private PilotDatabase database;
    private Connection connection;
    private AssignmentSql all;

    @BeforeEach
    void open() throws SQLException {
        database = PilotDatabase.fresh();
        connection = database.connect();
        database.execute("""
                insert into unit values (310000000), (313600000), (314000000);
                insert into account (name, role, unit_id, password_hash) values ('admin', 'ADMIN', null, 'x'),
                    ('akimat', 'AKIMAT', null, 'x'), ('coordinator', 'COORDINATOR', null, 'x'),
                    ('bayzak', 'COORDINATOR', 313600000, 'x');
                insert into account (name, role) values ('registry', 'REGISTRY')""");
        all = assignments(connection, null, "akimat");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private static AssignmentSql assignments(Connection connection, Integer[] units, String account) {
        return new AssignmentSql(connection, TODAY, new Reach(units, account));
    }

    private static Access access(String account, Role role) {
        return new Access(account, role, Optional.empty(), false);
    }

    private static AssignmentOrder order(String owner, String due) {
        return new AssignmentOrder(
                "Бару",
                Optional.of(owner),
                Optional.empty(),
                Optional.of("313600000"),
                Optional.of(LocalDate.parse(due)),
                Source.NONE);
    }

    private int given(String owner, String due) throws SQLException {
        return all.give(order(owner, due), BAYZAK, "akimat");
    }

    private void step(int number, int nth, AssignmentState next, String words, Access access) throws SQLException {
        Stepping.step(all, number, nth, next, words, access);
    }

    private void report(int number) throws SQLException {
        step(number, 1, AssignmentState.ACCEPTED, "", COORDINATOR);
        step(number, 2, AssignmentState.REPORTED, "Барды", COORDINATOR);
    }

    private List<Integer> numbers(AssignmentFilter filter) throws SQLException {
        return all.page(filter, null, Optional.empty(), 50).stream()
                .map(Assignment::number)
                .toList();
    }

    @Test
    void keepEveryStepWithWhoWhenAndWhy() throws SQLException {
        int number = given("coordinator", "2023-02-01");
        report(number);
        step(number, 3, AssignmentState.SENT_BACK, " мало ", AKIMAT);

        assertThat(all.steps(number))
                .extracting(one -> one.nth() + " " + one.state() + " " + one.by() + " "
                        + one.words().orElse("-"))
                .containsExactly(
                        "1 GIVEN akimat -",
                        "2 ACCEPTED coordinator -",
                        "3 REPORTED coordinator Барды",
                        "4 SENT_BACK akimat мало");
        assertThat(all.get(number).answer()).hasValue("Барды");
        for (String attempt : List.of(
                "update assignment_step set words = 'x'",
                "delete from assignment_step",
                "update assignment set due_on = due_on + 1",
                "update assignment set owner = 'admin'",
                "delete from assignment")) {
            assertThatThrownBy(() -> database.execute(attempt)).as(attempt).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void areOneStepFurtherThanWhoeverComesSecondKnows() throws SQLException {
        int number = given("coordinator", "2023-02-01");
        report(number);
        connection.setAutoCommit(false);
        step(number, 3, AssignmentState.CLOSED, "", AKIMAT);

        var other = CompletableFuture.supplyAsync(() -> closeAsAdmin(number));
        awaitALockThatWaits();
        connection.commit();

        assertThat(other.join()).isEqualTo("assignment.changed");
        assertThat(all.steps(number)).hasSize(4);
    }

    private String closeAsAdmin(int number) {
        try (var second = database.connect()) {
            second.setAutoCommit(false);
            Stepping.step(
                    assignments(second, null, "admin"),
                    number,
                    3,
                    AssignmentState.CLOSED,
                    "",
                    access("admin", Role.ADMIN));
            return "closed twice";
        } catch (DomainException refused) {
            return refused.code();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitALockThatWaits() throws SQLException {
        Object one = 1L;
        while (!one.equals(
                database.valueOf("select count(*) from pg_locks where locktype = 'advisory' and not granted"))) {
            Thread.onSpinWait();
        }
    }

    @Test
    void areStayedAwayFromByWhoHasNoRight() throws SQLException {
        int number = given("coordinator", "2023-02-01");
        assertThatThrownBy(() -> step(number, 1, AssignmentState.ACCEPTED, "", AKIMAT))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> step(number, 1, AssignmentState.CLOSED, "x", COORDINATOR))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> step(number, 1, AssignmentState.CLOSED, " ", AKIMAT))
                .isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> step(number, 1, AssignmentState.REPORTED, "x", COORDINATOR))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.code())
                        .isEqualTo("assignment.step"));
    }

    @Test
    void areSeenInTheTerritoryAndByWhoGaveOrOwnsThem() throws SQLException {
        int number = given("coordinator", "2023-02-01");
        Integer[] elsewhere = {314000000};
        assertThat(assignments(connection, new Integer[] {BAYZAK}, "bayzak").get(number))
                .isNotNull();
        assertThat(assignments(connection, elsewhere, "coordinator").get(number))
                .isNotNull();
        assertThat(assignments(connection, elsewhere, "akimat").get(number)).isNotNull();
        assertThatThrownBy(() -> assignments(connection, elsewhere, "bayzak").get(number))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void areListedOverdueOnesFirstAndClosedOnesLastAndCountedAlike() throws SQLException {
        int later = given("coordinator", "2023-02-01");
        int late = given("coordinator", "2023-01-05");
        int latest = given("bayzak", "2022-12-01");
        int closed = given("coordinator", "2022-01-01");
        step(closed, 1, AssignmentState.CLOSED, "x", AKIMAT);
        int reported = given("coordinator", "2023-01-01");
        report(reported);
        var everything =
                new AssignmentFilter(Optional.empty(), Optional.empty(), Standing.ALL, false, Optional.empty());

        assertThat(numbers(everything)).containsExactly(latest, late, reported, later, closed);
        assertThat(numbers(AssignmentFilter.open())).containsExactly(latest, late, reported, later);
        assertThat(numbers(AssignmentFilter.overdueOf("coordinator"))).containsExactly(late);
        assertThat(numbers(AssignmentFilter.reportedTo("akimat"))).containsExactly(reported);
        for (var filter : List.of(
                everything,
                AssignmentFilter.open(),
                AssignmentFilter.overdueOf("coordinator"),
                AssignmentFilter.of("coordinator", Standing.GIVEN),
                AssignmentFilter.reportedTo("akimat"))) {
            assertThat(all.count(filter, null)).isEqualTo(numbers(filter).size());
        }
        var place = new AssignmentSql.Place(0, LocalDate.of(2023, 1, 5), late);
        assertThat(all.page(everything, null, Optional.of(place), 2))
                .extracting(Assignment::number)
                .containsExactly(reported, later);
        assertThat(all.owners()).containsExactly("bayzak", "coordinator");
    }

    @Test
    void stayForAMomentAsTheyStoodThen() throws SQLException {
        int number = given("coordinator", "2023-01-05");
        OffsetDateTime then = AssignmentSql.now(connection);
        report(number);
        given("coordinator", "2023-01-06");
        LocalDate from = LocalDate.of(2023, 1, 1);

        assertThat(all.on(then, null, from))
                .extracting(one ->
                        one.number() + " " + one.state() + " " + one.answer().orElse("-"))
                .containsExactly(number + " GIVEN -");
        var now = AssignmentSql.now(connection);
        assertThat(all.on(now, new Integer[] {BAYZAK}, from)).hasSize(2);
        assertThat(all.on(now, new Integer[] {REGION}, from)).isEmpty();
    }

    @Test
    void leaveOutOfAReportWhatWasClosedAndDueBeforeItsPeriod() throws SQLException {
        int number = given("coordinator", "2023-01-05");
        step(number, 1, AssignmentState.CLOSED, "x", AKIMAT);
        var now = AssignmentSql.now(connection);
        assertThat(all.on(now, null, LocalDate.of(2023, 1, 5))).hasSize(1);
        assertThat(all.on(now, null, LocalDate.of(2023, 1, 6))).isEmpty();
    }

    @Test
    void rememberTheFigureAndTheReportThatTheyComeFrom() throws SQLException {
        database.execute("""
                insert into report (as_of, flow_from, known_on, rules, drafted_by)
                values ('2023-01-01', '2022-01-01', now(), '1', 'admin')""");
        var figure = new Figure("asp.persons", LocalDate.of(2023, 1, 1), Optional.of("313600000"));
        var order = new AssignmentOrder(
                "Бару",
                Optional.empty(),
                Optional.of("Акимат"),
                Optional.of("313600000"),
                Optional.of(TODAY),
                new Source(Optional.of(1), Optional.of(figure)));
        int number = all.give(order, BAYZAK, "akimat");

        assertThat(all.get(number).source()).isEqualTo(order.source());
        assertThat(all.get(number).owner().isAccount()).isFalse();
        database.execute("delete from report"); // a draft that was discarded
        assertThat(all.get(number).source().report()).isEmpty();
    }

    @Test
    void areGivenOnlyIfSomebodyCanDoThem() {
        var tree = new TerritoryTree(List.of(
                unit(REGION, Optional.empty()),
                unit(BAYZAK, Optional.of(REGION)),
                unit(314000000, Optional.of(REGION))));
        List<Person> people =
                List.of(new Person("akimat", Optional.empty()), new Person("elsewhere", Optional.of(314000000)));
        var bad = new AssignmentOrder(
                "ЖСН 850101300015",
                Optional.of("elsewhere"),
                Optional.empty(),
                Optional.of("313600000"),
                Optional.of(TODAY.minusDays(1)),
                Source.NONE);
        assertThat(refusals(new OrderCheck(tree, TODAY, AKIMAT), bad, people))
                .containsExactly("assignment.iin", "assignment.owner.elsewhere", "assignment.dueOn.past");
        var bound = new Access("akimat", Role.AKIMAT, Optional.of(314000000), false);
        assertThat(refusals(new OrderCheck(tree, TODAY, bound), order("akimat", "2023-02-01"), people))
                .containsExactly("assignment.territory", "assignment.owner.unknown");
    }

    private static List<String> refusals(OrderCheck check, AssignmentOrder order, List<Person> people) {
        try {
            check.checked(order, people);
            return List.of();
        } catch (InvalidRequest refused) {
            return refused.errors().stream().map(FieldError::code).toList();
        }
    }

    private static TerritoryUnit unit(int kato, Optional<Integer> parent) {
        return new TerritoryUnit(kato, parent, "" + kato, Optional.empty(), Optional.empty());
    }
}
