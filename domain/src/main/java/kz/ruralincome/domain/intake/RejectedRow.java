package kz.ruralincome.domain.intake;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A row of a file that was rejected, as it is to be mended.
 *
 * @param row its number in the file
 * @param cells by column: as saved, else as in the file
 * @param findings why it was rejected, and what else was said of it
 * @param saved whether somebody has saved it to be sent once more
 * @param asItIs whether it was saved although nothing in it has changed
 */
public record RejectedRow(
        long row, Map<String, String> cells, List<LoadProblem> findings, boolean saved, boolean asItIs) {

    /**
     * A row as it stands now.
     *
     * @param inFile its cells in the file
     * @param kept what is kept of it, or null
     */
    static RejectedRow of(
            long row,
            List<String> columns,
            Map<String, String> inFile,
            MendedRows.Kept kept,
            List<LoadProblem> findings) {
        Map<String, String> cells = cellsOf(columns, kept == null ? inFile : kept.cells());
        boolean saved = kept != null && kept.saved();
        return new RejectedRow(row, cells, findings, saved, saved && cells.equals(cellsOf(columns, inFile)));
    }

    /** The cells of some columns as a field of a form gives them back. */
    static Map<String, String> cellsOf(List<String> columns, Map<String, String> cells) {
        return columns.stream()
                .collect(Collectors.toMap(
                        column -> column,
                        column -> SheetReader.trimmed(
                                cells.getOrDefault(column, "").replaceAll("[\r\n]", ""))));
    }

    /** Tells, sent back with the form, whether the row is still as it was shown. */
    public String seen() {
        return seen(cells, asItIs);
    }

    static String seen(Map<String, String> cells, boolean asItIs) {
        return HeadingMapping.hash(JsonTexts.write(cells) + asItIs);
    }

    /** Without the cells, for logs. */
    @Override
    public String toString() {
        return "RejectedRow[" + row + "]";
    }
}
