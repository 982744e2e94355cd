package kz.ruralincome.domain.report;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ruralincome.domain.report.Restating.Key;
import kz.ruralincome.domain.shared.SmallCellLimit;
import kz.ruralincome.domain.shared.Sql;

/** The rows of kept reports, in the transaction of a connection. */
final class KeptReports {

    private static final String COLUMNS = """
            id, as_of, flow_from, territory, known_on, rules, drafted_by, drafted_at, approved_by, approved_at, remark,
            small_cells
            from report""";

    private static final String DRAFT = """
            insert into report (as_of, flow_from, territory, known_on, rules, drafted_by)
            values (?, ?, ?, ?, ?, ?) returning id""";

    /** The last one that was approved for an earlier day of the same territory. */
    private static final String BEFORE = "select " + COLUMNS + """
             where territory is not distinct from ?::text and as_of < ? and approved_at is not null
            order by as_of desc, id desc limit 1""";

    private static final String FIGURES = """
            insert into report_figure (report_id, place, indicator, value)
            select ?, n.place, n.indicator, n.value::numeric
            from unnest(?::text[], ?::text[], ?::text[]) as n (place, indicator, value)""";

    private KeptReports() {}

    /** @param codes of the territories in reach; null: all */
    static List<KeptReport> newest(Connection connection, String[] codes, int most) throws SQLException {
        return Sql.list(
                connection,
                KeptReports::read,
                "select " + COLUMNS
                        + " where ?::text[] is null or territory = any (?::text[]) order by id desc limit ?",
                codes,
                codes,
                most);
    }

    static Optional<KeptReport> find(Connection connection, int id) throws SQLException {
        return Sql.first(connection, KeptReports::read, "select " + COLUMNS + " where id = ?", id);
    }

    static Optional<KeptReport> before(Connection connection, KeptReport report) throws SQLException {
        return Sql.first(
                connection, KeptReports::read, BEFORE, report.territory().orElse(null), report.asOf());
    }

    private static KeptReport read(ResultSet row) throws SQLException {
        Optional<String> approver = Optional.ofNullable(row.getString(9));
        OffsetDateTime at = row.getObject(10, OffsetDateTime.class);
        Optional<String> remark = Optional.ofNullable(row.getString(11));
        return new KeptReport(
                row.getInt(1),
                row.getObject(2, LocalDate.class),
                row.getObject(3, LocalDate.class),
                Optional.ofNullable(row.getString(4)),
                row.getObject(5, OffsetDateTime.class),
                row.getString(6),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class),
                new SmallCellLimit(row.getInt(12)),
                approver.map(by -> new KeptReport.Approval(by, at, remark)));
    }

    static int draft(Connection connection, CollegiumReport report, String rules, String account) throws SQLException {
        return Sql.list(
                        connection,
                        row -> row.getInt(1),
                        DRAFT,
                        report.asOf(),
                        report.flowFrom(),
                        report.territory().orElse(null),
                        report.asKnownOn(),
                        rules,
                        account)
                .get(0);
    }

    static void discard(Connection connection, int id) throws SQLException {
        Sql.update(connection, "delete from report where id = ?", id);
    }

    /** Whoever else approves it waits. */
    static void lock(Connection connection, int id) throws SQLException {
        Sql.first(connection, Integer.class, "select id from report where id = ? for update", id);
    }

    static void approve(Connection connection, int id, String account, String remark, SmallCellLimit smallCells)
            throws SQLException {
        Sql.update(
                connection,
                "update report set approved_by = ?, approved_at = clock_timestamp(), remark = nullif(btrim(?), ''),"
                        + " small_cells = ? where id = ?",
                account,
                remark,
                smallCells.largest(),
                id);
    }

    static void freeze(Connection connection, int id, CollegiumReport report, List<ReportFile> files)
            throws SQLException {
        List<String> place = new ArrayList<>();
        List<String> indicator = new ArrayList<>();
        List<String> value = new ArrayList<>();
        Restating.figures(report, (key, number) -> {
            place.add(key.place());
            indicator.add(key.indicator());
            value.add(number.map(BigDecimal::toPlainString).orElse(null));
        });
        Sql.update(
                connection,
                FIGURES,
                id,
                place.toArray(String[]::new),
                indicator.toArray(String[]::new),
                value.toArray(String[]::new));
        for (ReportFile file : files) {
            Sql.update(
                    connection,
                    "insert into report_file (report_id, name, media_type, content, sha256) values (?, ?, ?, ?, ?)",
                    id,
                    file.name(),
                    file.mediaType(),
                    file.content(),
                    file.sha256());
        }
    }

    static List<ReportFile.Entry> files(Connection connection, int id) throws SQLException {
        return Sql.list(
                connection,
                row -> new ReportFile.Entry(row.getString(1), row.getLong(2), row.getString(3)),
                "select name, length(content), sha256 from report_file where report_id = ? order by name",
                id);
    }

    static Optional<ReportFile> file(Connection connection, int id, String name) throws SQLException {
        return Sql.first(
                connection,
                row -> new ReportFile(row.getString(1), row.getString(2), row.getBytes(3), row.getString(4)),
                "select name, media_type, content, sha256 from report_file where report_id = ? and name = ?",
                id,
                name);
    }

    static Map<Key, Optional<BigDecimal>> figures(Connection connection, int id) throws SQLException {
        Map<Key, Optional<BigDecimal>> figures = new LinkedHashMap<>();
        Sql.list(
                        connection,
                        row -> Map.entry(
                                new Key(row.getString(1), row.getString(2)), Optional.ofNullable(row.getBigDecimal(3))),
                        "select place, indicator, value from report_figure where report_id = ?",
                        id)
                .forEach(figure -> figures.put(figure.getKey(), figure.getValue()));
        return figures;
    }
}
