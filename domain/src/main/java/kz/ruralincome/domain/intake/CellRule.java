package kz.ruralincome.domain.intake;

/** How a cell that is not empty is read. */
@FunctionalInterface
public interface CellRule {

    /** The value as PostgreSQL's text form, or null when the cell is refused, which the notes then say. */
    String read(String cell, RowNotes notes);
}
