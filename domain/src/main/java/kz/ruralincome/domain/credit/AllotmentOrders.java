package kz.ruralincome.domain.credit;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.register.RegisterChanged;
import kz.ruralincome.domain.register.Revision;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.Sql;

/**
 * Sets what a repayment in one sum pays first, lender by lender. An order is a fact with versions: an answer as known on an
 * earlier moment keeps the order of that moment.
 */
@Stateless
@TransactionAttribute(REQUIRED)
public class AllotmentOrders {

    private static final String ORDERS = """
            select l.code, o.steps from lender l
            left join lender_allotment o on o.lender_id = l.id and o.superseded_rev is null""";

    /** One lender at a time: the second of two who set it waits, and supersedes what the first has set. */
    private static final String LOCK = "select id from lender where code = ? for no key update";

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private Event<RegisterChanged> changed;

    /** The order of every lender, by its code. */
    public Map<String, List<AllotmentStep>> all(Access access) {
        Access.demand(access.seesPersons());
        try (var connection = database.getConnection()) {
            return all(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the orders of allotment cannot be read", e);
        }
    }

    static Map<String, List<AllotmentStep>> all(Connection connection) throws SQLException {
        Map<String, List<AllotmentStep>> orders = new HashMap<>();
        Sql.list(connection, row -> orders.put(row.getString(1), LenderCall.order(row.getArray(2))), ORDERS);
        return orders;
    }

    /**
     * Sets the order of a lender; all its loans are computed anew by the next run of {@code loan-ageing}, which is asked for.
     *
     * @throws InvalidRequest {@code lender.allotment} unless each step is there once
     * @throws NotFoundException if there is no such lender
     */
    public void set(String lender, List<AllotmentStep> order, Access administrator) {
        Access.demand(administrator.administers());
        try (var connection = database.getConnection()) {
            if (set(connection, lender, order, administrator.account())) {
                changed.fire(new RegisterChanged("lender"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the order of allotment cannot be set", e);
        }
    }

    /** Whether it was another order before. */
    static boolean set(Connection connection, String lender, List<AllotmentStep> order, String account)
            throws SQLException {
        if (order.size() != AllotmentStep.USUAL.size() || !EnumSet.copyOf(order).containsAll(AllotmentStep.USUAL)) {
            throw new InvalidRequest("allotment", "lender.allotment");
        }
        int id = Sql.first(connection, Integer.class, LOCK, lender).orElseThrow(() -> new NotFoundException("lender"));
        List<AllotmentStep> before = all(connection).get(lender);
        if (before.equals(order)) {
            return false;
        }
        long revision = Revision.open(connection, account, "ALLOTMENT").id();
        Sql.update(
                connection,
                "update lender_allotment set superseded_rev = ? where lender_id = ? and superseded_rev is null",
                revision,
                id);
        Sql.update(
                connection,
                "insert into lender_allotment (lender_id, steps, rev) values (?, ?, ?)",
                id,
                order.stream().map(Enum::name).toArray(String[]::new),
                revision);
        AuditTrail.note(connection, account, "lender.allotment", details(lender, before, order));
        return true;
    }

    private static String details(String lender, List<AllotmentStep> before, List<AllotmentStep> after) {
        return "{\"lender\": \"%s\", \"before\": \"%s\", \"after\": \"%s\"}".formatted(lender, before, after);
    }
}
