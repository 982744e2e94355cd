package kz.ruralincome.domain.credit;

import static java.util.Locale.ROOT;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.shared.Sql;
import org.junit.jupiter.api.Test;

/**
 * Measures how quickly the loan book is aged: all of it, a night in which one loan in a hundred changed, and one in which
 * none did; it asserts nothing. Beside it stands what PostgreSQL needs to write the same rows without computing them.
 */
class LoanAgeingBench {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final int LOANS = Integer.getInteger("pilot.bench.loans", 300_000);

    @Test
    void agesTheLoanBook() throws SQLException {
        var credit = CreditFixture.on(PilotDatabase.durable());
        ManyLoans.fill(credit.database(), LOANS);
        OffsetDateTime first = credit.close();
        try (Connection connection = credit.database().connect()) {
            connection.setAutoCommit(false);
            double full = age(connection, "everything, for the first time", first, TODAY, false);
            double written = written(connection);
            print("  the same rows written by bare SQL", written, "ours is %.1f times that".formatted(full / written));
            age(connection, "everything again", credit.close(), TODAY, true);
            ManyLoans.repay(credit.database(), LOANS / 100);
            double night = age(connection, "a night in which 1 % changed", credit.close(), TODAY.plusDays(1), false);
            print("  of everything", night, "%.1f %%".formatted(100 * night / full));
            age(connection, "a night in which none changed", credit.close(), TODAY.plusDays(2), false);
        }
    }

    private static double age(Connection connection, String what, OffsetDateTime moment, LocalDate day, boolean full)
            throws SQLException {
        long begin = System.nanoTime();
        Map<String, Long> counts = LoanAgeingUpdate.apply(connection, moment, day, full, null);
        connection.commit();
        double seconds = (System.nanoTime() - begin) / 1e9;
        print(what, seconds, "%,.0f loans/s, %s".formatted(LOANS / seconds, counts));
        Sql.update(connection, "analyze loan_line");
        Sql.update(connection, "analyze loan_standing");
        connection.commit();
        return seconds;
    }

    private static double written(Connection connection) throws SQLException {
        Sql.update(connection, "create table bare_line (like loan_line including all)");
        Sql.update(connection, "create table bare_standing (like loan_standing including all)");
        long begin = System.nanoTime();
        Sql.update(connection, "insert into bare_line select * from loan_line");
        Sql.update(connection, "insert into bare_standing select * from loan_standing");
        connection.commit();
        double seconds = (System.nanoTime() - begin) / 1e9;
        Sql.update(connection, "drop table bare_line, bare_standing");
        connection.commit();
        return seconds;
    }

    private static void print(String what, double seconds, String beside) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        System.out.printf(
                ROOT, "ageing of %,d loans: %-40s %8.2f s  %s  (load %.1f)%n", LOANS, what, seconds, beside, load);
    }
}
