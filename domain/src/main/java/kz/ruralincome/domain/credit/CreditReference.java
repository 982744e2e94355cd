package kz.ruralincome.domain.credit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import kz.ruralincome.domain.shared.Sql;

/**
 * What loans are judged and aged by and lenders do not tell: the programme's dated parameters and the calendar, as they
 * stand.
 *
 * @param version greater for every change of one of them
 */
record CreditReference(long version, ProgrammeParameters parameters, WorkingDays days) {

    /** The version that a connection sees: one look at some hundred rows. */
    static final String VERSION = """
            (select coalesce(max(greatest(rev, superseded_rev)), 0) from calendar_day)
            + (select coalesce(max(greatest(rev, superseded_rev)), 0) from parameter)""";

    static CreditReference read(Connection connection) throws SQLException {
        long version = Sql.first(connection, Long.class, "select " + VERSION).orElseThrow();
        return new CreditReference(version, ProgrammeParameters.read(connection), workingDays(connection));
    }

    private static WorkingDays workingDays(Connection connection) throws SQLException {
        Set<LocalDate> daysOff = new HashSet<>();
        Set<LocalDate> worked = new HashSet<>();
        Sql.list(
                connection,
                row -> (row.getString(2).equals("DAY_OFF") ? daysOff : worked).add(row.getObject(1, LocalDate.class)),
                "select on_date, kind from calendar_day where superseded_rev is null");
        return new WorkingDays(daysOff, worked);
    }
}
