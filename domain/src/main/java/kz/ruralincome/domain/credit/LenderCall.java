package kz.ruralincome.domain.credit;

import java.sql.Array;
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

    private static final String CALL = "select a.lender_id, o.steps, " + CreditReference.VERSION + """
             from account a
            left join lender_allotment o on o.lender_id = a.lender_id and o.superseded_rev is null
            where a.name = ? and a.lender_id is not null""";

    /** @throws AccessRefused if the caller is no lender */
    static LenderCall of(Connection connection, Access access) throws SQLException {
        Access.demand(access.role() == Role.LENDER);
        return Sql.list(
                        connection,
                        row -> new LenderCall(access.account(), row.getInt(1), order(row.getArray(2)), row.getLong(3)),
                        CALL,
                        access.account())
                .stream()
                .findFirst()
                .orElseThrow(() -> new AccessRefused("access.role"));
    }

    /** @param steps null: the lender has no order of its own */
    static List<AllotmentStep> order(Array steps) throws SQLException {
        return steps == null
                ? AllotmentStep.USUAL
                : Arrays.stream((String[]) steps.getArray())
                        .map(AllotmentStep::valueOf)
                        .toList();
    }
}
