package kz.ruralincome.domain.outcome;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kz.ruralincome.domain.coverage.Coverage;
import kz.ruralincome.domain.credit.LoanLines;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.movement.Timelines;
import kz.ruralincome.domain.shared.PilotDataSource;

/** Reads ledgers, each in one snapshot of the database. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LedgerReading {

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    /** Up to when the last finished movement run has read the facts. */
    public Optional<OffsetDateTime> freshAsOf() {
        try (var connection = database.getConnection()) {
            return Timelines.freshAsOf(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the freshness of the movement cannot be read", e);
        }
    }

    public Ledgers read(Window window, Window before, Population population, OffsetDateTime knownOn) {
        try (var connection = database.getConnection()) {
            return read(connection, window, before, population, knownOn);
        } catch (SQLException e) {
            throw new IllegalStateException("the indicators cannot be read", e);
        }
    }

    /** The same on a connection whose transaction has not read anything yet. */
    static Ledgers read(
            Connection connection, Window window, Window before, Population population, OffsetDateTime knownOn)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read");
            statement.execute("set local jit = off");
        }
        LocalDate first = Stream.of(window.start(), before.start(), LedgerSql.lastDayOfQuarterBefore(before.asOf()))
                .min(LocalDate::compareTo)
                .orElseThrow();
        var timelines = Timelines.asKnownOn(connection, knownOn, first, window.asOf());
        String loanLine = LoanLines.asKnownOn(connection, knownOn);
        var queries = new LedgerQueries(connection, timelines.persons(), timelines.households(), loanLine, knownOn);
        String whom = LedgerSql.condition(population);
        return new Ledgers(
                queries.read(window, whom),
                queries.read(before, whom),
                Coverage.asKnownOn(connection, knownOn),
                population);
    }
}
