package kz.ruralincome.domain.movement;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.Rules;
import kz.ruralincome.domain.shared.Sql;

/** How far the computed tables have followed the facts. */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class MovementFreshness {

    private static final String BEHIND = """
            select exists (select from revision) where not exists (select from movement_freshness)
            union all
            select rules <> ? or exists (select from revision r where r.recorded_at > fresh_as_of) from movement_freshness""";

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    /** The moment up to which the last finished run had read the facts; empty when none has finished. */
    public Optional<OffsetDateTime> freshAsOf() {
        try (var connection = database.getConnection()) {
            return Timelines.freshAsOf(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the freshness of the timelines cannot be read", e);
        }
    }

    /** Whether facts were recorded since: pages say that changes are pending. */
    public boolean isBehind() {
        try (var connection = database.getConnection()) {
            return Sql.first(connection, Boolean.class, BEHIND, Rules.VERSION).orElse(false);
        } catch (SQLException e) {
            throw new IllegalStateException("the freshness of the timelines cannot be read", e);
        }
    }
}
