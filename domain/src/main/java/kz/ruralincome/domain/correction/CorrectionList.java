package kz.ruralincome.domain.correction;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.participant.Reach;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.Slice;

/** Tells which corrections wait for a second account, within the caller's reach, and which waited once. */
@Stateless
@TransactionAttribute(REQUIRED)
public class CorrectionList {

    private static final int PAGE = 50;

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private Reach reach;

    /** Which corrections. */
    public enum Kind {
        /** Proposed by others: the caller may decide on them. */
        TO_DECIDE,
        /** Proposed by the caller: somebody else may. */
        OWN,
        /** Written, refused or taken back, the newest first. */
        DONE
    }

    /**
     * A page of them.
     *
     * @param next where the next page begins; empty on the last one
     */
    public record Page(List<Correction> items, Optional<Long> next) {

        public Page {
            items = List.copyOf(items);
        }
    }

    /** How many of a kind that waits there are. */
    public long count(Kind kind, Access access) {
        Access.demand(access.writesOfPersons());
        try (var connection = database.getConnection()) {
            return Corrections.count(
                    connection,
                    kind == Kind.OWN,
                    access.account(),
                    reach.today(),
                    reach.units(access).orElse(null));
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** Some of a kind; each look at a person is noted. */
    public Page list(Kind kind, Optional<Long> after, Access access) {
        Access.demand(access.writesOfPersons());
        try (var connection = database.getConnection()) {
            return list(
                    connection,
                    kind,
                    after,
                    access.account(),
                    reach.today(),
                    reach.units(access).orElse(null),
                    PAGE);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    static Page list(
            Connection connection,
            Kind kind,
            Optional<Long> after,
            String account,
            LocalDate today,
            Integer[] units,
            int size)
            throws SQLException {
        List<Corrections.Row> found = kind == Kind.DONE
                ? Corrections.decided(connection, today, units, after.orElse(Long.MAX_VALUE), size + 1)
                : Corrections.waiting(connection, kind == Kind.OWN, account, today, units, after.orElse(0L), size + 1);
        Slice<Corrections.Row> page = Slice.of(found, size);
        AuditTrail.saw(
                connection,
                account,
                "correction.listed",
                page.items().stream().map(Corrections.Row::person).distinct().toList(),
                "{\"list\": \"" + kind + "\"}");
        return new Page(
                page.items().stream().map(Corrections.Row::correction).toList(),
                page.goesOnAfter().map(row -> row.correction().id()));
    }

    private static IllegalStateException unreadable(SQLException e) {
        return new IllegalStateException("the corrections cannot be listed", e);
    }
}
