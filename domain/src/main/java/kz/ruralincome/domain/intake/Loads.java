package kz.ruralincome.domain.intake;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Reads loads and their findings. */
final class Loads {

    private static final String COLUMNS = """
            select id, seq, list, state, held_because, dry_run, snapshot_on, source, unit_id, covers_to, account,
                   account_unit, file_name, media_type, file_size, received_at, ended_at, progress, rows, accepted, unchanged,
                   rejected, skipped, ended, corrected, rev, withdrawn_by, of_form, by_page, mapping_id, given, mends
            from load
            """;

    /** The territory of the account that loaded it, else that of its snapshot. */
    private static final String TERRITORY =
            "coalesce(account_unit, case when snapshot_on is not null then unit_id end)";

    private final Connection connection;

    Loads(Connection connection) {
        this.connection = connection;
    }

    Optional<Load> find(UUID id) throws SQLException {
        return select(COLUMNS + "where id = ?", id).stream().findFirst();
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Optional<Load> findForUpdate(UUID id) throws SQLException {
        return select(COLUMNS + "where id = ? for update", id).stream().findFirst();
    }

    /**
     * Loads before a place in the order of receipt, newest first.
     *
     * @param list of this list alone; null: of all
     * @param account of this account alone; null: of all
     * @param units of accounts bound to one of these; null: of all
     * @param concern those alone that it holds for; null: all
     */
    List<Load> before(String list, String account, Integer[] units, LoadConcern concern, long seq, int limit)
            throws SQLException {
        return select(
                COLUMNS
                        + """
                where seq < ? and (?::text is null or list = ?) and (?::text is null or account = ?)
                  and (?::integer[] is null or {territory} = any (?::integer[])) and {concern}
                order by seq desc
                limit ?""".replace("{territory}", TERRITORY)
                                .replace("{concern}", concern == null ? "true" : concern.condition()),
                seq,
                list,
                list,
                account,
                account,
                array(units),
                array(units),
                limit);
    }

    /** How many there are that a concern holds for, of accounts bound to one of the units; null: of all. */
    long count(Integer[] units, LoadConcern concern) throws SQLException {
        return new Sql(connection)
                .number(
                        "select count(*) from load where (?::integer[] is null or %s = any (?::integer[])) and %s"
                                .formatted(TERRITORY, concern.condition()),
                        array(units),
                        array(units));
    }

    /** Whether a concern holds for a load. */
    boolean holds(UUID load, LoadConcern concern) throws SQLException {
        return new Sql(connection).any("select from load where id = ? and " + concern.condition(), load);
    }

    /** Sets a load with errors aside; false: it has none that are left to mend. */
    boolean setAside(UUID load, String account, String reason) throws SQLException {
        return new Sql(connection)
                        .run(
                                "insert into load_set_aside (load_id, account, reason) select load.id, ?, ? from load"
                                        + " where load.id = ? and " + LoadConcern.WITH_ERRORS.condition()
                                        + " on conflict do nothing",
                                account,
                                reason,
                                load)
                > 0;
    }

    /** Whether and why it was set aside. */
    Optional<LoadSetAside> setAside(UUID load) throws SQLException {
        return kz.ruralincome.domain.shared.Sql.first(
                connection,
                row -> new LoadSetAside(row.getString(1), row.getString(2), row.getObject(3, OffsetDateTime.class)),
                "select account, reason, at from load_set_aside where load_id = ?",
                load);
    }

    private Object array(Integer[] units) throws SQLException {
        return units == null ? null : connection.createArrayOf("integer", units);
    }

    /** Whether the headings of its file were not all understood. */
    boolean hasOwnHeadings(UUID load) throws SQLException {
        return new Sql(connection).any("""
                select from load_problem
                where load_id = ? and row_no = 0
                  and code in ('column.missing', 'column.twice', 'column.unknown', 'mapping.asks')
                limit 1""", load);
    }

    List<LoadProblem> problems(UUID load, boolean errors, int limit) throws SQLException {
        List<LoadProblem> problems = new ArrayList<>();
        each(load, errors, limit, problems::add);
        return problems;
    }

    /** Hands out the findings in the order of the rows, without holding them all. */
    void each(UUID load, boolean errors, int limit, Consumer<LoadProblem> reader) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select row_no, column_name, code, array(select jsonb_array_elements_text(args)), value
                from load_problem
                where load_id = ? and severity = ?
                order by row_no, seq
                limit ?""")) {
            statement.setFetchSize(1_000);
            statement.setObject(1, load);
            statement.setString(2, errors ? "ERROR" : "WARNING");
            statement.setInt(3, limit);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.accept(problem(errors, rows));
                }
            }
        }
    }

    /** A finding, from its row, column, code, arguments and value in this order. */
    static LoadProblem problem(boolean error, ResultSet row) throws SQLException {
        return new LoadProblem(
                error,
                row.getLong(1),
                Optional.ofNullable(row.getString(2)),
                row.getString(3),
                List.of((String[]) row.getArray(4).getArray()),
                Optional.ofNullable(row.getString(5)));
    }

    private List<Load> select(String query, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<Load> loads = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    loads.add(load(rows));
                }
            }
            return loads;
        }
    }

    private static Load load(ResultSet row) throws SQLException {
        return new Load(
                row.getObject("id", UUID.class),
                row.getLong("seq"),
                row.getString("list"),
                LoadState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("held_because")),
                new LoadOptions(
                        row.getBoolean("dry_run"),
                        row.getObject("snapshot_on", LocalDate.class),
                        row.getString("source"),
                        row.getObject("unit_id", Integer.class),
                        row.getObject("covers_to", LocalDate.class)),
                row.getString("account"),
                Optional.ofNullable(row.getObject("account_unit", Integer.class)),
                Optional.ofNullable(row.getString("file_name")),
                row.getString("media_type"),
                row.getLong("file_size"),
                row.getObject("received_at", OffsetDateTime.class),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class)),
                row.getInt("progress"),
                row.getLong("rows"),
                row.getLong("accepted"),
                row.getLong("unchanged"),
                row.getLong("rejected"),
                row.getLong("skipped"),
                row.getLong("ended"),
                row.getLong("corrected"),
                Optional.ofNullable(row.getObject("rev", Long.class)),
                Optional.ofNullable(row.getString("withdrawn_by")),
                row.getBoolean("of_form"),
                new LoadOrigin(
                        row.getBoolean("by_page"),
                        Optional.ofNullable(row.getObject("mapping_id", UUID.class)),
                        JsonTexts.read(row.getString("given")),
                        Optional.ofNullable(row.getObject("mends", UUID.class))));
    }
}
