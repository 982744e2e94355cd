package kz.ruralincome.domain.credit;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.credit.LoanListSql.Row;
import kz.ruralincome.domain.participant.Reach;
import kz.ruralincome.domain.shared.AccessRefused;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.Slice;
import kz.ruralincome.domain.shared.Sql;

/**
 * The loan book as people page through it, within their reach, as the last run of {@code loan-ageing} left it. A loan is
 * within reach when its borrower lives in the caller's territory; where that is not known, when its own unit lies there.
 * Every look is noted for each borrower that it showed.
 */
@Stateless
@TransactionAttribute(REQUIRED)
public class LoanRegister {

    /** How many loans a page holds. */
    public static final int PAGE = 50;

    private static final String FRESHNESS = "select business_date, fresh_as_of from loan_freshness";

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private Reach reach;

    /**
     * A page of the list.
     *
     * @param cursor the {@code next} of the page before
     */
    public LoanListing page(LoanFilter filter, LoanOrder order, Optional<String> cursor, Access access) {
        return page(filter, order, cursor, PAGE, access);
    }

    /** The same with a page of another size, of at most {@link LoanPage#MOST}. */
    public LoanListing page(LoanFilter filter, LoanOrder order, Optional<String> cursor, int limit, Access access) {
        Optional<LoanCursor> after = cursor.map(LoanCursor::read);
        var query = query(filter, access);
        return in(connection -> {
            var fresh = freshness(connection);
            LocalDate asOf = fresh.map(Fresh::asOf).orElseGet(reach::today);
            Slice<Row> page = Slice.of(query.page(connection, order, after, asOf, limit + 1), limit);
            if (!page.items().isEmpty()) {
                saw(connection, page.items(), access);
            }
            return new LoanListing(
                    page.items().stream().map(Row::summary).toList(),
                    page.goesOnAfter().map(last -> last.place().written()),
                    query.count(connection, LoanListing.COUNTED + 1),
                    asOf,
                    fresh.map(Fresh::moment));
        });
    }

    /** How many of the loans each finding concerns: as many as the list of that finding holds. */
    public Map<LoanFinding, Integer> findings(LoanFilter filter, Access access) {
        return in(query(filter, access)::findings);
    }

    /** What each lender's loans within reach come to, by code. */
    public Map<String, LenderSums> sums(Access access) {
        return in(query(LoanFilter.all(), access)::sums);
    }

    private LoanListSql query(LoanFilter filter, Access access) {
        Access.demand(access.seesPersons());
        if (filter.territory().filter(LoanFilter.NOWHERE::equals).isPresent()) {
            if (access.territory().isPresent()) {
                throw new AccessRefused("access.territory");
            }
            return new LoanListSql(filter, Optional.empty());
        }
        return new LoanListSql(filter, reach.units(access, filter.territory()));
    }

    private static void saw(Connection connection, List<Row> page, Access access) throws SQLException {
        AuditTrail.saw(
                connection,
                access.account(),
                "loan.listed",
                page.stream().map(Row::person).distinct().toList(),
                null);
    }

    /** Up to when the list has followed the facts, and on which day its loans stand. */
    private record Fresh(LocalDate asOf, OffsetDateTime moment) {}

    private static Optional<Fresh> freshness(Connection connection) throws SQLException {
        return Sql.list(
                        connection,
                        row -> new Fresh(row.getObject(1, LocalDate.class), row.getObject(2, OffsetDateTime.class)),
                        FRESHNESS)
                .stream()
                .findFirst();
    }

    private <T> T in(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the loans cannot be listed", e);
        }
    }

    /** Something to do with a connection. */
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }
}
