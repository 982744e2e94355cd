package kz.ruralincome.domain.assistance;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.assistance.HouseholdFile.DecisionSummary;
import kz.ruralincome.domain.assistance.TestResult.Outcome;
import kz.ruralincome.domain.shared.Rules;
import kz.ruralincome.domain.shared.Sql;

/** Keeps the decisions, on the caller's connection and transaction. */
final class Decisions {

    private static final String SUMMARY = """
            d.id, d.applied_on, d.recommended, d.decided, d.monthly_amount, d.account, d.decided_at,
            exists (
                select from assistance_decision later
                where later.household_id = d.household_id and later.id > d.id
                  and date_trunc('quarter', later.applied_on) = date_trunc('quarter', d.applied_on)) as superseded""";

    private static final String OF_HOUSEHOLD = "select " + SUMMARY + """

            from assistance_decision d where d.household_id = ? order by d.id desc""";

    private static final String BY_ID = "select " + SUMMARY + """
            , d.household_id, h.household_no, d.contract, d.reason, d.rules, d.test::text
            from assistance_decision d join household h on h.id = d.household_id where d.id = ?""";

    private static final String KEEP = """
            insert into assistance_decision (household_id, applied_on, recommended, decided, monthly_amount, contract,
                reason, test, rules, account)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?) returning id""";

    private Decisions() {}

    static List<DecisionSummary> of(Connection connection, int household) throws SQLException {
        return Sql.list(connection, Decisions::summary, OF_HOUSEHOLD, household);
    }

    static Optional<Decision> find(Connection connection, long id) throws SQLException {
        return Sql.first(connection, Decisions::decision, BY_ID, id);
    }

    /** The number of the last one; 0 when there is none. */
    static long last(Connection connection, int household) throws SQLException {
        return Sql.first(
                        connection,
                        Long.class,
                        "select max(id) from assistance_decision where household_id = ?",
                        household)
                .orElse(0L);
    }

    static long keep(Connection connection, DecisionRequest request, TestInput input, TestResult result, String account)
            throws SQLException {
        Verdict verdict = request.verdict().orElseThrow();
        return Sql.first(
                        connection,
                        Long.class,
                        KEEP,
                        request.household(),
                        request.appliedOn(),
                        result.outcome().name(),
                        verdict.name(),
                        verdict == Verdict.REFUSED ? null : request.monthly().orElseThrow(),
                        verdict == Verdict.CONDITIONAL ? request.contract().orElseThrow() : null,
                        request.reason().orElseThrow(),
                        TestJson.write(input, result),
                        Rules.VERSION,
                        account)
                .orElseThrow();
    }

    private static Decision decision(ResultSet row) throws SQLException {
        var kept = TestJson.read(row.getString("test"));
        return new Decision(
                summary(row),
                row.getInt("household_id"),
                row.getString("household_no"),
                Optional.ofNullable(row.getString("contract")),
                row.getString("reason"),
                row.getString("rules"),
                kept.input(),
                kept.result());
    }

    private static DecisionSummary summary(ResultSet row) throws SQLException {
        return new DecisionSummary(
                row.getLong("id"),
                row.getObject("applied_on", LocalDate.class),
                Outcome.valueOf(row.getString("recommended")),
                Verdict.valueOf(row.getString("decided")),
                Optional.ofNullable(row.getBigDecimal("monthly_amount")),
                row.getString("account"),
                row.getObject("decided_at", OffsetDateTime.class),
                row.getBoolean("superseded"));
    }
}
