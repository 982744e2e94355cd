package kz.ruralincome.domain.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * The rows of a file, one after the other, in bounded memory. Every cell is text, without spaces at its ends: a number
 * of a spreadsheet is written out in digits, a date of its own as YYYY-MM-DD.
 */
interface SheetReader extends Closeable {

    /** A cell that is longer is cut to this and one character more: no column takes so long a text. */
    int LONGEST_CELL = 10_000;

    /**
     * Opens a file of which the bytes can be marked, at its first row.
     *
     * @throws FileRefused if it is no such file
     */
    static SheetReader open(InputStream bytes, ListFormat format) throws IOException {
        bytes.mark(8);
        byte[] start = bytes.readNBytes(8);
        bytes.reset();
        if (start.length >= 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4) {
            return XlsxSheet.open(bytes);
        }
        if (start.length == 0) {
            throw FileRefused.because("file.empty");
        }
        if (start.length == 8 && (start[0] & 0xFF) == 0xD0 && (start[1] & 0xFF) == 0xCF && start[2] == 0x11) {
            throw FileRefused.because("file.unreadable", "XLS"); // the format of Excel before 2007
        }
        return CsvSheet.open(bytes, format);
    }

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
