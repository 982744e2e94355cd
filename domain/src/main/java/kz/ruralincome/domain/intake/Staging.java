package kz.ruralincome.domain.intake;

import static java.util.stream.Collectors.joining;

import java.sql.SQLException;

/**
 * The temporary table {@code intake_stage}: the rows of the file that are right in form, and the findings. A finding has
 * {@code error} set (true: an error, false: a warning), a row has it null.
 */
final class Staging {

    private Staging() {}

    static void create(Sql sql, ListFormat format) throws SQLException {
        sql.run("create temp table intake_stage (row_no integer, remove boolean, error boolean, column_name text,"
                + " code text, args jsonb, shown text, "
                + format.columns().stream().map(c -> name(c) + " " + type(c)).collect(joining(", "))
                + ") on commit drop");
    }

    static String copy() {
        return "copy intake_stage from stdin";
    }

    /** In the file persons and households stand under the names that people know. */
    static String name(Column column) {
        return switch (column.target()) {
            case "person_id" -> "iin";
            case "household_id" -> "household_no";
            default -> column.target();
        };
    }

    private static String type(Column column) {
        return switch (column.target()) {
            case "person_id" -> "char(12)";
            case "household_id" -> "text";
            default -> column.type();
        };
    }
}
