package kz.ruralincome.domain.outcome;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import kz.ruralincome.domain.credit.LoanLines;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.movement.Timelines;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.Sql;

/** Reads registrations that began and ended in a window, in one snapshot of the database. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RegistrationReading {

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    /**
     * So many in a month and a unit.
     *
     * @param unit empty: where is not known
     * @param what {@link RegistrationSql#NEW}, or the reason of an end
     */
    public record Told(YearMonth month, Optional<Integer> unit, String what, long count) {}

    /**
     * What was read.
     *
     * @param reason why nothing is known
     */
    public record Found(List<Told> told, Optional<String> reason) {}

    public Found read(Window window, Population population, OffsetDateTime knownOn) {
        try (var connection = database.getConnection()) {
            return read(connection, window, population, knownOn);
        } catch (SQLException e) {
            throw new IllegalStateException("the registrations cannot be read", e);
        }
    }

    /** The same on a connection whose transaction has not read anything yet. */
    static Found read(Connection connection, Window window, Population population, OffsetDateTime knownOn)
            throws SQLException {
        Sql.beginSnapshot(connection);
        var timelines = Timelines.asKnownOn(connection, knownOn, window.start(), window.asOf());
        var queries = new LedgerQueries(
                connection, timelines.persons(), timelines.households(), LoanLines.OF_THE_LAST_RUN, knownOn);
        List<Told> told = new ArrayList<>();
        for (String sql : RegistrationSql.BY_MONTH) {
            try (var statement = queries.prepared(
                            sql.replace("{population}", LedgerSql.condition(population)), List.of(window));
                    var row = statement.executeQuery()) {
                while (row.next()) {
                    told.add(new Told(
                            YearMonth.from(row.getObject(1, LocalDate.class)),
                            Optional.ofNullable(row.getObject(2, Integer.class)),
                            row.getString(3),
                            row.getLong(4)));
                }
            }
        }
        return new Found(told, reason(queries, LedgerQueries.missingLists(connection, knownOn), window, population));
    }

    private static Optional<String> reason(
            LedgerQueries queries, Set<String> missing, Window window, Population population) throws SQLException {
        if (missing.contains("registrations") || population == Population.BORROWERS && missing.contains("loans")) {
            return Optional.of(Reason.NO_DATA);
        }
        return population == Population.WORKING_AGE
                        && queries.agesKnown(List.of(window)).isEmpty()
                ? Optional.of(Reason.PARAMETER_MISSING)
                : Optional.empty();
    }
}
