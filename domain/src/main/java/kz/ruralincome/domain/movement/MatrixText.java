package kz.ruralincome.domain.movement;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Cells with the hashes of their members as a text, a line a cell; what is read back is equal. */
final class MatrixText {

    /** Goes before the questions whose answers have this form. */
    static final String FORM = "matrix-1";

    private MatrixText() {}

    static String of(List<MatrixCell> cells) {
        return cells.stream()
                .map(cell -> "%s %s %d %s\n"
                        .formatted(
                                cell.from(),
                                cell.to(),
                                cell.persons().orElseThrow(),
                                cell.members().orElseThrow()))
                .collect(Collectors.joining());
    }

    static List<MatrixCell> cells(String text) {
        return text.lines()
                .map(line -> line.split(" "))
                .map(fields -> new MatrixCell(
                        fields[0], fields[1], Optional.of(Long.valueOf(fields[2])), Optional.of(fields[3])))
                .toList();
    }
}
