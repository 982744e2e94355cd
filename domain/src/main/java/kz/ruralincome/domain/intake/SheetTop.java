package kz.ruralincome.domain.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The first rows of a kept file, as many as are needed to see where its headings are and what stands below them. */
record SheetTop(List<String[]> rows) {

    private static final int SAMPLES = 5;
    private static final int LONGEST = 60;
    private static final String LONG_NUMBER = "(?<![0-9])([0-9]{4})[0-9]{5,6}([0-9]{2})(?![0-9])";

    /** Reads no further than the rows needed; a spreadsheet is unpacked as far, whatever its size. */
    static SheetTop of(InputStream file, ListFormat format) throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (InputStream bytes = new BufferedInputStream(file, 64 * 1024);
                SheetReader sheet = SheetReader.open(bytes, format)) {
            String[] row;
            while (rows.size() < 2 * Headings.SEARCHED_ROWS && (row = sheet.next()) != null) {
                rows.add(row);
            }
        }
        return new SheetTop(rows);
    }

    /** The row, 0 being the first, that most looks as if it held the headings of the list. */
    int likelyHeadings(HeadingGuess guess) {
        int best = 0;
        int most = -1;
        for (int i = 0; i < searched(); i++) {
            List<String> headings = headings(i);
            int columns = (int) guess.columnsOf(headings, List.of()).stream()
                    .filter(column -> !column.isEmpty())
                    .count();
            int cells = (int) headings.stream().filter(cell -> !cell.isEmpty()).count();
            int look = columns * 1_000 + Math.min(cells, 999);
            if (look > most) {
                best = i;
                most = look;
            }
        }
        return best;
    }

    int searched() {
        return Math.min(rows.size(), Headings.SEARCHED_ROWS);
    }

    List<String> headings(int row) {
        return HeadingMapping.headingsOf(rows.get(row));
    }

    /** The first rows below the headings that count. */
    List<String[]> below(int row) {
        return rows.subList(row + 1, rows.size()).stream()
                .filter(DataRow::is)
                .limit(SAMPLES)
                .toList();
    }

    /** A cell as it is shown: an IIN and any other number so long is masked. */
    static String shown(String cell) {
        String masked = cell.replaceAll(LONG_NUMBER, "$1******$2");
        return masked.length() > LONGEST ? masked.substring(0, LONGEST) + "…" : masked;
    }
}
