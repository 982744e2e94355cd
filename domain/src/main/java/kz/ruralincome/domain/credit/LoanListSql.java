package kz.ruralincome.domain.credit;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kz.ruralincome.domain.shared.Sql;

/** The list of loans of one filter, as SQL over {@code loan_standing}: one row a loan, and no join before the page is cut. */
final class LoanListSql {

    /**
     * Rows out: a page. Rows in: about as many along the index of the order; or, with a filter that goes with the order so
     * that what passes may lie at its end, all once: the planner would take them for evenly spread.
     */
    private static final String PAGE = """
            select p.loan_id, p.contract_no, n.code,
                concat_ws(' ', c.family_name, c.given_name, c.patronymic) as name, p.place, p.status, p.purpose,
                p.approved_on, p.lent, p.principal, p.overdue_principal + p.overdue_interest + p.overdue_penalty as overdue,
                greatest(?::date - p.overdue_since, 0) as days, p.findings, p.person_id, p.sort_key::text
            from (
                select s.*, {key} as sort_key from (select * from loan_standing s where {conditions}{apart}) s
                order by {key} {direction}, loan_id {direction} limit ?) p
            join lender n on n.id = p.lender_id
            left join person_card c on c.person_id = p.person_id
            order by p.sort_key {direction}, p.loan_id {direction}""";

    private static final String COUNT =
            "select count(*)::integer from (select from loan_standing s where {conditions} limit ?) counted";

    /** Rows in: those of {@link #TALLIED} or {@link #COUNTED}; there are few sets of findings, and only those are taken apart. */
    private static final String FINDINGS = """
            select f.code, sum(g.loans)::integer
            from ({counted}) g cross join unnest(g.findings) f (code)
            group by f.code""";

    /** Rows in: the sums of the loan book, some thousand. */
    private static final String TALLIED =
            "select s.findings, s.loans from loan_tally s where s.findings <> '{}' and {conditions}";

    /** Rows in: all loans that pass once. */
    private static final String COUNTED = """
            select s.findings, count(*) as loans from loan_standing s
            where s.findings <> '{}' and {conditions} group by s.findings""";

    /** Rows in: the sums of the loan book, some thousand. */
    private static final String SUMS = """
            select n.code, coalesce(sum(s.loans), 0)::integer, coalesce(sum(s.principal), 0), coalesce(sum(s.overdue), 0)
            from lender n left join loan_tally s on s.lender_id = n.id and {conditions}
            group by n.code""";

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();
    private final boolean hasStanding;
    private final boolean isTallied;

    /** A row with the number under which the facts know the borrower, and its place in the order. */
    record Row(LoanSummary summary, int person, LoanCursor place) {}

    /**
     * Takes a filter.
     *
     * @param units where the loans must be; empty: wherever. The filter's own territory is not looked at.
     */
    LoanListSql(LoanFilter filter, Optional<Integer[]> units) {
        isTallied = filter.asksOfSumsAlone();
        hasStanding = filter.status().isPresent() || filter.bucket().isPresent();
        conditions.add("true");
        units.ifPresent(within -> add("s.place = any (?::integer[])", (Object) within));
        if (filter.territory().filter(LoanFilter.NOWHERE::equals).isPresent()) {
            conditions.add("s.place is null");
        }
        filter.lender().ifPresent(code -> add("s.lender_id = (select id from lender where code = ?)", code));
        filter.status().ifPresent(status -> add("s.status = ?", status.name()));
        filter.purpose().ifPresent(purpose -> add("s.purpose = ?", purpose.name()));
        filter.bucket().ifPresent(bucket -> add("s.bucket = ?", bucket));
        filter.approvedFrom().ifPresent(day -> add("s.approved_on >= ?", day));
        filter.approvedTo().ifPresent(day -> add("s.approved_on <= ?", day));
        if (!filter.findings().isEmpty()) {
            add("s.findings && ?::text[]", (Object)
                    filter.findings().stream().map(LoanFinding::code).toArray(String[]::new));
        }
        // a range, which the index knows how to find; the bound is the last character of all
        filter.contractNo()
                .map(ContractKey::normal)
                .ifPresent(begin -> add("s.contract_no >= ? and s.contract_no < ?", begin, begin + "\uDBFF\uDFFF"));
        filter.person().ifPresent(id -> add("s.person_id = (select id from person_named where public_id = ?)", id));
    }

