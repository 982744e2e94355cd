package kz.ruralincome.domain.credit;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.participant.Reach;
import kz.ruralincome.domain.register.Watermark;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.PilotDataSource;

/** Opens one loan for people, as it stands or as it was known on an earlier moment; each look is noted. */
@Stateless
@TransactionAttribute(REQUIRED)
public class LoanInspection {

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private Reach reach;

    @Inject
    private Watermark watermark;

    /**
     * The loan on the business date.
     *
     * @param asKnownOn a moment that has passed; empty: as it stands
     * @throws NotFoundException if there is no such loan, it was not known then, or it is out of the caller's reach
     * @throws InvalidRequest {@code outcome.as-known-on.late} for a moment to come
     */
    public LoanDossier open(long loan, Optional<OffsetDateTime> asKnownOn, Access access) {
        Access.demand(access.seesPersons());
        if (asKnownOn.filter(moment -> !watermark.reaches(moment)).isPresent()) {
            throw new InvalidRequest("asKnownOn", "outcome.as-known-on.late");
        }
        try (var connection = database.getConnection()) {
            return new DossierReading(connection, reach.units(access), reach.today())
                    .read(loan, asKnownOn, access.account());
        } catch (SQLException e) {
            throw new IllegalStateException("a loan cannot be read", e);
        }
    }
}
