package kz.ruralincome.domain.assistance;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.assistance.ReviewListing.Row;
import kz.ruralincome.domain.assistance.TestResult.Outcome;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.participant.Reach;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.Quarter;
import kz.ruralincome.domain.shared.Slice;
import kz.ruralincome.domain.shared.Sql;

/**
 * The last review as people page through it, within their reach: a household is where it lived on the first day of the
 * quarter. It names households and no persons; each look is noted.
 */
@Stateless
@TransactionAttribute(REQUIRED)
public class ReviewList {

    /** How many households a page holds. */
    public static final int PAGE = 50;

    private static final String LAST = """
            select quarter, business_date, reviewed_at from assistance_review_run order by quarter desc limit 1""";

    private static final String COUNTS = """
            select change, count(*)::integer from assistance_review
            where quarter = ? and (?::integer[] is null or place = any (?::integer[])) group by change""";

    /** Rows in: those of the quarter and the change after the place of the page, in the order of an index. */
    private static final String ROWS = """
            select r.*, h.household_no from assistance_review r join household h on h.id = r.household_id
            where r.quarter = ? and (?::integer[] is null or r.place = any (?::integer[]))
              and (?::text is null or r.change = ?::text) and r.household_id > ?
            order by r.household_id limit ?""";

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private Reach reach;

    /**
     * A page of the last review; empty when there was none.
     *
     * @param territory a KATO code within the caller's reach
     * @param after the household with which the page before ended
     */
    public Optional<ReviewListing> page(
            Optional<String> territory, Optional<ReviewChange> change, Optional<Integer> after, Access access) {
        Access.demand(access.seesPersons());
        Integer[] units = reach.units(access, territory).orElse(null);
        try (var connection = database.getConnection()) {
            AuditTrail.note(connection, access.account(), "assistance.review-listed", null);
            return page(connection, units, change, after, PAGE);
        } catch (SQLException e) {
            throw new IllegalStateException("the review cannot be read", e);
        }
    }

    /** @param units where the households must be; null: wherever */
    static Optional<ReviewListing> page(
            Connection connection, Integer[] units, Optional<ReviewChange> change, Optional<Integer> after, int limit)
            throws SQLException {
        var runs = Sql.list(
                connection,
                row -> new Run(
                        new Quarter(row.getObject(1, LocalDate.class)),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, OffsetDateTime.class)),
                LAST);
        if (runs.isEmpty()) {
            return Optional.empty();
        }
        Run run = runs.get(0);
        LocalDate quarter = run.quarter().first();
        Map<ReviewChange, Integer> counts = new EnumMap<>(ReviewChange.class);
        Sql.list(
                connection,
                row -> counts.put(ReviewChange.valueOf(row.getString(1)), row.getInt(2)),
                COUNTS,
                quarter,
                units,
                units);
        String wanted = change.map(Enum::name).orElse(null);
        List<Row> found = Sql.list(
                connection, ReviewList::row, ROWS, quarter, units, units, wanted, wanted, after.orElse(0), limit + 1);
        Slice<Row> page = Slice.of(found, limit);
        return Optional.of(new ReviewListing(
                run.quarter(),
                run.on(),
                run.at(),
                counts,
                page.items(),
                page.goesOnAfter().map(Row::household)));
    }

    private record Run(Quarter quarter, LocalDate on, OffsetDateTime at) {}

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getInt("household_id"),
                row.getString("household_no"),
                Optional.ofNullable(row.getObject("place", Integer.class)),
                row.getInt("members"),
                Optional.ofNullable(row.getBigDecimal("assigned")),
                Outcome.valueOf(row.getString("outcome")),
                Optional.ofNullable(row.getBigDecimal("monthly")),
                Arrays.asList((String[]) row.getArray("missing").getArray()),
                Optional.ofNullable(row.getString("previous_outcome")).map(Outcome::valueOf),
                Optional.ofNullable(row.getBigDecimal("previous_monthly")),
                ReviewChange.valueOf(row.getString("change")));
    }
}