    private void add(String condition, Object... values) {
        conditions.add(condition);
        parameters.addAll(Arrays.asList(values));
    }

    /** The loans after a place, on a day. */
    List<Row> page(Connection connection, LoanOrder order, Optional<LoanCursor> after, LocalDate day, int limit)
            throws SQLException {
        String key = order.key;
        String further = after.map(place ->
                        " and (%s, loan_id) %s (?::%s, ?)".formatted(key, order.isAscending ? ">" : "<", order.type))
                .orElse("");
        String sql = PAGE.replace("{conditions}", where() + further)
                .replace("{key}", key)
                .replace("{apart}", goesWithTheOrder(order) ? " offset 0" : "")
                .replace("{direction}", order.isAscending ? "asc" : "desc");
        Object[] values = Stream.of(
                        Stream.<Object>of(day),
                        parameters.stream(),
                        after.stream().<Object>flatMap(place -> Stream.of(place.key(), place.loan())),
                        Stream.<Object>of(limit))
                .flatMap(some -> some)
                .toArray();
        return Sql.list(connection, LoanListSql::row, sql, values);
    }

    /** What is outstanding or overdue depends on the status, and on the days past due. */
    private boolean goesWithTheOrder(LoanOrder order) {
        return hasStanding && (order == LoanOrder.LARGEST || order == LoanOrder.LONGEST_OVERDUE);
    }

    /** How many there are, counted no further than the limit. */
    int count(Connection connection, int limit) throws SQLException {
        Object[] values = Stream.concat(parameters.stream(), Stream.of(limit)).toArray();
        return Sql.first(connection, Integer.class, COUNT.replace("{conditions}", where()), values)
                .orElseThrow();
    }

    /** How many loans each finding concerns; one that concerns none is missing. */
    Map<LoanFinding, Integer> findings(Connection connection) throws SQLException {
        Map<LoanFinding, Integer> counts = new EnumMap<>(LoanFinding.class);
        Sql.list(
                connection,
                row -> counts.put(LoanFinding.of(row.getString(1)).orElseThrow(), row.getInt(2)),
                FINDINGS.replace("{counted}", isTallied ? TALLIED : COUNTED).replace("{conditions}", where()),
                parameters.toArray());
        return counts;
    }

    /** The sums of each lender by code, those without loans included; of a filter that {@link LoanFilter#asksOfSumsAlone}. */
    Map<String, LenderSums> sums(Connection connection) throws SQLException {
        return Sql.list(
                        connection,
                        row -> Map.entry(
                                row.getString(1),
                                new LenderSums(row.getInt(2), row.getBigDecimal(3), row.getBigDecimal(4))),
                        SUMS.replace("{conditions}", where()),
                        parameters.toArray())
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private String where() {
        return conditions.stream().collect(joining(" and "));
    }

    private static Row row(ResultSet row) throws SQLException {
        List<LoanFinding> findings = Arrays.stream(
                        (String[]) row.getArray("findings").getArray())
                .map(code -> LoanFinding.of(code).orElseThrow())
                .toList();
        var summary = new LoanSummary(
                row.getLong("loan_id"),
                row.getString("contract_no"),
                row.getString("code"),
                Objects.requireNonNullElse(row.getString("name"), ""),
                Optional.ofNullable(row.getObject("place", Integer.class)),
                LoanStatus.valueOf(row.getString("status")),
                Purpose.valueOf(row.getString("purpose")),
                row.getObject("approved_on", LocalDate.class),
                row.getBigDecimal("lent"),
                row.getBigDecimal("principal"),
                row.getBigDecimal("overdue"),
                row.getInt("days"),
                findings);
        return new Row(
                summary, row.getInt("person_id"), new LoanCursor(row.getString("sort_key"), row.getLong("loan_id")));
    }
}
