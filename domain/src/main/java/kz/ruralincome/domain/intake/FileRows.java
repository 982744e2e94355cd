package kz.ruralincome.domain.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;

/**
 * Finds single rows of a kept file again, by the numbers that the load gave them. It is read from its beginning to the last row
 * that is wanted, in bounded memory.
 */
final class FileRows {

    private final ListFormat format;
    private final boolean snapshot;
    private final RememberedHeadings remembered;

    FileRows(Load load, RememberedHeadings remembered) {
        this.format = ListCatalogue.named(load.list());
        this.snapshot = load.options().isSnapshot();
        this.remembered = remembered;
    }

    /** Is told of the headings once, and then of each row that is wanted. */
    interface Reader {

        /** @param row the heading row as it stands in the file */
        void headings(Headings headings, String[] row) throws IOException;

        void row(long number, String[] cells) throws IOException;
    }

    /** @param wanted numbers of rows, ascending */
    void read(InputStream file, PrimitiveIterator.OfLong wanted, Reader reader) throws IOException {
        try (InputStream bytes = new BufferedInputStream(file, 64 * 1024);
                LastRow sheet = new LastRow(SheetReader.open(bytes, format))) {
            Headings headings = Headings.find(sheet, format, snapshot, remembered);
            reader.headings(headings, sheet.last);
            long number = 0;
            String[] row;
            while (wanted.hasNext()) {
                long next = wanted.nextLong();
                while (number < next) {
                    if ((row = sheet.next()) == null) {
                        return;
                    }
                    number += DataRow.is(row) ? 1 : 0;
                }
                reader.row(number, sheet.last);
            }
        }
    }

    /** The cells of a row by the columns of the list: those that the file has, and those given for all of it. */
    static Map<String, String> cells(Headings headings, String[] row, List<String> columns) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (String column : columns) {
            int place = headings.placeOf(column);
            cells.put(
                    column,
                    place < 0 ? headings.given().getOrDefault(column, "") : place < row.length ? row[place] : "");
        }
        return cells;
    }

    /** A sheet that remembers which row it has given out last. */
    private static final class LastRow implements SheetReader {

        private final SheetReader sheet;
        private String[] last;

        LastRow(SheetReader sheet) {
            this.sheet = sheet;
        }

        @Override
        public String[] next() throws IOException {
            String[] row = sheet.next();
            last = row == null ? last : row;
            return row;
        }

        @Override
        public void close() throws IOException {
            sheet.close();
        }
    }
}
