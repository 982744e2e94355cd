package kz.ruralincome.domain.credit;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.ruralincome.domain.shared.Rules;
import kz.ruralincome.domain.shared.Sql;
import org.postgresql.PGConnection;

/**
 * Computes the ageing lines of loans as known on a moment into a temporary table with the columns of {@code loan_line}: some
 * thousand loans at a time, so that memory does not depend on how many there are.
 */
public final class LoanLines {

    private static final int AT_A_TIME = 2_000;
    /** The table of the last run; of a reading that asks nothing of loans, too. */
    public static final String OF_THE_LAST_RUN = "loan_line";

    private final Connection connection;
    private final OffsetDateTime moment;
    private final CreditReference reference;
    private final Map<Integer, List<AllotmentStep>> orders = new HashMap<>();

    private LoanLines(Connection connection, OffsetDateTime moment, CreditReference reference) throws SQLException {
        this.connection = connection;
        this.moment = moment;
        this.reference = reference;
        Sql.list(
                connection,
                row -> orders.put(row.getInt(1), LenderCall.order(row.getArray(2))),
                LineSql.ORDERS,
                moment);
    }

    /** A version of a loan, where it is and whether its borrower had consented. */
    private record StandingThen(long loan, LoanVersion version, Integer unit, int lender, boolean hasConsent) {}

    /**
     * The lines as known on a closed moment, as a table that a statement can name with an alias. Those of the last run
     * serve, but for loans that changed between that run and the moment.
     */
    public static String asKnownOn(Connection connection, OffsetDateTime moment) throws SQLException {
        Optional<OffsetDateTime> fresh = Sql.first(
                connection,
                OffsetDateTime.class,
                "select fresh_as_of from loan_freshness where rules = ?",
                Rules.VERSION);
        if (fresh.filter(moment::isEqual).isPresent()) {
            return OF_THE_LAST_RUN;
        }
        String table = Sql.first(connection, String.class, """
                        select 'loan_line_' || count(*) from pg_class
                        where relnamespace = pg_my_temp_schema() and relname like 'loan\\_line\\_%'""").orElseThrow();
        OffsetDateTime known = fresh.orElse(moment);
        OffsetDateTime first = known.isBefore(moment) ? known : moment;
        OffsetDateTime last = known.isBefore(moment) ? moment : known;
        boolean isAnew = fresh.isEmpty()
                || Sql.first(connection, Boolean.class, LineSql.REFERENCE_CHANGED, first, last)
                        .orElseThrow();
        if (isAnew) {
            compute(connection, moment, table, "loan", "id");
            return table;
        }
        String scope = table + "_scope";
        Sql.update(connection, LineSql.SCOPE.formatted(scope), first, last);
        boolean isSame = Sql.first(connection, Boolean.class, "select not exists (select from " + scope + ")")
                .orElseThrow();
        if (isSame) {
            return OF_THE_LAST_RUN;
        }
        compute(connection, moment, table, scope, "loan_id");
        return "(select * from loan_line where loan_id not in (select loan_id from " + scope + ")"
                + " union all select * from " + table + ")";
    }

    /** Principal and arrears of the lines of a table that {@link #asKnownOn} gave; narrower if they are those of the last run. */
    public static String debts(String lines) {
        return areOfTheLastRun(lines) ? "loan_debt" : lines;
    }

    /** Whether a table that {@link #asKnownOn} gave is the one of the last run, which every connection sees. */
    public static boolean areOfTheLastRun(String lines) {
        return lines.equals(OF_THE_LAST_RUN);
    }

    private static void compute(Connection connection, OffsetDateTime moment, String table, String scope, String column)
            throws SQLException {
        create(connection, table);
        compute(connection, moment, CreditReference.asKnownOn(connection, moment), table, scope, column);
        // What is known of arrays would take longer than all the rest, and nothing asks for it.
        Sql.update(connection, "analyze " + table + " (loan_id, person_id)");
    }

    static void create(Connection connection, String table) throws SQLException {
        Sql.update(
                connection, "create temporary table " + table + " (like loan_line including indexes) on commit drop");
    }

    /** Computes the loans of a table or scope; returns how many there are. */
    static long compute(
            Connection connection,
            OffsetDateTime moment,
            CreditReference reference,
            String table,
            String scope,
            String column)
            throws SQLException {
        return new LoanLines(connection, moment, reference).into(table, scope, column);
    }

    private long into(String table, String scope, String column) throws SQLException {
        String page = "select %1$s from %2$s where %1$s > ? order by %1$s limit ?".formatted(column, scope);
        long computed = 0;
        List<Long> loans = Sql.list(connection, row -> row.getLong(1), page, 0L, AT_A_TIME);
        while (!loans.isEmpty()) {
            computed += compute(table, loans.toArray(Long[]::new));
            loans = Sql.list(connection, row -> row.getLong(1), page, loans.get(loans.size() - 1), AT_A_TIME);
        }
        return computed;
    }

