package kz.ruralincome.domain.outcome;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.ruralincome.domain.credit.LoanLines;
import kz.ruralincome.domain.movement.Timelines;
import kz.ruralincome.domain.register.Known;

/** Fills a {@link Ledger}: some ten statements over the timelines and the facts, each once for all units. */
final class LedgerQueries {

    private static final Pattern VISIBLE = Pattern.compile("\\{visible (\\w)}");
    private static final Pattern FIRST_PERIOD = Pattern.compile("\\{first period (\\w)}");
    private static final Pattern LAST_PERIOD = Pattern.compile("\\{last period (\\w)}");

    /** The tables of the lists without which figures are not known. */
    private static final Map<String, String> TABLES = Map.of(
            "assistance", "assistance",
            "members", "membership",
            "payments", "payment",
            "social-packages", "social_package",
            "measures", "measure",
            "occupations", "occupation",
            "registrations", "registration",
            "incomes", "income",
            "enrolments", "enrolment",
            "loans", "loan_version");

    private final Connection connection;
    private final String timeline;
    private final String householdTimeline;
    private final String loanLine;
    private final OffsetDateTime knownOn;

    /**
     * @param timeline the table of the persons' timelines as known on the moment
     * @param householdTimeline the same of the households
     * @param loanLine the same of the loans
     */
    LedgerQueries(
            Connection connection, String timeline, String householdTimeline, String loanLine, OffsetDateTime knownOn) {
        this.connection = connection;
        this.timeline = timeline;
        this.householdTimeline = householdTimeline;
        this.loanLine = loanLine;
        this.knownOn = knownOn;
    }

    /** Whether another connection sees the same tables. */
    boolean areOfTheLastRun() {
        return new Timelines(timeline, householdTimeline).areOfTheLastRun() && LoanLines.areOfTheLastRun(loanLine);
    }

    /** The same on another connection, which sees the same snapshot. */
    LedgerQueries on(Connection other) {
        return new LedgerQueries(other, timeline, householdTimeline, loanLine, knownOn);
    }

    /** Counts whom the condition on the timeline {@code t} lets in, for each of the windows. */
    List<Ledger> read(List<Window> windows, String population) throws SQLException {
        var counts = new LedgerCounts(statements(population), windows);
        counts.workAt(this);
        return ledgers(windows, counts);
    }

    /** What there is to count. */
    static List<String> statements(String population) {
        return Stream.concat(
                        LedgerSql.OF_PERSONS.stream()
                                .map(told -> told.counting().replace("{population}", population)),
                        LedgerSql.OF_HOUSEHOLDS.stream().map(CountedSql::counting))
                .toList();
    }

    /** The ledgers of what was counted, with all else that belongs to them. */
    List<Ledger> ledgers(List<Window> windows, LedgerCounts counts) throws SQLException {
        Set<String> missing = missingLists(connection, knownOn);
        Set<Integer> agesKnown = agesKnown(windows);
        List<TerritoryFigures> given = territoryFigures(windows);
        List<LedgerCounts.OfWindow> counted = counts.whole();
        return IntStream.range(0, windows.size())
                .mapToObj(i -> new Ledger(
                        counted.get(i).byUnit,
                        counted.get(i).nowhere,
                        missing,
                        agesKnown.contains(i + 1),
                        given.get(i)))
                .toList();
    }

    /**
     * What a statement counts.
     *
     * @param window its number, from 1
     * @param unit null: it is not known where
     */
    record Count(int window, Integer unit, Quantity quantity, BigDecimal value) {}

    List<Count> counts(String sql, List<Window> windows) throws SQLException {
        List<Count> counts = new ArrayList<>();
        try (var statement = prepared(sql, windows);
                var row = statement.executeQuery()) {
            List<Quantity> quantities = quantitiesOf(row);
            while (row.next()) {
                Integer unit = row.getObject(2, Integer.class);
                for (int i = 0; i < quantities.size(); i++) {
                    BigDecimal value = row.getBigDecimal(i + 3);
                    if (value != null && value.signum() != 0) {
                        counts.add(new Count(row.getInt(1), unit, quantities.get(i), value));
                    }
                }
            }
        }
        return counts;
    }

