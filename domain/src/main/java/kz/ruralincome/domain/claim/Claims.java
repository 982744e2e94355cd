package kz.ruralincome.domain.claim;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.json.Json;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.Sql;

/** Keeps the claims. */
@Stateless
@TransactionAttribute(REQUIRED)
public class Claims {

    private static final String COLUMNS = "id, body::text, account, recorded_at";

    private static final String KEEP = "insert into claim (body, account) values (?::jsonb, ?) returning " + COLUMNS;

    private static final String NEWEST = "select " + COLUMNS + """
             from claim
            where ?::uuid is null or seq < (select seq from claim where id = ?::uuid)
            order by seq desc limit ?""";

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    public KeptClaim keep(Claim claim, String account) {
        try (var connection = database.getConnection()) {
            return keep(connection, claim, account);
        } catch (SQLException e) {
            throw new IllegalStateException("the claim cannot be kept", e);
        }
    }

    static KeptClaim keep(Connection connection, Claim claim, String account) throws SQLException {
        return Sql.list(
                        connection,
                        Claims::read,
                        KEEP,
                        ClaimJson.write(claim).build().toString(),
                        account)
                .get(0);
    }

    /**
     * The newest claims first.
     *
     * @param after the last one of the page before
     */
    public List<KeptClaim> newest(Optional<UUID> after, int limit) {
        try (var connection = database.getConnection()) {
            return newest(connection, after, limit);
        } catch (SQLException e) {
            throw new IllegalStateException("the claims cannot be read", e);
        }
    }

    static List<KeptClaim> newest(Connection connection, Optional<UUID> after, int limit) throws SQLException {
        UUID last = after.orElse(null);
        return Sql.list(connection, Claims::read, NEWEST, last, last, limit);
    }

    private static KeptClaim read(ResultSet row) throws SQLException {
        try (var json = Json.createReader(new StringReader(row.getString(2)))) {
            return new KeptClaim(
                    row.getObject(1, UUID.class),
                    ClaimJson.read(json.readObject()),
                    row.getString(3),
                    row.getObject(4, OffsetDateTime.class));
        }
    }
}
