package kz.ruralincome.domain.participant;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.participant.ContactQueries.Found;
import kz.ruralincome.domain.shared.PilotDataSource;

/** Finds the people within the caller's reach by a phone or the number of a household. */
@Stateless
@TransactionAttribute(REQUIRED)
public class ContactSearch {

    /** So many people are shown at most; who shares a phone or a household with more is found by name. */
    public static final int MOST = 100;

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private Reach reach;

    /**
     * What stands for a phone in addresses, where a phone must not; empty when nobody within reach has it.
     *
     * @param digits the last ten
     */
    public Optional<Long> phoneKey(String digits, Access access) {
        return in(
                access,
                (connection, units) -> ContactQueries.byPhone(connection, reach.today(), digits, units, 1)
                                .isEmpty()
                        ? Optional.empty()
                        : ContactQueries.key(connection, digits));
    }

    /** Whether somebody within reach is or was a member of the household. */
    public boolean isHousehold(String number, Access access) {
        return in(
                access, (connection, units) -> !ContactQueries.byHousehold(connection, reach.today(), number, units, 1)
                        .isEmpty());
    }

    /** Those with the phone that the key stands for; each look is noted. */
    public List<PersonHit> byPhone(long key, Access access) {
        return in(access, (connection, units) -> {
            Optional<String> digits = ContactQueries.phone(connection, key);
            return digits.isEmpty()
                    ? List.of()
                    : shown(
                            connection,
                            ContactQueries.byPhone(connection, reach.today(), digits.get(), units, MOST),
                            access);
        });
    }

    /** Those who are or were members of the household; each look is noted. */
    public List<PersonHit> byHousehold(String number, Access access) {
        return in(
                access,
                (connection, units) -> shown(
                        connection,
                        ContactQueries.byHousehold(connection, reach.today(), number, units, MOST),
                        access));
    }

    private static List<PersonHit> shown(Connection connection, List<Found> found, Access access) throws SQLException {
        AuditTrail.saw(
                connection,
                access.account(),
                PersonSearch.LISTED,
                found.stream().map(one -> one.row().number()).toList(),
                null);
        return found.stream()
                .map(one -> new PersonHit(one.row().summary(), one.current()))
                .toList();
    }

    private <T> T in(Access access, Work<T> work) {
        Access.demand(access.seesPersons());
        try (var connection = database.getConnection()) {
            return work.with(connection, reach.units(access).orElse(null));
        } catch (SQLException e) {
            throw new IllegalStateException("the search by phone or household failed", e);
        }
    }

    /** Something to do within the caller's units. */
    private interface Work<T> {
        T with(Connection connection, Integer[] units) throws SQLException;
    }
}
