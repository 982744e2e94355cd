package kz.ruralincome.domain.credit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.shared.Rules;
import kz.ruralincome.domain.shared.Sql;

/**
 * Brings the ageing lines to what is known on a moment, and the standings to a day, in the transaction of the connection.
 * A full update computes all loans, another one those that changed since the last; both write only rows that differ, so
 * they leave the same rows.
 */
final class LoanAgeingUpdate {

    private final Connection connection;
    private final Map<String, Long> counts = new LinkedHashMap<>();

    private LoanAgeingUpdate(Connection connection) {
        this.connection = connection;
    }

    /**
     * Updates lines and standings.
     *
     * @param moment a closed one, not before that of the last run
     * @param run whose work it is; null in tests
     * @return how many loans were computed and rows written, by name
     */
    static Map<String, Long> apply(Connection connection, OffsetDateTime moment, LocalDate day, boolean full, UUID run)
            throws SQLException {
        var update = new LoanAgeingUpdate(connection);
        Sql.update(connection, "set local jit = off; set local work_mem = '64MB'");
        CreditReference reference = CreditReference.asKnownOn(connection, moment);
        Optional<LastRun> last = full ? Optional.empty() : LastRun.read(connection);
        boolean isPartial =
                last.isPresent() && !update.isOtherReference(last.get().freshAsOf(), moment);
        // asked first: places of a movement run that ends meanwhile are of the next run
        OffsetDateTime places = Sql.first(
                        connection, OffsetDateTime.class, "select fresh_as_of from movement_freshness")
                .orElse(null);
        if (isPartial) {
            update.changedLines(last.get(), moment, reference);
            update.changedStandings(last.get(), day, places);
        } else {
            update.allLines(moment, reference);
            update.allStandings(day);
        }
        if (update.counts.get("standingsChanged") > 0) {
            Sql.update(connection, LineSql.NO_TALLY);
            Sql.update(connection, LineSql.TALLY);
        }
        Sql.update(connection, LineSql.FRESH, moment, day, places, run, Rules.VERSION);
        return update.counts;
    }

    /**
     * What the last run left.
     *
     * @param places the movement run whose places the standings hold; null: none had ended
     */
    private record LastRun(OffsetDateTime freshAsOf, LocalDate day, OffsetDateTime places) {

        /** Empty: there was none by the definitions of today. */
        static Optional<LastRun> read(Connection connection) throws SQLException {
            return Sql.list(
                            connection,
                            row -> new LastRun(
                                    row.getObject(1, OffsetDateTime.class),
                                    row.getObject(2, LocalDate.class),
                                    row.getObject(3, OffsetDateTime.class)),
                            "select fresh_as_of, business_date, places_as_of from loan_freshness where rules = ?",
                            Rules.VERSION)
                    .stream()
                    .findFirst();
        }
    }

    private void allLines(OffsetDateTime moment, CreditReference reference) throws SQLException {
        if (isEmpty()) {
            // nothing to compare with: the lines go where they belong
            long computed = LoanLines.compute(connection, moment, reference, "loan_line", "loan", "id");
            Sql.update(connection, LineSql.ALL_DEBTS);
            counts.put("loans", computed);
            counts.put("loansChanged", computed);
            return;
        }
        LoanLines.create(connection, "fresh_loan_line");
        counts.put("loans", LoanLines.compute(connection, moment, reference, "fresh_loan_line", "loan", "id"));
        writeLines("true");
    }

    private void changedLines(LastRun last, OffsetDateTime moment, CreditReference reference) throws SQLException {
        LoanLines.create(connection, "fresh_loan_line");
        Sql.update(connection, LineSql.SCOPE.formatted("loan_scope"), last.freshAsOf(), moment);
        counts.put(
                "loans", LoanLines.compute(connection, moment, reference, "fresh_loan_line", "loan_scope", "loan_id"));
        writeLines("o.loan_id in (select loan_id from loan_scope)");
    }

    private void writeLines(String scope) throws SQLException {
        counts.put("loansChanged", write("loan_line", "fresh_loan_line", scope));
        write("loan_debt", "fresh_loan_line", scope);
    }

    private boolean isEmpty() throws SQLException {
        return Sql.first(connection, Boolean.class, "select not exists (select from loan_line)")
                .orElseThrow();
    }

    /** Other days off, or other terms of the programme, may concern any loan. */
    private boolean isOtherReference(OffsetDateTime last, OffsetDateTime moment) throws SQLException {
        return Sql.first(connection, Boolean.class, LineSql.REFERENCE_CHANGED, last, moment)
                .orElseThrow();
    }

    private void allStandings(LocalDate day) throws SQLException {
        Sql.update(connection, LineSql.standings("true"), day);
        counts.put("standingsChanged", write("loan_standing", "fresh_loan_standing", "true"));
    }

    private void changedStandings(LastRun last, LocalDate day, OffsetDateTime places) throws SQLException {
        boolean isOtherDay = !day.equals(last.day());
        boolean moved = places != null && (last.places() == null || !places.isEqual(last.places()));
        Sql.update(connection, LineSql.STANDING_SCOPE, isOtherDay, last.day(), day, moved || isOtherDay, day);
        Sql.update(connection, "analyze standing_scope");
        Sql.update(connection, LineSql.standings("l.loan_id in (select loan_id from standing_scope)"), day);
        counts.put(
                "standingsChanged",
                write("loan_standing", "fresh_loan_standing", "o.loan_id in (select loan_id from standing_scope)"));
    }

    private long write(String table, String fresh, String scope) throws SQLException {
        String columns =
                Sql.first(connection, String.class, LineSql.COLUMNS, table).orElseThrow();
        Sql.update(connection, "analyze " + fresh + " (loan_id)"); // to look at the arrays, too, would take seconds
        return Sql.update(connection, LineSql.delete(table, fresh, scope))
                + Sql.update(connection, LineSql.update(table, fresh, columns))
                + Sql.update(connection, LineSql.insert(table, fresh, columns));
    }
}
