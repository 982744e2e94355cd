package kz.ruralincome.domain.intake;

import java.util.ArrayList;
import java.util.List;

/** What is found while one row is read; used again for every row. */
final class RowNotes {

    /** One finding: a stable code, the column, what the sentence needs, and the cell. */
    record Note(boolean error, String column, String code, List<String> args, String value) {}

    private final Units units;
    private final List<Note> notes = new ArrayList<>();
    private String column;
    private String value;
    private boolean refused;
    private int corrected;

    RowNotes(Units units) {
        this.units = units;
    }

    Units units() {
        return units;
    }

    void begin() {
        notes.clear();
        refused = false;
    }

    void at(String column, String value) {
        this.column = column;
        this.value = value;
    }

    String error(String code, String... args) {
        notes.add(new Note(true, column, code, List.of(args), value));
        refused = true;
        return null;
    }

    void warning(String code, String... args) {
        notes.add(new Note(false, column, code, List.of(args), value));
    }

    void corrected() {
        corrected++;
    }

    boolean refused() {
        return refused;
    }

    boolean none() {
        return notes.isEmpty();
    }

    List<Note> all() {
        return notes;
    }

    int correctedCells() {
        return corrected;
    }
}
