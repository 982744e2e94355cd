package kz.ruralincome.domain.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.ruralincome.domain.PilotDatabase;

/** A register into which a test loads lists, one after the other, as the queue would. */
public final class IntakeFixture implements AutoCloseable {

    public static final LocalDate TODAY = LocalDate.of(2023, 6, 15);

    private final PilotDatabase database;
    private final Connection connection;
    private LoadEngine engine = new LoadEngine(IntakeFixture::read);
    private UUID lastLoad;

    private IntakeFixture(PilotDatabase database) throws SQLException {
        this.database = database;
        this.connection = database.connect();
        connection.setAutoCommit(false);
    }

    public static IntakeFixture emptyRegister() throws SQLException {
        return new IntakeFixture(PilotDatabase.fresh());
    }

    public static IntakeFixture on(PilotDatabase database) throws SQLException {
        return new IntakeFixture(database);
    }

    /** Two districts of one region with an okrug each, and another region. */
    public static IntakeFixture withTerritories() throws SQLException {
        IntakeFixture fixture = emptyRegister();
        fixture.load("territories", """
                kato,parent,name_ru
                310000000,,Жамбылская область
                313600000,310000000,Байзакский район
                313645000,313600000,Костобинский с.о.
                314000000,310000000,Жамбылский район
                314037000,314000000,Бесагашский с.о.
                610000000,,Туркестанская область
                """);
        return fixture;
    }

    /** The same with households H1 and H2 in Kostobe and H3 in Besagash. */
    public static IntakeFixture withHouseholds() throws SQLException {
        IntakeFixture fixture = withTerritories();
        fixture.load("households", """
                household_no,from,kato
                H1,,313645000
                H2,,313645000
                H3,,314037000
                """);
        return fixture;
    }

    private static void read(Runnable task) {
        Thread thread = new Thread(task, "reader");
        thread.setDaemon(true);
        thread.start();
    }

    /** Loads that do not go in are told of from now on. */
    public IntakeFixture telling(LoadTrial trial) {
        engine = new LoadEngine(IntakeFixture::read, trial);
        return this;
    }

    public PilotDatabase database() {
        return database;
    }

    public Connection connection() {
        return connection;
    }

    /** Loads what must go in whole. */
    public LoadResult given(String list, String csv) {
        LoadResult result = load(list, csv);
        if (result.state() != LoadState.DONE || result.rejected() > 0) {
            throw new AssertionError(list + ": " + result + " " + problems());
        }
        return result;
    }

    public LoadResult load(String list, String csv) {
        return load(list, csv, LoadOptions.NONE);
    }

    public LoadResult load(String list, String csv, LoadOptions options) {
        return load(list, csv.getBytes(StandardCharsets.UTF_8), options, null, false);
    }

    public LoadResult loadAs(Integer territory, String list, String csv) {
        return load(list, csv.getBytes(StandardCharsets.UTF_8), LoadOptions.NONE, territory, false);
    }

    /** Runs a load to its end and commits it. */
    public LoadResult load(String list, byte[] file, LoadOptions options, Integer territory, boolean confirmed) {
        return load(list, file, options, territory, confirmed, RememberedHeadings.NONE);
    }

