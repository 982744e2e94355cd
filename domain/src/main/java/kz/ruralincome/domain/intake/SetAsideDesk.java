package kz.ruralincome.domain.intake;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.shared.Explanation;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.RuleViolation;

/** Where somebody says that the errors of a load need not be mended: a file sent by mistake leaves the desk. */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class SetAsideDesk {

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private ListDesk lists;

    @Inject
    private AuditTrail audit;

    /**
     * Sets a load aside, one's own too: nothing of it goes in by that.
     *
     * @param reason an {@link Explanation}
     * @throws RuleViolation {@code load.nothing-to-mend} if nobody is asked to mend it
     */
    public void setAside(UUID id, String reason, Access access) {
        Access.demand(access.writesOfPersons());
        lists.load(id, access);
        String said = Explanation.of(reason, "intake.aside");
        try (var connection = database.getConnection()) {
            if (!new Loads(connection).setAside(id, access.account(), said)) {
                throw new RuleViolation("load.nothing-to-mend");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the load cannot be set aside", e);
        }
        audit.note(access.account(), "load.set-aside", "{\"load\": \"%s\"}".formatted(id));
    }

    /** Whether this caller may set it aside. */
    public boolean maySetAside(Load load, Access access) {
        if (!access.writesOfPersons()) {
            return false;
        }
        try (var connection = database.getConnection()) {
            return new Loads(connection).holds(load.id(), LoadConcern.WITH_ERRORS);
        } catch (SQLException e) {
            throw new IllegalStateException("the load cannot be read", e);
        }
    }

    /** Who has set it aside, and why. */
    public Optional<LoadSetAside> of(Load load) {
        try (var connection = database.getConnection()) {
            return new Loads(connection).setAside(load.id());
        } catch (SQLException e) {
            throw new IllegalStateException("the load cannot be read", e);
        }
    }
}
