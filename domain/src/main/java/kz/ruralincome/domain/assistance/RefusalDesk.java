package kz.ruralincome.domain.assistance;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.participant.Reach;
import kz.ruralincome.domain.register.RegisterChanged;
import kz.ruralincome.domain.register.Revision;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.domain.shared.Sql;

/** Takes the grounds of refusal that officers find, and takes one back that was recorded in error. */
@Stateless
@TransactionAttribute(REQUIRED)
public class RefusalDesk {

    private static final int LONGEST = 500;

    private static final String STANDS = """
            select id from refusal where household_id = ? and kind = ? and on_date = ? and superseded_rev is null""";

    private static final String RECORD =
            "insert into refusal (household_id, kind, on_date, document, rev) values (?, ?, ?, ?, ?)";

    private static final String TAKE_BACK =
            "update refusal set superseded_rev = ? where id = ? and household_id = ? and superseded_rev is null";

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private Reach reach;

    @Inject
    private Event<RegisterChanged> changed;

    /**
     * Records a ground.
     *
     * @param ground one that officers record; empty: none was chosen
     * @param on its day, not after the business date
     * @param document number and day of the paper that says so
     * @throws InvalidRequest with all that is wrong
     * @throws RuleViolation {@code assistance.refusal.twice} if it stands already
     */
    public void record(
            int household,
            Optional<RefusalGround> ground,
            Optional<LocalDate> on,
            Optional<String> document,
            Access officer) {
        Access.demand(officer.writesOfPersons());
        demandComplete(ground.filter(RefusalGround::isRecorded), on, document);
        in(connection -> {
            Households.find(
                    connection, household, reach.today(), reach.units(officer).orElse(null));
            record(
                    connection,
                    household,
                    ground.orElseThrow(),
                    on.orElseThrow(),
                    document.orElseThrow(),
                    officer.account());
        });
    }

    static void record(
            Connection connection, int household, RefusalGround ground, LocalDate on, String document, String account)
            throws SQLException {
        Households.lock(connection, household);
        if (Sql.first(connection, Long.class, STANDS, household, ground.name(), on)
                .isPresent()) {
            throw new RuleViolation("assistance.refusal.twice");
        }
        long revision = Revision.open(connection, account, "REFUSAL").id();
        Sql.update(connection, RECORD, household, ground.name(), on, document, revision);
        note(connection, account, "assistance.refusal-recorded", household, ground.name());
    }

    /**
     * Takes back what was recorded in error; it stays in the history.
     *
     * @throws NotFoundException if it does not stand or its household is out of reach
     */
    public void takeBack(int household, long refusal, Access officer) {
        Access.demand(officer.writesOfPersons());
        in(connection -> {
            Households.find(
                    connection, household, reach.today(), reach.units(officer).orElse(null));
            takeBack(connection, household, refusal, officer.account());
        });
    }

    static void takeBack(Connection connection, int household, long refusal, String account) throws SQLException {
        Households.lock(connection, household);
        long revision = Revision.open(connection, account, "REFUSAL").id();
        if (Sql.update(connection, TAKE_BACK, revision, refusal, household) == 0) {
            throw new NotFoundException("refusal");
        }
        note(connection, account, "assistance.refusal-taken-back", household, Long.toString(refusal));
    }

    private void demandComplete(Optional<RefusalGround> ground, Optional<LocalDate> on, Optional<String> document) {
        List<FieldError> errors = new ArrayList<>();
        if (ground.isEmpty()) {
            errors.add(new FieldError("ground", "assistance.refusal.no-ground", List.of()));
        }
        if (on.isEmpty() || on.get().isAfter(reach.today())) {
            errors.add(new FieldError("on", "assistance.refusal.day", List.of()));
        }
        if (document.isEmpty() || document.get().length() > LONGEST) {
            errors.add(new FieldError("document", "assistance.refusal.no-document", List.of()));
        }
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
    }

    private static void note(Connection connection, String account, String action, int household, String what)
            throws SQLException {
        AuditTrail.note(
                connection, account, action, "{\"household\": %d, \"what\": \"%s\"}".formatted(household, what));
    }

    private void in(Work work) {
        try (var connection = database.getConnection()) {
            work.with(connection);
            changed.fire(new RegisterChanged("refusal"));
        } catch (SQLException e) {
            throw new IllegalStateException("a ground of refusal cannot be kept", e);
        }
    }

    /** Something to do with a connection. */
    private interface Work {
        void with(Connection connection) throws SQLException;
    }
}