    /** The same with mappings of headings that hold for it. */
    public LoadResult load(
            String list,
            byte[] file,
            LoadOptions options,
            Integer territory,
            boolean confirmed,
            RememberedHeadings remembered) {
        try {
            LoadOrder order = receive(list, file, options, territory, confirmed, remembered);
            LoadResult result = engine.apply(connection, order, () -> new ByteArrayInputStream(file));
            try (var update = connection.prepareStatement(
                    "update load set state = ?, rev = ?, accepted = ?, ended = ?, ended_at = clock_timestamp() where id = ?")) {
                update.setString(1, result.state().name());
                update.setObject(2, result.revision());
                update.setLong(3, result.accepted());
                update.setLong(4, result.ended());
                update.setObject(5, order.id());
                update.executeUpdate();
            }
            connection.commit();
            return result;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private LoadOrder receive(
            String list,
            byte[] file,
            LoadOptions options,
            Integer territory,
            boolean confirmed,
            RememberedHeadings remembered)
            throws SQLException {
        lastLoad = UUID.randomUUID();
        try (var insert = connection.prepareStatement("""
                insert into load (id, list, state, dry_run, snapshot_on, source, unit_id, covers_to, account,
                                  account_unit, media_type, file_size, file_hash)
                values (?, ?, 'RUNNING', ?, ?, ?::occupation_source, ?, ?, 'registry', ?, 'text/csv', ?, ?)""")) {
            insert.setObject(1, lastLoad);
            insert.setString(2, list);
            insert.setBoolean(3, options.dryRun());
            insert.setObject(4, options.snapshot());
            insert.setString(5, options.source());
            insert.setObject(6, options.unit());
            insert.setObject(7, options.coversTo());
            insert.setObject(8, territory);
            insert.setLong(9, file.length);
            insert.setBytes(10, MessageDigest.getInstance("SHA-256").digest(file));
            insert.executeUpdate();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        return new LoadOrder(
                lastLoad,
                ListCatalogue.named(list),
                options,
                "registry",
                territory,
                confirmed,
                TODAY,
                remembered,
                false);
    }

    /** Tries the next load that is to be tried beside the queue, from this file; whether somebody waited for it to the end. */
    public boolean tried(String csv, LoadTrial trial) throws SQLException, IOException {
        TrialQueue.Claim claim = new TrialClaims(connection).next("here").orElseThrow();
        connection.commit();
        LoadOrder order = LoadOrder.of(claim.load(), false, TODAY, RememberedHeadings.NONE);
        LoadTrial.Finding finding = new LoadEngine(IntakeFixture::read, trial)
                .rehearse(
                        connection,
                        order,
                        () -> new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                        () -> {});
        connection.commit();
        boolean told = new TrialClaims(connection).end(claim, finding);
        connection.commit();
        return told;
    }

    /** Lets a held load go in. */
    public void confirm(UUID load) throws SQLException {
        LoadMoves.confirmed(new Sql(connection), found(load));
        connection.commit();
    }

    /** Takes a load back and commits, or nothing. */
    public void withdraw(UUID load) throws SQLException {
        try {
            Load found = new Loads(connection).find(load).orElseThrow();
            LoadMoves.withdrawn(new Sql(connection), found, "admin");
            connection.commit();
        } catch (RuntimeException | SQLException e) {
            connection.rollback();
            throw e;
        }
    }

    public UUID lastLoad() {
        return lastLoad;
    }

    /** The last load as those see it who ask for it. */
    public Load found() throws SQLException {
        return found(lastLoad);
    }

    public Load found(UUID load) throws SQLException {
        return new Loads(connection).find(load).orElseThrow();
    }

    /** The findings of the last load: "row column code args". */
    public List<String> problems() {
        return rows("select row_no, column_name, code from load_problem where load_id = '" + lastLoad
                + "' order by row_no, seq");
    }

    /** The errors among them alone. */
    public List<String> errors() {
        return rows("select row_no, column_name, code from load_problem where load_id = '" + lastLoad
                + "' and severity = 'ERROR' order by row_no, seq");
    }

    /** The rows of a query, the columns separated by spaces. */
    public List<String> rows(String sql) {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                StringBuilder line = new StringBuilder();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    line.append(i > 1 ? " " : "").append(rows.getString(i));
                }
                lines.add(line.toString());
            }
            connection.commit();
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A valid IIN made from eleven digits. */
    public static String iin(String elevenDigits) {
        for (int digit = 0; digit < 10; digit++) {
            RowNotes notes = new RowNotes(new Units(java.util.Set.of(), java.util.Set.of()));
            notes.begin();
            if (CellRules.iin(elevenDigits + digit, notes) != null) {
                return elevenDigits + digit;
            }
        }
        throw new IllegalArgumentException(elevenDigits + " has no check digit");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
