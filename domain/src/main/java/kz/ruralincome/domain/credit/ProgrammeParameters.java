package kz.ruralincome.domain.credit;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import kz.ruralincome.domain.shared.Sql;

/** The dated parameters of the programme as they stand: each holds until the next of its name. */
final class ProgrammeParameters {

    private static final String ROWS = """

            select f.name, f.valid_from, f.value from parameter f
            where f.name in ('%s') and f.unit_id is null and\s""".formatted(String.join("', '", ProgrammeTerms.PARAMETERS));

    private final Map<String, TreeMap<LocalDate, BigDecimal>> rows = new HashMap<>();

    private ProgrammeParameters() {}

    /**
     * Reads them.
     *
     * @param known the common table that the condition needs, with its parameter; may be empty
     * @param visible which rows count
     */
    static ProgrammeParameters read(Connection connection, String known, String visible, Object... moment)
            throws SQLException {
        var parameters = new ProgrammeParameters();
        Sql.list(
                connection,
                row -> parameters
                        .rows
                        .computeIfAbsent(row.getString(1), name -> new TreeMap<>())
                        .put(row.getObject(2, LocalDate.class), row.getBigDecimal(3)),
                known + ROWS + visible,
                moment);
        return parameters;
    }

    /** The terms in force on a day. */
    ProgrammeTerms on(LocalDate day) {
        Map<String, BigDecimal> inForce = new HashMap<>();
        rows.forEach((name, dated) -> {
            var row = dated.floorEntry(day);
            if (row != null) {
                inForce.put(name, row.getValue());
            }
        });
        return new ProgrammeTerms(inForce);
    }
}
