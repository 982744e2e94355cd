package kz.ruralincome.domain.outcome;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import kz.ruralincome.domain.movement.MatrixCell;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.shared.PilotDataSource;

/** Reads the kept months. */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class SnapshotReading {

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    /** All of them, newest first. */
    public List<Snapshot> months() {
        try (var connection = database.getConnection()) {
            return SnapshotTable.months(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the kept months cannot be read", e);
        }
    }

    /** The figures of a place, which are all or none. */
    public Map<Indicator, SnapshotLine.Side> figures(LocalDate month, String place, Population population) {
        try (var connection = database.getConnection()) {
            return SnapshotTable.figures(connection, month, place, population);
        } catch (SQLException e) {
            throw new IllegalStateException("a kept month cannot be read", e);
        }
    }

    /** Who moved; none where it is not kept. */
    public List<MatrixCell> movement(LocalDate month, String place) {
        try (var connection = database.getConnection()) {
            return SnapshotTable.movement(connection, month, place);
        } catch (SQLException e) {
            throw new IllegalStateException("a kept month cannot be read", e);
        }
    }

    /** The lists that came in between two moments. */
    public Set<String> lists(OffsetDateTime from, OffsetDateTime to) {
        try (var connection = database.getConnection()) {
            return LaterLists.between(connection, from, to);
        } catch (SQLException e) {
            throw new IllegalStateException("the lists since a kept month cannot be read", e);
        }
    }
}
