package kz.ruralincome.domain.outcome;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.ruralincome.domain.jobrun.RunContext;
import kz.ruralincome.domain.movement.MatrixCell;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.shared.Rules;
import kz.ruralincome.domain.shared.Sql;

/** The kept months as the database holds them; each method is part of the caller's transaction. */
final class SnapshotTable {

    private static final String BEGIN = """
            insert into outcome_snapshot (month, known_on, rules, business_date, run_id) values (?, ?, ?, ?, ?)
            on conflict do nothing""";

    /** Rows in: the arrays side by side. Rows out: as many. */
    private static final String FIGURES = """
            insert into outcome_snapshot_figure (month, place, population, indicator, value, reason, behind)
            select ?, f.place, f.population, f.indicator, f.value::numeric, f.reason, f.behind::bigint
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                as f (place, population, indicator, value, reason, behind)""";

    private static final String MOVEMENT = """
            insert into outcome_snapshot_movement (month, place, from_state, to_state, persons)
            select ?, ?, c.from_state, c.to_state, c.persons
            from unnest(?::text[], ?::text[], ?::bigint[]) as c (from_state, to_state, persons)""";

    private static final String MONTHS =
            "select month, known_on, rules, business_date, made_at from outcome_snapshot order by month desc";

    private static final String LINES = """
            select indicator, value, reason, behind from outcome_snapshot_figure
            where month = ? and place = ? and population = ?""";

    private static final String CELLS = """
            select from_state, to_state, persons from outcome_snapshot_movement where month = ? and place = ?""";

    private SnapshotTable() {}

    /** A figure of a place. */
    record Row(String place, Population population, Indicator indicator, SnapshotLine.Side figure) {}

    /** Begins the month; false: it is kept already. */
    static boolean begin(RunContext context, LocalDate month, OffsetDateTime knownOn) throws SQLException {
        return Sql.update(
                        context.connection(),
                        BEGIN,
                        month,
                        knownOn,
                        Rules.VERSION,
                        context.businessDate(),
                        context.run())
                > 0;
    }

    static long keepFigures(Connection connection, LocalDate month, List<Row> rows) throws SQLException {
        return Sql.update(
                connection,
                FIGURES,
                month,
                texts(rows, Row::place),
                texts(rows, row -> row.population().name()),
                texts(rows, row -> row.indicator().code()),
                texts(rows, row -> row.figure()
                        .value()
                        .map(BigDecimal::toPlainString)
                        .orElse(null)),
                texts(rows, row -> row.figure().reason().orElse(null)),
                texts(rows, row -> row.figure().behind().map(String::valueOf).orElse(null)));
    }

    static long keepMovement(Connection connection, LocalDate month, String place, List<MatrixCell> cells)
            throws SQLException {
        return Sql.update(
                connection,
                MOVEMENT,
                month,
                place,
                texts(cells, MatrixCell::from),
                texts(cells, MatrixCell::to),
                cells.stream().map(cell -> cell.persons().orElseThrow()).toArray(Long[]::new));
    }

    /** All kept months, newest first. */
    static List<Snapshot> months(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                row -> new Snapshot(
                        row.getObject(1, LocalDate.class),
                        row.getObject(2, OffsetDateTime.class),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, OffsetDateTime.class)),
                MONTHS);
    }

    /** Figures of a place; an indicator that there is no more is left out. */
    static Map<Indicator, SnapshotLine.Side> figures(
            Connection connection, LocalDate month, String place, Population population) throws SQLException {
        Map<Indicator, SnapshotLine.Side> figures = new EnumMap<>(Indicator.class);
        Sql.list(
                connection,
                row -> {
                    var figure = new SnapshotLine.Side(
                            Optional.ofNullable(row.getBigDecimal(2)),
                            Optional.ofNullable(row.getString(3)),
                            Optional.ofNullable(row.getObject(4, Long.class)));
                    Indicator.of(row.getString(1)).ifPresent(indicator -> figures.put(indicator, figure));
                    return figure;
                },
                LINES,
                month,
                place,
                population.name());
        return figures;
    }

    static List<MatrixCell> movement(Connection connection, LocalDate month, String place) throws SQLException {
        return Sql.list(
                connection,
                row -> new MatrixCell(
                        row.getString(1), row.getString(2), Optional.of(row.getLong(3)), Optional.empty()),
                CELLS,
                month,
                place);
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }
}