    private static List<Quantity> quantitiesOf(ResultSet row) throws SQLException {
        var columns = row.getMetaData();
        List<Quantity> quantities = new ArrayList<>();
        for (int column = 3; column <= columns.getColumnCount(); column++) {
            quantities.add(Quantity.valueOf(columns.getColumnLabel(column).toUpperCase(Locale.ROOT)));
        }
        return quantities;
    }

    static Set<String> missingLists(Connection connection, OffsetDateTime knownOn) throws SQLException {
        String sql = "with " + Known.CTE
                + TABLES.entrySet().stream()
                        .map(entry -> " select '%s' where not exists (select from %s f where {visible f})"
                                .formatted(entry.getKey(), entry.getValue()))
                        .collect(joining(" union all"));
        Set<String> missing = new HashSet<>();
        try (var statement = connection.prepareStatement(visible(sql))) {
            statement.setObject(1, knownOn);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    missing.add(row.getString(1));
                }
            }
        }
        return Set.copyOf(missing);
    }

    /** The numbers, from 1, of the windows on whose as-of date the pension ages are known. */
    Set<Integer> agesKnown(List<Window> windows) throws SQLException {
        Set<Integer> known = new HashSet<>();
        try (var statement = prepared(TerritoryFiguresSql.AGES_KNOWN, windows);
                var row = statement.executeQuery()) {
            while (row.next()) {
                known.add(row.getInt(1));
            }
        }
        return known;
    }

    private List<TerritoryFigures> territoryFigures(List<Window> windows) throws SQLException {
        List<TerritoryFigures> figures = windows.stream()
                .map(window -> new TerritoryFigures(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>()))
                .toList();
        try (var statement = prepared(TerritoryFiguresSql.REHABILITATION, windows);
                var row = statement.executeQuery()) {
            while (row.next()) {
                TerritoryFigures window = figures.get(row.getInt(1) - 1);
                window.registered().put(row.getInt(2), row.getBigDecimal(3));
                window.satisfied().put(row.getInt(2), row.getBigDecimal(4));
            }
        }
        byCode(TerritoryFiguresSql.PLANS, windows, n -> figures.get(n).plans());
        byCode(TerritoryFiguresSql.PEERS, windows, n -> figures.get(n).peers());
        return figures;
    }

    private void byCode(String sql, List<Window> windows, IntFunction<Map<String, Map<Integer, BigDecimal>>> figures)
            throws SQLException {
        try (var statement = prepared(sql, windows);
                var row = statement.executeQuery()) {
            while (row.next()) {
                figures.apply(row.getInt(1) - 1)
                        .computeIfAbsent(row.getString(2), code -> new HashMap<>())
                        .put(row.getInt(3), row.getBigDecimal(4));
            }
        }
    }

    PreparedStatement prepared(String sql, List<Window> windows) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(resolved(sql));
        statement.setArray(1, days(windows, Window::start));
        statement.setArray(2, days(windows, Window::asOf));
        statement.setObject(3, knownOn);
        return statement;
    }

    private Array days(List<Window> windows, Function<Window, LocalDate> day) throws SQLException {
        return connection.createArrayOf("date", windows.stream().map(day).toArray());
    }

    private static String visible(String sql) {
        return VISIBLE.matcher(sql).replaceAll(found -> Matcher.quoteReplacement(Known.visible(found.group(1))));
    }

    String resolved(String sql) {
        String periods = LAST_PERIOD
                .matcher(FIRST_PERIOD
                        .matcher(LedgerSql.aged(sql))
                        .replaceAll("greatest(1, width_bucket(a.first_day, $1.borders))"))
                .replaceAll("width_bucket(a.as_of - 1, $1.borders)");
        return visible(periods)
                .replace("{timeline}", timeline)
                .replace("{household_timeline}", householdTimeline)
                .replace("{loan_line}", loanLine)
                .replace("{loan_debt}", LoanLines.debts(loanLine));
    }
}
