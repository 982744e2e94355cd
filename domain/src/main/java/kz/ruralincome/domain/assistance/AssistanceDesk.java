package kz.ruralincome.domain.assistance;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.assistance.HouseholdFile.Resident;
import kz.ruralincome.domain.assistance.HouseholdReading.Household;
import kz.ruralincome.domain.assistance.HouseholdReading.Person;
import kz.ruralincome.domain.assistance.TestInput.Circumstances;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.participant.Reach;
import kz.ruralincome.domain.participant.ReachedPerson;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.domain.territory.TerritoryTrees;

/**
 * The desk at which a household's right to assistance is tested and decided on. A household is within reach when it lives in
 * the caller's territory on the business date; every look is noted for each member that it showed.
 */
@Stateless
@TransactionAttribute(REQUIRED)
public class AssistanceDesk {

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private Reach reach;

    @Inject
    private TerritoryTrees trees;

    /** The household of which a person is a member on the business date; empty: there is none within reach. */
    public Optional<Integer> householdOf(UUID person, Access access) {
        Access.demand(access.seesPersons());
        return in(connection -> {
            Integer[] units = reach.units(access).orElse(null);
            return Households.ofPerson(connection, person, reach.today(), units);
        });
    }

    /**
     * Tests a household.
     *
     * @param whatIf what is supposed beside; may be empty
     * @throws NotFoundException if there is no such household or it is out of reach
     */
    public HouseholdFile open(
            int household, LocalDate appliedOn, Circumstances circumstances, WhatIf whatIf, Access access) {
        Access.demand(access.seesPersons());
        return in(connection -> {
            var found = find(connection, household, access);
            var tested = test(connection, household, appliedOn, circumstances);
            saw(connection, "assistance.tested", details(found), tested.household(), access);
            Optional<WhatIf.Answer> answer = whatIf.isEmpty()
                    ? Optional.empty()
                    : Optional.of(whatIf.answer(tested.input(), tested.result(), tested.parameters()));
            return new HouseholdFile(
                    found.id(),
                    found.number(),
                    found.place(),
                    residents(connection, tested.household().people(), access),
                    Households.assigned(connection, household, reach.today()),
                    tested.input(),
                    tested.result(),
                    answer,
                    basis(connection, household, tested),
                    Households.refusals(connection, household),
                    Decisions.of(connection, household));
        });
    }

    /**
     * Decides on an application; a later decision on one of the same quarter counts in the place of an earlier one.
     *
     * @return the number of the decision
     * @throws RuleViolation {@code assistance.changed} if the test is not any more what the officer saw
     * @throws kz.ruralincome.domain.shared.InvalidRequest with all that is wrong
     */
    public long decide(DecisionRequest request, Access officer) {
        Access.demand(officer.writesOfPersons());
        request.demandComplete(reach.today());
        return in(connection -> {
            var found = find(connection, request.household(), officer);
            Households.lock(connection, request.household());
            var tested = test(connection, request.household(), request.appliedOn(), request.circumstances());
            if (!basis(connection, request.household(), tested).equals(request.basis())) {
                throw new RuleViolation("assistance.changed");
            }
            long decision = Decisions.keep(connection, request, tested.input(), tested.result(), officer.account());
            saw(connection, "assistance.decided", details(found), tested.household(), officer);
            return decision;
        });
    }

    /**
     * A decision as it was made, with all that it rested on. The look is noted for the members of the day of application, as
     * the facts stand now.
     *
     * @throws NotFoundException if there is no such decision or its household is out of reach
     */
    public Decision decision(long id, Access access) {
        Access.demand(access.seesPersons());
        return in(connection -> {
            var decision = Decisions.find(connection, id).orElseThrow(() -> new NotFoundException("decision"));
            find(connection, decision.household(), access);
            var household =
                    read(connection, decision.household(), decision.input().appliedOn());
            saw(connection, "assistance.decision-opened", "{\"decision\": %d}".formatted(id), household, access);
            return decision;
        });
    }

    /** A household with its test and what that was reckoned with. */
    private record Tested(Household household, TestInput input, TestResult result, Parameters parameters) {}

    private Tested test(Connection connection, int id, LocalDate appliedOn, Circumstances circumstances)
            throws SQLException {
        var parameters = Parameters.read(connection);
        var household = read(connection, id, appliedOn);
        TestInput input = household.input().with(circumstances);
        return new Tested(household, input, PovertyTest.of(input, parameters), parameters);
    }

    private Household read(Connection connection, int id, LocalDate appliedOn) throws SQLException {
        return new HouseholdReading(connection, trees.on(appliedOn), appliedOn)
                .read(id)
                .get(0);
    }

    /** Who has moved away since the day of application is counted, and not named. */
    private List<Resident> residents(Connection connection, List<Person> people, Access access) throws SQLException {
        Set<Integer> reached = ReachedPerson.among(
                connection,
                reach.today(),
                people.stream().map(Person::number).toList(),
                reach.units(access).orElse(null));
        return people.stream()
                .map(person -> reached.contains(person.number())
                        ? new Resident(Optional.of(person.id()), person.name(), person.member())
                        : new Resident(Optional.empty(), "", person.member()))
                .toList();
    }

    private static String basis(Connection connection, int household, Tested tested) throws SQLException {
        return Households.basis(tested.input(), tested.result(), Decisions.last(connection, household));
    }

    private Households.Found find(Connection connection, int household, Access access) throws SQLException {
        return Households.find(
                connection, household, reach.today(), reach.units(access).orElse(null));
    }

    private static void saw(Connection connection, String action, String details, Household household, Access access)
            throws SQLException {
        List<Integer> people = household.people().stream().map(Person::number).toList();
        AuditTrail.note(connection, access.account(), action, details);
        AuditTrail.saw(connection, access.account(), action, people, details);
    }

    private static String details(Households.Found found) {
        return "{\"household\": %d}".formatted(found.id());
    }

    private <T> T in(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("a household cannot be tested", e);
        }
    }

    /** Something to do with a connection. */
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }
}
