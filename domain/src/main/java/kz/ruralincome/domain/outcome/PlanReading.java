package kz.ruralincome.domain.outcome;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import kz.ruralincome.domain.register.Known;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.Sql;

/** Reads what was decided for a year. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PlanReading {

    /** Rows in and out: the decisions of one year, some hundred; a look at one revision each. */
    private static final String DECISIONS = "with " + Known.CTE + """
             select f.indicator, f.unit_id, f.decided_on, f.value, f.document, r.account, r.recorded_at
            from plan f join revision r on r.id = f.rev
            where f.year = ? and f.decided_on <= ? and %s
            order by f.indicator, f.unit_id, f.decided_on desc
            """.formatted(Known.visible("f"));

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    /** By indicator code and unit, the latest first: what is reported on that day, decided by then. */
    public Map<String, Map<Integer, List<PlanDecision>>> decisions(LocalDate asOf, OffsetDateTime knownOn) {
        try (var connection = database.getConnection()) {
            return decisions(connection, asOf, knownOn);
        } catch (SQLException e) {
            throw new IllegalStateException("the plans cannot be read", e);
        }
    }

    static Map<String, Map<Integer, List<PlanDecision>>> decisions(
            Connection connection, LocalDate asOf, OffsetDateTime knownOn) throws SQLException {
        Map<String, Map<Integer, List<PlanDecision>>> decisions = new HashMap<>();
        Sql.list(
                connection,
                row -> decisions
                        .computeIfAbsent(row.getString(1), code -> new HashMap<>())
                        .computeIfAbsent(row.getInt(2), unit -> new ArrayList<>())
                        .add(new PlanDecision(
                                row.getObject(3, LocalDate.class),
                                row.getBigDecimal(4),
                                Optional.ofNullable(row.getString(5)),
                                row.getString(6),
                                row.getObject(7, OffsetDateTime.class))),
                DECISIONS,
                knownOn,
                Window.yearOf(asOf),
                asOf);
        return decisions;
    }
}
