package kz.ruralincome.domain.correction;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.participant.Reach;
import kz.ruralincome.domain.participant.ReachedPerson;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.PilotDataSource;

/** Opens all that is and was ever recorded of one person. */
@Stateless
@TransactionAttribute(REQUIRED)
public class FactBook {

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private Reach reach;

    /**
     * Their facts, and those of a household while they are a member, the one that begins last first; the look is noted.
     *
     * @throws NotFoundException if there is no such person or they are out of the caller's reach
     */
    public List<FactHistory> of(UUID person, Access access) {
        Access.demand(access.seesPersons());
        try (var connection = database.getConnection()) {
            ReachedPerson reached = ReachedPerson.get(
                    connection, reach.today(), person, reach.units(access).orElse(null));
            AuditTrail.saw(connection, access.account(), "participant.history", reached.number(), null);
            return FactVersions.of(connection, reached.number());
        } catch (SQLException e) {
            throw new IllegalStateException("the facts of a person cannot be read", e);
        }
    }
}
