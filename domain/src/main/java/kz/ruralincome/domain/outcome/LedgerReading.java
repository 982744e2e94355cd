package kz.ruralincome.domain.outcome;

import static java.util.stream.Collectors.joining;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kz.ruralincome.domain.coverage.Coverage;
import kz.ruralincome.domain.credit.LoanLines;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.movement.Timelines;
import kz.ruralincome.domain.register.Known;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.Sql;

/** Reads ledgers, each in one snapshot of the database. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LedgerReading {

    /** Rows in: what begins a timeline, each table once. One row out. */
    private static final String FIRST_FACT = "with " + Known.CTE + ", began (on_date) as ("
            + Stream.of("membership", "occupation", "registration", "enrolment")
                    .map(table -> "select min(f.valid_from) from %s f where f.valid_from > '-infinity' and %s"
                            .formatted(table, Known.visible("f")))
                    .collect(joining(" union all "))
            + " union all select min(f.on_date) from vital_event f where " + Known.visible("f")
            + ") select min(on_date) from began";

    /** All timelines fit into a hash that stays in memory; to go through them once a window takes less than to copy them. */
    private static final String SETTINGS = "set local work_mem = '64MB'; set local enable_material = off";

    private static final String ONE_CORE = "set local max_parallel_workers_per_gather = 0";

    @Resource
    private ManagedExecutorService executor;

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private SameSnapshot other;

    /** Up to when the last finished movement run has read the facts. */
    public Optional<OffsetDateTime> freshAsOf() {
        try (var connection = database.getConnection()) {
            return Timelines.freshAsOf(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the freshness of the movement cannot be read", e);
        }
    }

    /** The first day on which a fact about people begins or falls, as known on the moment; empty: there is none. */
    public Optional<LocalDate> firstFact(OffsetDateTime knownOn) {
        try (var connection = database.getConnection()) {
            return Sql.first(connection, LocalDate.class, FIRST_FACT, knownOn);
        } catch (SQLException e) {
            throw new IllegalStateException("the first fact cannot be read", e);
        }
    }

    /** What was declared complete, as known on the moment. */
    public Coverage coverage(OffsetDateTime knownOn) {
        try (var connection = database.getConnection()) {
            return Coverage.asKnownOn(connection, knownOn);
        } catch (SQLException e) {
            throw new IllegalStateException("the coverage cannot be read", e);
        }
    }

    /**
     * The ledgers of the windows, in their order, in one reading.
     *
     * @param isAwaited whether somebody waits for it: then both cores work at it
     */
    public List<Ledger> read(List<Window> windows, Population population, OffsetDateTime knownOn, boolean isAwaited) {
        Help help = (snapshot, work) -> executor.execute(() -> other.help(snapshot, work));
        try (var connection = database.getConnection()) {
            return read(connection, windows, population, knownOn, isAwaited ? Optional.of(help) : Optional.empty());
        } catch (SQLException e) {
            throw new IllegalStateException("the indicators cannot be read", e);
        }
    }

    /** Gets a work done on another connection that sees an exported snapshot, or not. */
    @FunctionalInterface
    interface Help {
        void with(String snapshot, SameSnapshot.Work work);
    }

    static List<Ledger> read(
            Connection connection,
            List<Window> windows,
            Population population,
            OffsetDateTime knownOn,
            Optional<Help> help)
            throws SQLException {
        LedgerQueries queries = begin(connection, windows, knownOn);
        // two statements at a time take less than one by two processes: nothing has to be handed over
        Sql.update(connection, ONE_CORE);
        var counts = new LedgerCounts(LedgerQueries.statements(LedgerSql.condition(population)), windows);
        if (help.isPresent() && queries.areOfTheLastRun()) {
            String snapshot = Sql.first(connection, String.class, "select pg_export_snapshot()")
                    .orElseThrow();
            help.get().with(snapshot, second -> {
                Sql.update(second, Sql.LARGE_QUESTIONS + "; " + SETTINGS + "; " + ONE_CORE);
                counts.workAt(queries.on(second));
            });
        }
        counts.workAt(queries);
        return queries.ledgers(windows, counts);
    }

    /** The same on a connection whose transaction has not read anything yet. */
    static List<Ledger> read(Connection connection, List<Window> windows, Population population, OffsetDateTime knownOn)
            throws SQLException {
        return begin(connection, windows, knownOn).read(windows, LedgerSql.condition(population));
    }

    private static LedgerQueries begin(Connection connection, List<Window> windows, OffsetDateTime knownOn)
            throws SQLException {
        Sql.beginSnapshot(connection);
        Sql.update(connection, SETTINGS);
        LocalDate first = windows.stream()
                .flatMap(window -> Stream.of(window.start(), LedgerSql.lastDayOfQuarterBefore(window.asOf())))
                .min(LocalDate::compareTo)
                .orElseThrow();
        LocalDate last =
                windows.stream().map(Window::asOf).max(LocalDate::compareTo).orElseThrow();
        var timelines = Timelines.asKnownOn(connection, knownOn, first, last);
        String loanLine = LoanLines.asKnownOn(connection, knownOn);
        return new LedgerQueries(connection, timelines.persons(), timelines.households(), loanLine, knownOn);
    }
}
