package kz.ruralincome.domain.correction;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.intake.FactField;
import kz.ruralincome.domain.intake.FormRefused;
import kz.ruralincome.domain.participant.ParticipantSummary;
import kz.ruralincome.domain.participant.Reach;
import kz.ruralincome.domain.participant.ReachedPerson;
import kz.ruralincome.domain.register.RegisterChanged;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.RuleViolation;

/**
 * Where a fact of a person is put right, by one account or by two. Every method refuses whoever is no coordinator or
 * administrator; what is out of reach looks as if it were not there ({@link NotFoundException}).
 */
@Stateless
@TransactionAttribute(REQUIRED)
public class CorrectionDesk {

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private Reach reach;

    @Inject
    private Event<RegisterChanged> changed;

    /**
     * A fact as it is opened to be put right.
     *
     * @param fields what may be; empty: it does not stand
     * @param open the correction of it that waits for a second account
     */
    public record OpenedFact(
            ParticipantSummary person, FactHistory history, List<FactField> fields, Optional<Long> open) {}

    /**
     * What became of what somebody said is right.
     *
     * @param id the number of the correction
     * @param isWritten else it waits for a second account
     */
    public record Done(long id, boolean isWritten) {}

    /** Opens a fact by any of its versions; the look is noted. */
    public OpenedFact open(UUID person, String list, long fact, Access access) {
        return with(access, connection -> {
            ReachedPerson reached = person(connection, person, access);
            FactHistory history = FactVersions.of(connection, reached.number()).stream()
                    .filter(one -> one.holds(list, fact))
                    .findFirst()
                    .orElseThrow(() -> new NotFoundException("fact"));
            Optional<Long> standing =
                    history.standing().map(version -> version.row().id());
            AuditTrail.saw(
                    connection, access.account(), "correction.fact-opened", reached.number(), details(list, fact));
            return new OpenedFact(
                    reached.summary(),
                    history,
                    standing.isPresent() ? CorrectionWriting.fields(list) : List.of(),
                    standing.isPresent() ? Corrections.openOf(connection, list, standing.get()) : Optional.empty());
        });
    }

    /**
     * Puts a fact right, or proposes to where an approved report may hold a figure of it.
     *
     * @throws InvalidRequest the reason or the document is missing or too long
     * @throws FormRefused by the rules of the fact's list
     * @throws RuleViolation {@code correction.changed} when the version stands no longer, {@code correction.waiting-already} when one
     *     waits for it, {@code correction.nothing} when nothing would be another, {@code form.busy}
     */
    public Done correct(UUID person, CorrectionRequest request, Access access) {
        Done done = with(access, connection -> {
            ReachedPerson reached = person(connection, person, access);
            return CorrectionSteps.correct(connection, access, reach.today(), reached, request);
        });
        if (done.isWritten()) {
            changed.fire(new RegisterChanged("correction"));
        }
        return done;
    }

    /** Opens a correction; the look is noted. */
    public Correction read(long id, Access access) {
        return with(access, connection -> {
            Corrections.Row row = Corrections.get(connection, id, reach.today(), units(access));
            AuditTrail.saw(connection, access.account(), "correction.opened", row.person(), details(id));
            return row.correction();
        });
    }

    /**
     * Whether the fact is still the one that the correction was proposed for; one that has changed since can only be
     * refused.
     */
    public boolean isUpToDate(long id, Access access) {
        return with(access, connection -> {
            Corrections.Row row = Corrections.get(connection, id, reach.today(), units(access));
            return CorrectionSteps.standing(connection, row).isPresent();
        });
    }

    /**
     * Writes what another account has proposed, judged anew.
     *
     * @throws FormRefused by the rules of the list, as the register stands by now
     * @throws RuleViolation {@code correction.own}, {@code correction.decided}, {@code correction.changed},
     *     {@code correction.nothing}, {@code form.busy}
     */
    public void confirm(long id, Access access) {
        with(access, connection -> {
            CorrectionSteps.confirm(connection, access, reach.today(), units(access), id);
            return id;
        });
        changed.fire(new RegisterChanged("correction"));
    }

    /**
     * Refuses what another account has proposed.
     *
     * @throws RuleViolation {@code correction.own}, {@code correction.decided}
     */
    public void refuse(long id, String reason, Access access) {
        with(access, connection -> {
            CorrectionSteps.refuse(connection, access, reach.today(), units(access), id, reason);
            return id;
        });
    }

    /**
     * Takes back what the caller has proposed.
     *
     * @throws RuleViolation {@code correction.not-own}, {@code correction.decided}
     */
    public void takeBack(long id, Access access) {
        with(access, connection -> {
            CorrectionSteps.takeBack(connection, access, reach.today(), units(access), id);
            return id;
        });
    }

    static String details(long id) {
        return "{\"correction\": " + id + "}";
    }

    private static String details(String list, long fact) {
        return "{\"list\": \"" + list + "\", \"fact\": " + fact + "}";
    }

    private ReachedPerson person(Connection connection, UUID person, Access access) throws SQLException {
        return ReachedPerson.get(connection, reach.today(), person, units(access));
    }

    private Integer[] units(Access access) {
        return reach.units(access).orElse(null);
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T with(Access access, Work<T> work) {
        Access.demand(access.writesOfPersons());
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("a correction cannot be read or written", e);
        }
    }
}
