package kz.ruralincome.domain.credit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.register.Watermark;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.Sql;

/**
 * The list of a lender's loans by their last change. Only what lies at or before a closed watermark is listed: a change
 * that is committed late is recorded after it, and comes on a later page. The watermark is closed anew only when there is
 * something beyond it, so that whoever reads what nobody changes writes nothing.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class LoanList {

    private static final OffsetDateTime BEGINNING = OffsetDateTime.parse("0001-01-01T00:00:00Z");

    private static final String IS_BEHIND = """
            select coalesce((select max(changed_at) from loan where lender_id = ?) > (select closed_at from watermark), false)""";

    private static final String PAGE = """
            select l.id, l.contract_no, l.changed_at, v.no, v.terms::text
            from (
                select id, contract_no, changed_at from loan
                where lender_id = ? and (changed_at, id) > (?::timestamptz, ?::bigint) and changed_at >= ?::timestamptz
                  and changed_at <= (select closed_at from watermark)%s
                order by changed_at, id limit ?) l
            join loan_version v on v.loan_id = l.id and v.superseded_rev is null
            order by l.changed_at, l.id""";

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private Watermark watermark;

    /** See {@link Loans#list}. */
    public LoanPage page(
            Access access,
            Optional<OffsetDateTime> changedSince,
            Optional<LoanStatus> status,
            Optional<String> cursor,
            int limit) {
        if (limit < 1 || limit > LoanPage.MOST) {
            throw new InvalidRequest("limit", LoanFlaw.NUMBER_RANGE.code(), 1, LoanPage.MOST);
        }
        Place after = cursor.map(Place::read).orElse(new Place(BEGINNING, 0));
        try (var connection = database.getConnection()) {
            var caller = LenderCall.of(connection, access);
            if (isBehind(connection, caller.lender())) {
                watermark.close();
            }
            return page(connection, caller.lender(), changedSince.orElse(BEGINNING), status, after, limit);
        } catch (SQLException e) {
            throw new IllegalStateException("the loans cannot be read", e);
        }
    }

    /** Whether something was recorded that the closed watermark does not reach yet. */
    static boolean isBehind(Connection connection, int lender) throws SQLException {
        return Sql.first(connection, Boolean.class, IS_BEHIND, lender).orElseThrow();
    }

    static LoanPage page(
            Connection connection,
            int lender,
            OffsetDateTime since,
            Optional<LoanStatus> status,
            Place after,
            int limit)
            throws SQLException {
        List<Object> parameters = new ArrayList<>(List.of(lender, after.changedAt(), after.loan(), since));
        status.ifPresent(wanted -> parameters.add(wanted.name()));
        parameters.add(limit + 1);
        List<Place> places = new ArrayList<>();
        List<LoanPage.Item> items = Sql.list(
                connection,
                row -> {
                    places.add(new Place(row.getObject(3, OffsetDateTime.class), row.getLong(1)));
                    return item(row);
                },
                PAGE.formatted(status.isPresent() ? " and status = ?" : ""),
                parameters.toArray());
        return items.size() <= limit
                ? new LoanPage(items, Optional.empty())
                : new LoanPage(
                        List.copyOf(items.subList(0, limit)),
                        Optional.of(places.get(limit - 1).written()));
    }

    private static LoanPage.Item item(ResultSet row) throws SQLException {
        return new LoanPage.Item(
                row.getString(2),
                "\"" + row.getInt(4) + "\"",
                row.getObject(3, OffsetDateTime.class),
                LoanText.terms(row.getString(5)));
    }

    /** The last loan of a page. */
    record Place(OffsetDateTime changedAt, long loan) {

        static Place read(String cursor) {
            try {
                String[] parts = new String(Base64.getUrlDecoder().decode(cursor), US_ASCII).split(" ");
                return new Place(OffsetDateTime.parse(parts[0]), Long.parseLong(parts[1]));
            } catch (RuntimeException noCursorOfOurs) {
                throw new InvalidRequest("cursor", "loan.cursor");
            }
        }

        String written() {
            return Base64.getUrlEncoder().withoutPadding().encodeToString((changedAt + " " + loan).getBytes(US_ASCII));
        }
    }
}
