package kz.ruralincome.domain.enrolment;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.participant.Reach;
import kz.ruralincome.domain.participant.ReachedPerson;
import kz.ruralincome.domain.register.RegisterChanged;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.Sql;
import kz.ruralincome.domain.territory.TerritoryTrees;

/**
 * Where people are enrolled, rest, come back and leave. Every method refuses whoever is no coordinator or administrator, and
 * persons out of reach look as if they were not there ({@link NotFoundException}); {@link StepRefused} has every reason.
 */
@Stateless
@TransactionAttribute(REQUIRED)
public class EnrolmentDesk {

    /** The longest reason, in characters. */
    public static final int LONGEST_REASON = 300;

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private Reach reach;

    @Inject
    private TerritoryTrees trees;

    @Inject
    private Event<RegisterChanged> changed;

    /** The part that a person takes; the look is noted. */
    public Participation open(UUID id, Access access) {
        return with(id, access, "enrolment.opened", (connection, person) -> {
            LocalDate today = reach.today();
            Standing standing = ParticipationFacts.standing(connection, person.number());
            var enrolment = standing.enrolmentOn(today);
            return new Participation(
                    person.summary(),
                    standing.statusOn(today),
                    enrolment,
                    standing.suspensions(),
                    ParticipationFacts.visit(connection, person.number()),
                    ParticipationFacts.wish(connection, person.number()),
                    ParticipationFacts.consents(connection, person.number()),
                    ParticipationFacts.declines(connection, person.number()));
        });
    }

    /** Why each step cannot be taken today, as codes; an empty list where it can. */
    public Map<Step, List<String>> obstacles(UUID id, Access access) {
        return with(id, access, null, (connection, person) -> {
            LocalDate today = reach.today();
            Standing standing = ParticipationFacts.standing(connection, person.number());
            DayFacts facts = ParticipationFacts.on(connection, person.number(), today);
            Map<Step, List<String>> obstacles = new EnumMap<>(Step.class);
            for (Step step : Step.values()) {
                obstacles.put(step, obstacles(step, today, standing, facts));
            }
            return obstacles;
        });
    }

    static List<String> obstacles(Step step, LocalDate today, Standing standing, DayFacts facts) {
        EnrolmentStatus status = standing.statusOn(today);
        if (!step.isOpenTo(status)) {
            return List.of(StepRules.notFrom(step, status)); // the rest would only distract
        }
        return switch (step) {
            case ENROL -> StepRules.ofEnrolling(today, Optional.empty(), standing, facts, today);
            case SUSPEND -> StepRules.ofSuspending(today, standing, today);
            case RESUME -> StepRules.ofResuming(today, standing, today);
            case LEAVE -> StepRules.ofLeaving(today, standing, today);
        };
    }

    public void enrol(UUID id, EnrolmentRequest request, Access access) {
        step(id, access, Step.ENROL, steps -> steps.enrol(request, trees.on(request.day())));
        changed.fire(new RegisterChanged("enrolment"));
    }

    /** The part rests from the day on; the promise to register stands. */
    public void suspend(UUID id, LocalDate day, String reason, Access access) {
        String because = reason(reason);
        step(id, access, Step.SUSPEND, steps -> steps.suspend(day, because));
    }

    /** Ends the rest: from the day on they take part again. */
    public void resume(UUID id, LocalDate day, String reason, Access access) {
        String because = reason(reason);
        step(id, access, Step.RESUME, steps -> steps.resume(day, because));
    }

    /** They take part no longer, from the day on. */
    public void leave(UUID id, LocalDate day, String reason, Access access) {
        String because = reason(reason);
        step(id, access, Step.LEAVE, steps -> steps.leave(day, because));
        changed.fire(new RegisterChanged("enrolment"));
    }

    /** Turns down what a person wished at their last screening. */
    public void decline(UUID id, String reason, Access access) {
        String because = reason(reason);
        with(id, access, "enrolment.declined", (connection, person) -> {
            decline(connection, person.number(), because, access.account(), reach.today());
            return null;
        });
    }

    static void decline(Connection connection, int person, String reason, String account, LocalDate today)
            throws SQLException {
        // two who decide at once: the second waits and finds that nothing is to be decided
        Sql.first(connection, Integer.class, "select id from person where id = ? for no key update", person);
        var wish = ParticipationFacts.wish(connection, person);
        StepRefused.demand(wish.isPresent() ? List.of() : List.of("enrolment.no-wish"));
        Sql.update(connection, """
                insert into enrolment_decline (screening_id, person_id, declined_on, reason, account)
                select screening_id, person_id, ?, ?, ? from screening_member
                where screening_id = ? and person_id = any (records_of(?)) and wishes""", today, reason, account, wish.orElseThrow().screening(), person);
    }

    private static String reason(String text) {
        if (text == null || text.isBlank() || text.strip().length() > LONGEST_REASON) {
            throw new InvalidRequest("reason", "enrolment.reason", LONGEST_REASON);
        }
        return text.strip();
    }

    private interface Taken {
        void by(EnrolmentSteps steps) throws SQLException;
    }

    private void step(UUID id, Access access, Step step, Taken taken) {
        on(access, connection -> {
            LocalDate today = reach.today();
            Turn turn =
                    Turn.of(connection, access, today, id, reach.units(access).orElse(null));
            taken.by(new EnrolmentSteps(connection, access, today, turn));
            AuditTrail.saw(
                    connection,
                    access.account(),
                    "enrolment.step",
                    turn.person().number(),
                    "{\"step\": \"" + step + "\"}");
            return null;
        });
    }

    private interface Work<T> {
        T of(Connection connection, ReachedPerson person) throws SQLException;
    }

    private <T> T with(UUID id, Access access, String action, Work<T> work) {
        return on(access, connection -> {
            var person = ReachedPerson.get(
                    connection, reach.today(), id, reach.units(access).orElse(null));
            T answer = work.of(connection, person);
            if (action != null) {
                AuditTrail.saw(connection, access.account(), action, person.number(), null);
            }
            return answer;
        });
    }

    private interface Transaction<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T on(Access access, Transaction<T> work) {
        Access.demand(access.writesOfPersons());
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the part of a person cannot be read or written", e);
        }
    }
}
