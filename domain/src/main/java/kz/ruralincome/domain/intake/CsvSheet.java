package kz.ruralincome.domain.intake;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.CharArrayReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** A CSV file: UTF-8, separated by commas or semicolons, whichever makes more sense of its heading row. */
final class CsvSheet implements SheetReader {

    private static final int HEAD = 64 * 1024;

    private final CsvReader<String[]> csv;
    private final Iterator<String[]> rows;

    private CsvSheet(CsvReader<String[]> csv) {
        this.csv = csv;
        this.rows = csv.iterator();
    }

    static CsvSheet open(InputStream bytes, ListFormat format) throws IOException {
        Utf8Text text = Utf8Text.of(bytes);
        char[] head = new char[HEAD];
        int length = 0;
        int read;
        try {
            while (length < HEAD && (read = text.read(head, length, HEAD - length)) > 0) {
                length += read;
            }
        } catch (Utf8Text.NotUtf8 wrong) {
            throw FileRefused.because(wrong, "file.encoding", wrong.guess());
        }
        char separator = Sample.of(head, length, ',', format).says(Sample.of(head, length, ';', format)) ? ',' : ';';
        return new CsvSheet(reader(separator, new HeadFirst(new CharArrayReader(head, 0, length), text)));
    }

    /**
     * What a separator makes of the first rows.
     *
     * @param headings how many headings of the list the best of them holds
     * @param cells how many cells they have
     */
    private record Sample(int headings, int cells) {

        static Sample of(char[] head, int length, char separator, ListFormat format) {
            int headings = 0;
            int cells = 0;
            int rows = 0;
            try (var csv = reader(separator, new CharArrayReader(head, 0, length))) {
                for (String[] row : csv) {
                    if (rows++ == Headings.SEARCHED_ROWS) {
                        break;
                    }
                    headings = Math.max(headings, Headings.recognised(format, row));
                    cells += row.length;
                }
            } catch (CsvParseException | IOException e) {
                // the rows before it are enough to tell; the file itself is read again and refused then
            }
            return new Sample(headings, cells);
        }

        /** Whether it makes more sense than another, or as much; of headings that nobody knows, more cells do. */
        boolean says(Sample other) {
            return headings != other.headings ? headings > other.headings : cells >= other.cells;
        }
    }

    private static CsvReader<String[]> reader(char separator, Reader text) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .allowUnclosedQuote(false) // it would swallow all that follows as one cell
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(StringArrayHandler.of(), text);
    }

    @Override
    public String[] next() throws IOException {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            String[] row = rows.next();
            for (int i = 0; i < row.length; i++) {
                row[i] = SheetReader.trimmed(row[i]);
            }
            return row;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof Utf8Text.NotUtf8 wrong) {
                throw FileRefused.because(e, "file.encoding", wrong.guess());
            }
            if (e.getCause() instanceof EOFException) {
                throw FileRefused.because(e, "file.unreadable", "CSV");
            }
            throw e.getCause();
        } catch (CsvParseException e) {
            if (e.getCause() instanceof Utf8Text.NotUtf8 wrong) {
                throw FileRefused.because(e, "file.encoding", wrong.guess());
            }
            throw FileRefused.because(e, "file.unreadable", "CSV");
        } catch (NoSuchElementException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    /** What was read to find the separator, then the rest. */
    private static final class HeadFirst extends Reader {

        private final Reader head;
        private final Reader rest;
        private boolean inHead = true;

        HeadFirst(Reader head, Reader rest) {
            this.head = head;
            this.rest = rest;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            if (inHead) {
                int read = head.read(buffer, offset, length);
                if (read > 0) {
                    return read;
                }
                inHead = false;
            }
            return rest.read(buffer, offset, length);
        }

        @Override
        public void close() throws IOException {
            rest.close();
        }
    }
}
