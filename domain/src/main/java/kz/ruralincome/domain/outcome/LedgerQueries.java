package kz.ruralincome.domain.outcome;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** Counts whom the condition on the timeline {@code t} lets in. */
    Ledger read(Window window, String population) throws SQLException {
        Map<Quantity, Map<Integer, BigDecimal>> counts = new EnumMap<>(Quantity.class);
        Map<Quantity, BigDecimal> nowhere = new EnumMap<>(Quantity.class);
        for (String sql : LedgerSql.OF_PERSONS) {
            count(sql.replace("{population}", population), window, counts, nowhere);
        }
        for (String sql : LedgerSql.OF_HOUSEHOLDS) {
            count(sql, window, counts, nowhere);
        }
        return new Ledger(counts, nowhere, missingLists(), agesKnown(window), territoryFigures(window));
    }

    private void count(
            String sql,
            Window window,
            Map<Quantity, Map<Integer, BigDecimal>> counts,
            Map<Quantity, BigDecimal> nowhere)
            throws SQLException {
        try (var statement = prepared(sql, window);
                var row = statement.executeQuery()) {
            List<Quantity> quantities = quantitiesOf(row);
            while (row.next()) {
                int unit = row.getInt(1);
                boolean known = !row.wasNull();
                for (int i = 0; i < quantities.size(); i++) {
                    BigDecimal value = row.getBigDecimal(i + 2);
                    if (value == null || value.signum() == 0) {
                        continue;
                    }
                    if (known) {
                        counts.computeIfAbsent(quantities.get(i), q -> new HashMap<>())
                                .put(unit, value);
                    } else {
                        nowhere.put(quantities.get(i), value);
                    }
                }
            }
        }
    }

    private static List<Quantity> quantitiesOf(ResultSet row) throws SQLException {
        var columns = row.getMetaData();
        List<Quantity> quantities = new java.util.ArrayList<>();
        for (int column = 2; column <= columns.getColumnCount(); column++) {
            quantities.add(Quantity.valueOf(columns.getColumnLabel(column).toUpperCase(Locale.ROOT)));
        }
        return quantities;
    }

    Set<String> missingLists() throws SQLException {
        String sql = "with " + Known.CTE
                + TABLES.entrySet().stream()
                        .map(entry -> " select '%s' where not exists (select from %s f where {visible f})"
                                .formatted(entry.getKey(), entry.getValue()))
                        .collect(joining(" union all"));
        Set<String> missing = new HashSet<>();
        try (var statement = connection.prepareStatement(resolved(sql))) {
            statement.setObject(1, knownOn);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    missing.add(row.getString(1));
                }
            }
        }
        return Set.copyOf(missing);
    }

    boolean agesKnown(Window window) throws SQLException {
        try (var statement = prepared(TerritoryFiguresSql.PENSION_AGES, window);
                var row = statement.executeQuery()) {
            row.next();
            return row.getInt(1) == 2;
        }
    }

    private TerritoryFigures territoryFigures(Window window) throws SQLException {
        Map<Integer, BigDecimal> registered = new HashMap<>();
        Map<Integer, BigDecimal> satisfied = new HashMap<>();
        try (var statement = prepared(TerritoryFiguresSql.REHABILITATION, window);
                var row = statement.executeQuery()) {
            while (row.next()) {
                registered.put(row.getInt(1), row.getBigDecimal(2));
                satisfied.put(row.getInt(1), row.getBigDecimal(3));
            }
        }
        return new TerritoryFigures(
                byCode(TerritoryFiguresSql.PLANS, window),
                registered,
                satisfied,
                byCode(TerritoryFiguresSql.PEERS, window));
    }

    private Map<String, Map<Integer, BigDecimal>> byCode(String sql, Window window) throws SQLException {
        Map<String, Map<Integer, BigDecimal>> figures = new HashMap<>();
        try (var statement = prepared(sql, window);
                var row = statement.executeQuery()) {
            while (row.next()) {
                figures.computeIfAbsent(row.getString(1), code -> new HashMap<>())
                        .put(row.getInt(2), row.getBigDecimal(3));
            }
        }
        return figures;
    }

    private PreparedStatement prepared(String sql, Window window) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(resolved(sql));
        statement.setDate(1, Date.valueOf(window.start()));
        statement.setDate(2, Date.valueOf(window.asOf()));
        statement.setObject(3, knownOn);
        return statement;
    }

    String resolved(String sql) {
        String periods = LAST_PERIOD
                .matcher(FIRST_PERIOD.matcher(sql).replaceAll("greatest(1, width_bucket(a.first_day, $1.borders))"))
                .replaceAll("width_bucket(a.as_of - 1, $1.borders)");
        return VISIBLE.matcher(periods)
                .replaceAll(found -> Matcher.quoteReplacement(Known.visible(found.group(1))))
                .replace("{timeline}", timeline)
                .replace("{household_timeline}", householdTimeline)
                .replace("{loan_line}", loanLine);
    }
}
