package kz.ruralincome.domain.credit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.account.Role;
import kz.ruralincome.domain.shared.AccessRefused;
import kz.ruralincome.domain.shared.Sql;

/**
 * Who calls, and for which lender: accounts of one lender share its loans.
 *
 * @param order what a repayment in one sum pays first
 * @param reference the version of parameters and calendar that the call's connection sees
 */
record LenderCall(String account, int lender, List<AllotmentStep> order, long reference) {

    private static final String CALL = "select l.id, l.allotment, " + CreditReference.VERSION
            + " from account a join lender l on l.id = a.lender_id where a.name = ?";

    /** @throws AccessRefused if the caller is no lender */
    static LenderCall of(Connection connection, Access access) throws SQLException {
        Access.demand(access.role() == Role.LENDER);
        return Sql.list(
                        connection,
                        row -> new LenderCall(
                                access.account(),
                                row.getInt(1),
                                order((String[]) row.getArray(2).getArray()),
                                row.getLong(3)),
                        CALL,
                        access.account())
                .stream()
                .findFirst()
                .orElseThrow(() -> new AccessRefused("access.role"));
    }

    static List<AllotmentStep> order(String[] names) {
        return Arrays.stream(names).map(AllotmentStep::valueOf).toList();
    }
}
