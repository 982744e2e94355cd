package kz.ruralincome.domain.outcome;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Lender;
import kz.ruralincome.domain.account.LenderName;
import kz.ruralincome.domain.coverage.Coverage;
import kz.ruralincome.domain.credit.LoanLines;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.movement.Timelines;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.Sql;

/** Reads what loans led to, in one snapshot of the database. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LoanOutcomeReading {

    /** Before anything that a register can tell of. */
    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    private static final String LENDERS =
            "select id, code, kind, name_kk, name_ru, name_en from lender order by code collate \"C\"";

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    /**
     * What is asked of the database.
     *
     * @param observedTo makes of what is declared complete the day up to which people can be observed
     */
    public record Wanted(
            Window window,
            Population population,
            Optional<String> lender,
            Optional<Integer[]> units,
            boolean nowhere,
            OffsetDateTime knownOn,
            Function<Coverage, LocalDate> observedTo) {}

    /**
     * One group of loans as it was counted: at most one of lender, unit, purpose and quarter is the group's.
     *
     * @param unit null: the group by territory of those of whom it is not known where they lived
     */
    public record Counted(LoanGroup group, Integer lender, Integer unit, String key, LoanFigures figures) {}

    /**
     * What was counted.
     *
     * @param hasLender whether the lender that was asked for exists
     */
    public record Found(
            List<LenderName> lenders,
            boolean hasLender,
            Coverage coverage,
            LocalDate observedTo,
            boolean agesKnown,
            List<Counted> groups,
            LoanComparison comparison) {}

    public Found read(Wanted wanted) {
        try (var connection = database.getConnection()) {
            return read(connection, wanted);
        } catch (SQLException e) {
            throw new IllegalStateException("what loans led to cannot be read", e);
        }
    }

    /** The same on a connection whose transaction has not read anything yet. */
    static Found read(Connection connection, Wanted wanted) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read");
            statement.execute("set local jit = off; set local work_mem = '64MB'");
        }
        var snapshot = Snapshot.of(connection, wanted);
        List<Counted> groups = new ArrayList<>();
        Map<Boolean, LoanFigures> followed = new HashMap<>();
        if (snapshot.hasLender()) {
            Set<String> missing = snapshot.queries().missingLists();
            snapshot.list(row -> groups.add(counted(row, missing)), LoanOutcomeSql.FIGURES);
            snapshot.list(
                    row -> followed.put(
                            row.getBoolean("borrowed"),
                            new LoanFigures(measured(row, followedMeasures()), missing, Set.of())),
                    LoanOutcomeSql.LANDMARK);
            followed.putIfAbsent(true, new LoanFigures(Map.of(), missing, Set.of()));
            followed.putIfAbsent(false, new LoanFigures(Map.of(), missing, Set.of()));
        }
        return new Found(
                snapshot.lenders(),
                snapshot.hasLender(),
                snapshot.coverage(),
                snapshot.observedTo(),
                wanted.population() != Population.WORKING_AGE
                        || snapshot.queries().agesKnown(wanted.window()),
                groups,
                new LoanComparison(followed.get(true), followed.get(false)));
    }

    /** The tables as known on the moment, and what the statements are asked with. */
    record Snapshot(
            Connection connection,
            Wanted wanted,
            LedgerQueries queries,
            List<LenderName> lenders,
            Coverage coverage,
            LocalDate observedTo) {

        static Snapshot of(Connection connection, Wanted wanted) throws SQLException {
            var timelines = Timelines.asKnownOn(
                    connection, wanted.knownOn(), ALWAYS, wanted.window().asOf());
            String lines = LoanLines.asKnownOn(connection, wanted.knownOn());
            var coverage = Coverage.asKnownOn(connection, wanted.knownOn());
            return new Snapshot(
                    connection,
                    wanted,
                    new LedgerQueries(connection, timelines.persons(), timelines.households(), lines, wanted.knownOn()),
                    Sql.list(connection, LoanOutcomeReading::lender, LENDERS),
                    coverage,
                    wanted.observedTo().apply(coverage));
        }

        boolean hasLender() {
            return wanted.lender().isEmpty() || lender().isPresent();
        }

        private Optional<Integer> lender() {
            return wanted.lender().flatMap(code -> lenders.stream()
                    .filter(lender -> lender.code().equals(code))
                    .findFirst()
                    .map(LenderName::id));
        }

        <T> List<T> list(Sql.RowReader<T> reader, String sql, Object... further) throws SQLException {
            List<Object> parameters = new ArrayList<>();
            parameters.add(wanted.window().start());
            parameters.add(wanted.window().asOf());
            parameters.add(observedTo);
            parameters.add(lender().orElse(null));
            parameters.add(wanted.units().orElse(null));
            parameters.add(wanted.nowhere());
            parameters.add(wanted.knownOn());
            parameters.addAll(List.of(further));
            String whom = LedgerSql.condition(wanted.population());
            return Sql.list(
                    connection, reader, queries.resolved(sql.replace("{population}", whom)), parameters.toArray());
        }
    }

    private static LenderName lender(ResultSet row) throws SQLException {
        return new LenderName(
                row.getInt(1),
                row.getString(2),
                Lender.Kind.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6));
    }

    private static Counted counted(ResultSet row, Set<String> missing) throws SQLException {
        // a bit is 0 where the column tells the group apart
        LoanGroup group =
                switch (row.getInt("level")) {
                    case 0b0111 -> LoanGroup.LENDER;
                    case 0b1011 -> LoanGroup.TERRITORY;
                    case 0b1101 -> LoanGroup.PURPOSE;
                    case 0b1110 -> LoanGroup.QUARTER;
                    default -> LoanGroup.ALL;
                };
        String key = group == LoanGroup.QUARTER
                ? quarter(row.getObject("quarter", LocalDate.class))
                : row.getString("purpose");
        return new Counted(
                group,
                row.getObject("lender_id", Integer.class),
                row.getObject("unit_id", Integer.class),
                key,
                new LoanFigures(measured(row, LoanMeasure.ALL), missing, Set.of()));
    }

    private static String quarter(LocalDate first) {
        return "%d-Q%d".formatted(first.getYear(), (first.getMonthValue() + 2) / 3);
    }

    private static List<LoanMeasure> followedMeasures() {
        List<LoanMeasure> measures = new ArrayList<>(List.of(LoanMeasure.BORROWERS));
        LoanShare.OF_SURVIVAL.forEach(share -> measures.addAll(List.of(share.numerator(), share.denominator())));
        return measures;
    }

    private static Map<LoanMeasure, BigDecimal> measured(ResultSet row, Collection<LoanMeasure> measures)
            throws SQLException {
        Map<LoanMeasure, BigDecimal> counted = new HashMap<>();
        for (LoanMeasure measure : measures) {
            BigDecimal count = row.getBigDecimal(measure.code());
            if (count.signum() != 0) {
                counted.put(measure, measure.isTenge() ? count.setScale(2) : count);
            }
        }
        return counted;
    }
}
