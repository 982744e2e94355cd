package kz.ruralincome.domain.quality;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.participant.Reach;
import kz.ruralincome.domain.quality.FindingSql.Row;
import kz.ruralincome.domain.shared.AccessRefused;
import kz.ruralincome.domain.shared.Explanation;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.domain.shared.Slice;

/**
 * The desk at which coordinators look through the findings of their territory, as the last run of {@code data-quality} left
 * them, and say why one is right as it is. Each look at a person is noted.
 */
@Stateless
@TransactionAttribute(REQUIRED)
public class FindingDesk {

    /** How many findings a page holds. */
    public static final int PAGE = 50;

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private Reach reach;

    /** How many there are in a territory, by kind and state. */
    public FindingCounts counts(Optional<String> territory, Access access) {
        return in(territory, access, (connection, findings) -> new FindingCounts(findings.counts(), findings.asOf()));
    }

    /**
     * A page of the list.
     *
     * @param cursor the {@code next} of the page before
     */
    public FindingPage page(FindingFilter filter, Optional<String> cursor, Access access) {
        Long after = cursor.map(FindingDesk::place).orElse(null);
        return in(filter.territory(), access, (connection, findings) -> {
            Slice<Row> page = Slice.of(findings.page(filter, after, PAGE + 1), PAGE);
            saw(connection, page.items(), "finding.listed", null, access);
            return new FindingPage(
                    page.items().stream().map(Row::finding).toList(),
                    page.goesOnAfter().map(row -> Long.toString(row.finding().id())));
        });
    }

    /** @throws NotFoundException if there is no such finding or it is out of the caller's reach */
    public Finding open(long id, Access access) {
        return in(Optional.empty(), access, (connection, findings) -> {
            Row row = find(findings, id);
            saw(connection, List.of(row), "finding.opened", id, access);
            return row.finding();
        });
    }

    /** Other findings on the same subject, those found last first: what was said of them may help. */
    public List<Finding> former(long id, Access access) {
        return in(Optional.empty(), access, (connection, findings) -> {
            find(findings, id);
            return findings.former(id).stream().map(Row::finding).toList();
        });
    }

    /**
     * Says why it is right as it is: it does not come back unless its facts change.
     *
     * @param mark of the facts that the reason is about
     * @param reason 1 to {@link Explanation#LONGEST} characters
     * @throws RuleViolation {@code quality.changed} if it is open no more, or its facts are others by now
     */
    public void explain(long id, String mark, String reason, Access access) {
        String said = Explanation.of(reason, "quality.reason");
        change(id, "finding.explained", findings -> findings.explain(id, mark, access.account(), said), access);
    }

    /**
     * Takes an explanation back: the finding is open again.
     *
     * @throws RuleViolation {@code quality.changed} if it is not explained any more
     */
    public void takeBack(long id, Access access) {
        change(id, "finding.taken-back", findings -> findings.takeBack(id), access);
    }

    private void change(long id, String action, Change change, Access access) {
        in(Optional.empty(), access, (connection, findings) -> {
            Row row = find(findings, id);
            if (!change.of(findings)) {
                throw new RuleViolation("quality.changed");
            }
            saw(connection, List.of(row), action, id, access);
            return null;
        });
    }

    private static Row find(FindingSql findings, long id) throws SQLException {
        return findings.find(id).orElseThrow(() -> new NotFoundException("quality"));
    }

    private static long place(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException foreign) {
            throw new InvalidRequest("cursor", "quality.cursor");
        }
    }

    private static void saw(Connection connection, List<Row> rows, String action, Long finding, Access access)
            throws SQLException {
        List<Integer> persons =
                rows.stream().flatMap(row -> row.persons().stream()).distinct().toList();
        String details = finding == null ? null : "{\"finding\": " + finding + "}";
        if (persons.isEmpty()) {
            AuditTrail.note(connection, access.account(), action, details);
        } else {
            AuditTrail.saw(connection, access.account(), action, persons, details);
        }
    }

    private <T> T in(Optional<String> territory, Access access, Work<T> work) {
        Access.demand(access.writesOfPersons());
        boolean nowhere = territory.filter(FindingFilter.NOWHERE::equals).isPresent();
        if (nowhere && access.territory().isPresent()) {
            throw new AccessRefused("access.territory");
        }
        Integer[] units = nowhere ? null : reach.units(access, territory).orElse(null);
        try (var connection = database.getConnection()) {
            return work.with(connection, new FindingSql(connection, units, nowhere));
        } catch (SQLException e) {
            throw new IllegalStateException("the findings cannot be read or written", e);
        }
    }

    /** Something to do with the findings within reach. */
    private interface Work<T> {
        T with(Connection connection, FindingSql findings) throws SQLException;
    }

    /** A change of one finding; false: it has changed already. */
    private interface Change {
        boolean of(FindingSql findings) throws SQLException;
    }
}
