package kz.ruralincome.domain.intake;

import java.util.List;

/** How a cell that is not empty is read. */
@FunctionalInterface
public interface CellRule {

    /** The value as PostgreSQL's text form, or null when the cell is refused, which the notes then say. */
    String read(String cell, RowNotes notes);

    /** Of a column of kinds, the name of the kind under which its labels stand; else empty. */
    default String family() {
        return "";
    }

    /** The values of a column of kinds; of any other, none. */
    default List<String> values() {
        return List.of();
    }
}
