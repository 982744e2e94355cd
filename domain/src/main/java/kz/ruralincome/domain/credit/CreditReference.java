package kz.ruralincome.domain.credit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Set;
import kz.ruralincome.domain.register.Known;
import kz.ruralincome.domain.shared.Sql;

/**
 * What loans are judged and aged by and lenders do not tell: the programme's dated parameters and the calendar, as they
 * stand.
 *
 * @param version greater for every change of one of them; 0 of an earlier moment
 */
record CreditReference(long version, ProgrammeParameters parameters, WorkingDays days) {

    /** The version that a connection sees: one look at some hundred rows. */
    static final String VERSION = """
            (select coalesce(max(greatest(rev, superseded_rev)), 0) from calendar_day)
            + (select coalesce(max(greatest(rev, superseded_rev)), 0) from parameter)""";

    private static final String STANDING = "f.superseded_rev is null";

    /** As they stand. */
    static CreditReference read(Connection connection) throws SQLException {
        long version = Sql.first(connection, Long.class, "select " + VERSION).orElseThrow();
        return new CreditReference(
                version, ProgrammeParameters.read(connection, "", STANDING), workingDays(connection, "", STANDING));
    }

    /** As they were known on a closed moment. */
    static CreditReference asKnownOn(Connection connection, OffsetDateTime moment) throws SQLException {
        String known = "with " + Known.CTE;
        String visible = Known.visible("f");
        return new CreditReference(
                0,
                ProgrammeParameters.read(connection, known, visible, moment),
                workingDays(connection, known, visible, moment));
    }

    private static WorkingDays workingDays(Connection connection, String known, String visible, Object... moment)
            throws SQLException {
        Set<LocalDate> daysOff = new HashSet<>();
        Set<LocalDate> worked = new HashSet<>();
        Sql.list(
                connection,
                row -> (row.getString(2).equals("DAY_OFF") ? daysOff : worked).add(row.getObject(1, LocalDate.class)),
                known + " select f.on_date, f.kind from calendar_day f where " + visible,
                moment);
        return new WorkingDays(daysOff, worked);
    }
}
