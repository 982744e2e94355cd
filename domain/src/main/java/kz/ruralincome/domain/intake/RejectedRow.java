package kz.ruralincome.domain.intake;

import java.util.List;
import java.util.Map;

/**
 * A row of a file that was rejected, as it is to be mended.
 *
 * @param row its number in the file
 * @param cells by column: as saved, else as in the file
 * @param errors why it was rejected
 * @param saved whether somebody has saved it to be sent once more
 */
public record RejectedRow(long row, Map<String, String> cells, List<LoadProblem> errors, boolean saved) {

    /** Without the cells, for logs. */
    @Override
    public String toString() {
        return "RejectedRow[" + row + "]";
    }
}