    private int compute(String table, Long[] loans) throws SQLException {
        Map<Long, List<Repayment>> repayments = new HashMap<>();
        Sql.list(
                connection,
                row -> repayments
                        .computeIfAbsent(row.getLong(1), none -> new ArrayList<>())
                        .add(LoanStore.repayment(row)),
                LineSql.REPAYMENTS,
                moment,
                loans,
                loans);
        List<StandingThen> known = Sql.list(
                connection,
                row -> new StandingThen(
                        row.getLong(1),
                        LoanStore.version(row),
                        row.getObject(10, Integer.class),
                        row.getInt(11),
                        row.getBoolean(12)),
                LineSql.VERSIONS,
                moment,
                loans);
        Map<Long, Map<Integer, LoanTerms>> earlier = earlier(known);
        var rows = new StringBuilder();
        for (StandingThen one : known) {
            row(
                    rows,
                    one,
                    LoanLedger.of(
                            one.version().terms(),
                            one.version().repaymentPlans(earlier.getOrDefault(one.loan(), Map.of())),
                            one.version().writtenOffOn(),
                            repayments.getOrDefault(one.loan(), List.of()),
                            reference.days(),
                            orders.getOrDefault(one.lender(), AllotmentStep.USUAL)));
        }
        copy(table, rows);
        return known.size();
    }

    private Map<Long, Map<Integer, LoanTerms>> earlier(List<StandingThen> known) throws SQLException {
        Long[] rescheduled = known.stream()
                .filter(one -> !one.version().earlierPlans().isEmpty())
                .map(StandingThen::loan)
                .toArray(Long[]::new);
        Map<Long, Map<Integer, LoanTerms>> earlier = new HashMap<>();
        if (rescheduled.length > 0) {
            Sql.list(
                    connection,
                    row -> earlier.computeIfAbsent(row.getLong(1), none -> new HashMap<>())
                            .put(row.getInt(2), LoanText.terms(row.getString(3))),
                    LineSql.EARLIER,
                    (Object) rescheduled);
        }
        return earlier;
    }

    private void row(StringBuilder rows, StandingThen one, LoanLedger ledger) {
        LoanTerms terms = one.version().terms();
        List<AgeingStep> line = ledger.line();
        var verdict = reference.parameters().on(terms.approvedOn()).judge(terms);
        List<String> warnings = new ArrayList<>(
                verdict.warnings().stream().map(LoanWarning::code).toList());
        if (!one.hasConsent()) {
            warnings.add(LoanWarning.CONSENT_MISSING.code());
        }
        if (one.version().takenBack()) {
            warnings.add(LoanWarning.STATUS_TAKEN_BACK.code());
        }
        rows.append(one.loan()).append('\t').append(one.version().person()).append('\t');
        rows.append(one.unit() == null ? "\\N" : one.unit()).append('\t');
        rows.append(one.version().rescheduledFrom().map(LocalDate::toString).orElse("\\N"));
        array(rows, line, AgeingStep::from);
        amounts(rows, line, step -> step.outstanding().principal());
        amounts(rows, line, step -> step.outstanding().interest());
        amounts(rows, line, step -> step.outstanding().penalty());
        amounts(rows, line, step -> step.overdue().principal());
        amounts(rows, line, step -> step.overdue().interest());
        amounts(rows, line, step -> step.overdue().penalty());
        boolean neverOverdue =
                line.stream().allMatch(step -> step.overdueSince().isEmpty());
        array(rows, neverOverdue ? List.<AgeingStep>of() : line, step -> step.overdueSince()
                .map(Object::toString)
                .orElse("NULL"));
        amounts(rows, line, AgeingStep::due);
        amounts(rows, line, AgeingStep::paid);
        amounts(rows, line, AgeingStep::writtenOff);
        array(rows, warnings, code -> code);
        array(rows, verdict.notChecked(), name -> name);
        array(rows, differences(terms, ledger), LoanDifferences.Difference::field);
        rows.append('\n');
    }

    private static List<LoanDifferences.Difference> differences(LoanTerms terms, LoanLedger ledger) {
        return terms.reported()
                .map(reported -> LoanDifferences.of(reported, ledger))
                .orElse(List.of());
    }

    private static <T> void array(StringBuilder rows, List<T> elements, Function<T, Object> value) {
        rows.append('\t')
                .append(elements.stream().map(value).map(Object::toString).collect(joining(",", "{", "}")));
    }

    private static void amounts(StringBuilder rows, List<AgeingStep> line, Function<AgeingStep, BigDecimal> amount) {
        rows.append("\t{");
        int start = rows.length();
        boolean isZero = true;
        for (AgeingStep step : line) {
            long tiyn = Tiyn.of(amount.apply(step));
            isZero &= tiyn == 0;
            rows.append(tiyn).append(',');
        }
        rows.setLength(isZero ? start : rows.length() - 1);
        rows.append('}');
    }

    private void copy(String table, StringBuilder rows) throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin");
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        copy.endCopy();
    }
}
