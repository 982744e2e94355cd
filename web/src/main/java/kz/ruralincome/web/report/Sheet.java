package kz.ruralincome.web.report;

import java.math.BigDecimal;
import java.util.List;

/**
 * One table of a report in the words of a language.
 *
 * @param notes sentences below it
 */
public record Sheet(String title, List<Column> columns, List<List<Cell>> rows, List<String> notes) {

    /** @param number whether numbers stand in it, to the right */
    public record Column(String name, boolean number) {

        static Column text(String name) {
            return new Column(name, false);
        }

        static Column number(String name) {
            return new Column(name, true);
        }
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
