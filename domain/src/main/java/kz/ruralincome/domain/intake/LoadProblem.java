package kz.ruralincome.domain.intake;

import java.util.List;
import java.util.Optional;

/**
 * Something found in a file.
 *
 * @param row 1 is the first data row, 0 the file itself
 * @param code stable name, such as {@code iin.checksum}
 * @param arguments what the sentence of the code needs
 * @param value the cell
 */
public record LoadProblem(
        boolean error, long row, Optional<String> column, String code, List<String> arguments, Optional<String> value) {

    LoadProblem withoutValue() {
        return new LoadProblem(error, row, column, code, arguments, Optional.empty());
    }
}
