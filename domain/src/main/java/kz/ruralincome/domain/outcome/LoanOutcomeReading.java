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
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Lender;
import kz.ruralincome.domain.account.LenderName;
import kz.ruralincome.domain.coverage.Coverage;
import kz.ruralincome.domain.credit.LoanLines;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.movement.Timelines;
import kz.ruralincome.domain.outcome.LoanMembers.Member;
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
            LoanComparison comparison) {

        /** The same with these lenders' names. */
        Found with(List<LenderName> named) {
            return new Found(named, hasLender, coverage, observedTo, agesKnown, groups, comparison);
        }
    }

    /** What an answer rests on besides its counts: the lenders as they are called today, and what was declared complete. */
    public record Basis(List<LenderName> lenders, Coverage coverage) {

        boolean has(Optional<String> lender) {
            return lender.isEmpty()
                    || lenders.stream().anyMatch(one -> one.code().equals(lender.get()));
        }
    }

    public Basis basis(OffsetDateTime knownOn) {
        try (var connection = database.getConnection()) {
            return new Basis(
                    Sql.list(connection, LoanOutcomeReading::lender, LENDERS), Coverage.asKnownOn(connection, knownOn));
        } catch (SQLException e) {
            throw new IllegalStateException("the lenders cannot be read", e);
        }
    }

    public Found read(Wanted wanted) {
        try (var connection = database.getConnection()) {
            return read(connection, wanted);
        } catch (SQLException e) {
            throw new IllegalStateException("what loans led to cannot be read", e);
        }
    }

    /** The same on a connection whose transaction has not read anything yet. */
    static Found read(Connection connection, Wanted wanted) throws SQLException {
        begin(connection);
        var snapshot = Snapshot.of(connection, wanted);
        List<Counted> groups = new ArrayList<>();
        Map<Boolean, LoanFigures> followed = new HashMap<>();
        if (snapshot.hasLender()) {
            Set<String> missing = LedgerQueries.missingLists(connection, wanted.knownOn());
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
                        || !snapshot.queries()
                                .agesKnown(List.of(wanted.window()))
                                .isEmpty(),
                groups,
                new LoanComparison(followed.get(true), followed.get(false)));
    }

    /**
     * Some of the loans behind one figure.
     *
     * @param row which of the loans are in the figure's row
     * @param reach the units whose people the caller may open; empty: everyone
     * @param today the day on which they have to live there
     * @param after the last loan of the page before
     */
    public record Page(
            LoanMeasure measure, RowCondition row, Optional<Integer[]> reach, LocalDate today, long after, int limit) {}

    /** The loans of a page, and what they rest on. */
    public record Listed(boolean hasLender, Coverage coverage, LocalDate observedTo, List<Member> members) {}

    public Listed members(Wanted wanted, Page page) {
        try (var connection = database.getConnection()) {
            return members(connection, wanted, page);
        } catch (SQLException e) {
            throw new IllegalStateException("the loans behind a figure cannot be read", e);
        }
    }

    static Listed members(Connection connection, Wanted wanted, Page page) throws SQLException {
        begin(connection);
        var snapshot = Snapshot.of(connection, wanted);
        List<Object> further = new ArrayList<>();
        further.add(page.reach().orElse(null));
        further.add(page.today());
        further.addAll(page.row().parameters());
        further.add(page.after());
        further.add(page.limit());
        List<Member> members = snapshot.hasLender()
                ? snapshot.list(
                        row -> member(row, page.measure()),
                        LoanOutcomeSql.members(page.measure(), page.row().sql()),
                        further.toArray())
                : List.of();
        return new Listed(snapshot.hasLender(), snapshot.coverage(), snapshot.observedTo(), members);
    }

    private static Member member(ResultSet row, LoanMeasure measure) throws SQLException {
        boolean isNear = row.getBoolean("is_near");
        BigDecimal amount = row.getBigDecimal("amount");
        long loan = row.getLong("loan_id");
        return new Member(
                isNear ? Optional.of(loan) : Optional.empty(),
                row.getString("contract_no"),
                row.getString("code"),
                isNear ? Optional.of(row.getObject("public_id", UUID.class)) : Optional.empty(),
                row.getInt("person_id"),
                row.getObject("approved_on", LocalDate.class),
                row.getObject("handed_on", LocalDate.class),
                measure.isTenge() ? amount.setScale(2) : amount,
                loan);
    }

    private static void begin(Connection connection) throws SQLException {
        Sql.beginSnapshot(connection);
        Sql.update(connection, "set local work_mem = '64MB'");
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
            parameters.addAll(Arrays.asList(further));
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
