package kz.ruralincome.domain.intake;

import java.io.Closeable;
import java.io.IOException;

/**
 * The rows of a file, one after the other, in bounded memory. Every cell is text, without spaces at its ends: a number
 * of a spreadsheet is written out in digits, a date of its own as YYYY-MM-DD.
 */
interface SheetReader extends Closeable {

    /** A cell that is longer is cut to this and one character more: no column takes so long a text. */
    int LONGEST_CELL = 10_000;

    /** The next row, blank ones too; null after the last. What cannot be read is a {@link FileRefused}. */
    String[] next() throws IOException;

    /** The text without spaces of any kind at its ends. */
    static String trimmed(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && blank(cell.charAt(from))) {
            from++;
        }
        while (from < to && blank(cell.charAt(to - 1))) {
            to--;
        }
        if (to - from > LONGEST_CELL) {
            to = from + LONGEST_CELL + 1;
        }
        return from == 0 && to == cell.length() ? cell : cell.substring(from, to);
    }

    private static boolean blank(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\u202f' || c == '\u200b' || c == '\ufeff';
    }
}
