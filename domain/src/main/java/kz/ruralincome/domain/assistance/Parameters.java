package kz.ruralincome.domain.assistance;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.ruralincome.domain.shared.Quarter;
import kz.ruralincome.domain.shared.Sql;

/** The dated parameters that the test asks for, as they stand. */
final class Parameters {

    static final String POVERTY_LINE = "POVERTY_LINE";
    static final String MINIMUM = "REGIONAL_SUBSISTENCE_MINIMUM";
    static final String MEDIAN = "REGIONAL_MEDIAN_INCOME";
    static final String PERCENT_OF_MINIMUM = "LINE_PERCENT_OF_MINIMUM";
    static final String PERCENT_OF_MEDIAN = "LINE_PERCENT_OF_MEDIAN";
    static final String INDEX = "MCI_SOCIAL";
    static final String SUPPLEMENT = "CHILD_SUPPLEMENT_MCI";
    static final String PENSION_AGE_MEN = "PENSION_AGE_MEN";
    static final String PENSION_AGE_WOMEN = "PENSION_AGE_WOMEN";
    static final String LOAN_IS_INCOME = "LOAN_COUNTED_AS_INCOME";

    private static final List<String> NAMES = List.of(
            POVERTY_LINE,
            MINIMUM,
            MEDIAN,
            PERCENT_OF_MINIMUM,
            PERCENT_OF_MEDIAN,
            INDEX,
            SUPPLEMENT,
            PENSION_AGE_MEN,
            PENSION_AGE_WOMEN,
            LOAN_IS_INCOME);

    private static final String ROWS = """
            select name, unit_id, valid_from, value, document from parameter
            where superseded_rev is null and name = any (?)""";

    private final List<ParameterRow> rows;

    Parameters(Collection<ParameterRow> rows) {
        this.rows =
                rows.stream().sorted(Comparator.comparing(ParameterRow::from)).toList();
    }

    /** Reads the rows that stand: some hundreds. */
    static Parameters read(Connection connection) throws SQLException {
        return new Parameters(Sql.list(connection, Parameters::row, ROWS, (Object) NAMES.toArray(String[]::new)));
    }

    private static ParameterRow row(ResultSet row) throws SQLException {
        return new ParameterRow(
                row.getString(1),
                Optional.ofNullable(row.getObject(2, Integer.class)),
                row.getObject(3, LocalDate.class),
                row.getBigDecimal(4).stripTrailingZeros(),
                Optional.ofNullable(row.getString(5)));
    }

    /** What holds everywhere on the day: until the next of its name. */
    Optional<ParameterRow> inForce(String name, LocalDate day) {
        return everywhere(name).filter(row -> !row.from().isAfter(day)).reduce((earlier, later) -> later);
    }

    /** Whether the parameter has rows and the day is before the first of them: there was no such thing yet. */
    boolean beginsAfter(String name, LocalDate day) {
        return everywhere(name)
                .findFirst()
                .filter(row -> row.from().isAfter(day))
                .isPresent();
    }

    /** What was announced for the quarter and the unit; a row of an earlier quarter says nothing of it. */
    Optional<ParameterRow> announced(String name, int unit, Quarter quarter) {
        return rows.stream()
                .filter(row -> row.name().equals(name) && row.unit().equals(Optional.of(unit)))
                .filter(row -> quarter.contains(row.from()))
                .reduce((earlier, later) -> later);
    }

    private Stream<ParameterRow> everywhere(String name) {
        return rows.stream().filter(row -> row.name().equals(name) && row.unit().isEmpty());
    }
}
