package kz.ruralincome.web.report;

import java.math.BigDecimal;
import java.util.List;

/**
 * One table of a report in the words of a language.
 *
 * @param notes sentences below it
 */
public record Sheet(String title, List<Column> columns, List<List<Cell>> rows, List<String> notes) {

    private static final int MOST_OF_A_LINE = 9;

    /** What stands in a column: words, numbers to the right, or codes that nobody translates. */
    public enum Kind {
        TEXT,
        NUMBER,
        CODE
    }

    /** A column with its heading. */
    public record Column(String name, Kind kind) {

        static Column text(String name) {
            return new Column(name, Kind.TEXT);
        }

        static Column number(String name) {
            return new Column(name, Kind.NUMBER);
        }

        static Column code(String name) {
            return new Column(name, Kind.CODE);
        }

        public boolean isNumber() {
            return kind == Kind.NUMBER;
        }

        public boolean isCode() {
            return kind == Kind.CODE;
        }
    }

    /** Whether it is many numbers that are read along lines and columns alike, so that no line is of use by itself. */
    public boolean isGrid() {
        return columns.size() > MOST_OF_A_LINE && columns.stream().skip(1).allMatch(Column::isNumber);
    }

    /**
     * What stands in one place.
     *
     * @param text as people read it
     * @param value the number itself; null: it is a text, or not known
     */
    public record Cell(String text, BigDecimal value) {

        static Cell text(String text) {
            return new Cell(text, null);
        }
    }
}
