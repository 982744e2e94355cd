package kz.ruralincome.domain.intake;

import java.time.LocalDate;
import java.util.List;

/** Judges the form of row after row and writes what it finds as lines of the staging table. */
final class RowReader {

    private static final int SHOWN = 200;

    private final ListFormat format;
    private final Headings headings;
    private final LoadOptions options;
    private final StageLines lines;
    private final RowNotes notes;
    private final Column[] columns;
    private final int[] places;
    private final String[] given;
    private final String[] values;
    private final int toAt;
    private final int fromAt;
    private final int iinAt;
    private final int sourceAt;
    private final int lastDayPlace;
    private final int actionPlace;
    private final RowRule.Row row = this::value;

    private long rows;
    private long rejected;
    private long skipped;
    private long removals;

    RowReader(ListFormat format, Headings headings, LoadOptions options, Units units, StageLines lines) {
        this.format = format;
        this.headings = headings;
        this.options = options;
        this.lines = lines;
        this.notes = new RowNotes(units);
        this.columns = format.columns().toArray(Column[]::new);
        this.places = new int[columns.length];
        this.values = new String[columns.length];
        this.given = new String[columns.length];
        for (int i = 0; i < columns.length; i++) {
            places[i] = headings.placeOf(columns[i].name());
            given[i] = headings.given().getOrDefault(columns[i].name(), "");
        }
        this.toAt = at("to");
        this.fromAt = at("from");
        this.iinAt = at("iin");
        this.sourceAt = options.isSnapshot() ? at("source") : -1;
        this.lastDayPlace = headings.placeOf("last_day");
        this.actionPlace = headings.placeOf("action");
        sayWhatIsNotRead();
    }

    private int at(String heading) {
        for (int i = 0; i < columns.length; i++) {
            if (columns[i].name().equals(heading)) {
                return i;
            }
        }
        return -1;
    }

    private String value(String heading) {
        int at = at(heading);
        return at < 0 ? null : values[at];
    }

    private void sayWhatIsNotRead() {
        notes.begin();
        for (String unknown : headings.unknown()) {
            notes.at(shown(unknown), null);
            notes.warning("column.unknown");
        }
        if (options.isSnapshot()) {
            for (String spell : List.of("from", "to", "last_day")) {
                if (headings.placeOf(spell) >= 0) {
                    notes.at(spell, null);
                    notes.warning("column.not-in-snapshot");
                }
            }
        }
        writeNotes(0, false);
    }

    void read(String[] cells) {
        if (DataRow.isBlank(cells)) {
            return;
        }
        if (DataRow.isTotal(cells)) {
            skipped++;
            return;
        }
        rows++;
        notes.begin();
        checkWidth(cells);
        boolean remove = readAction(cells);
        for (int i = 0; i < columns.length; i++) {
            values[i] = remove && !columns[i].key() || options.isSnapshot() && (i == fromAt || i == toAt)
                    ? null
                    : i == toAt ? readEnd(cells) : readCell(columns[i], cell(cells, i));
        }
        checkRow(cells, remove);
        if (notes.refused()) {
            rejected++;
        } else {
            removals += remove ? 1 : 0;
            lines.value(rows);
            lines.value(remove);
            lines.values(NOTHING, NOTHING.length);
            lines.values(values, values.length);
            lines.end();
        }
        if (!notes.none()) {
            writeNotes(rows, notes.refused() && options.isSnapshot());
        }
    }

    private static final String[] NOTHING = new String[5]; // error, column_name, code, args, value

    /** What the file says for a column of the list, or what is given for all of it. */
    private String cell(String[] cells, int column) {
        return places[column] < 0 ? given[column] : at(cells, places[column]);
    }

    private static String at(String[] cells, int place) {
        return place < 0 || place >= cells.length ? "" : cells[place];
    }

    private String readCell(Column column, String cell) {
        if (cell.isEmpty()) {
            if (column.empty() instanceof Column.Empty.Means means) {
                return means.value();
            }
            if (column.empty() instanceof Column.Empty.TheIin) {
                return iinAt < 0 ? null : values[iinAt];
            }
            if (column.empty() instanceof Column.Empty.Refused) {
                notes.at(column.name(), null);
                notes.error("value.missing");
            }
            return null;
        }
        notes.at(column.name(), cell);
        return cell.length() > SheetReader.LONGEST_CELL
                ? notes.error("cell.length", Integer.toString(SheetReader.LONGEST_CELL))
                : column.rule().read(cell, notes);
    }

    /** The first day after the spell, however the register prints it. */
    private String readEnd(String[] cells) {
        String to = cell(cells, toAt);
        String lastDay = at(cells, lastDayPlace);
        if (!to.isEmpty() && !lastDay.isEmpty()) {
            notes.at("last_day", lastDay);
            return notes.error("spell.two-ends");
        }
        if (lastDay.isEmpty()) {
            return readCell(columns[toAt], to);
        }
        notes.at("last_day", lastDay);
        String day = CellRules.date(lastDay, notes);
        return day == null ? null : LocalDate.parse(day).plusDays(1).toString();
    }

    private boolean readAction(String[] cells) {
        String action = at(cells, actionPlace);
        if (action.isEmpty()) {
            return false;
        }
        notes.at("action", action);
        boolean remove = action.equalsIgnoreCase("REMOVE")
                || Labels.ofValue("action", "REMOVE").contains(Labels.folded(action));
        if (!remove) {
            notes.error("action.unknown");
        } else if (options.isSnapshot()) {
            notes.error("action.in-snapshot");
        }
        return remove;
    }

    private void checkWidth(String[] cells) {
        for (int i = headings.width(); i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                notes.at(null, cells[i]);
                notes.error("row.cells");
                return;
            }
        }
    }

    private void checkRow(String[] cells, boolean remove) {
        if (remove) {
            return;
        }
        // texts of dates compare as dates do; so do the two infinities
        if (fromAt >= 0
                && toAt >= 0
                && values[fromAt] != null
                && values[toAt] != null
                && values[toAt].compareTo(values[fromAt]) <= 0) {
            boolean last = !at(cells, lastDayPlace).isEmpty();
            notes.at(last ? "last_day" : "to", last ? at(cells, lastDayPlace) : cell(cells, toAt));
            notes.error("period.empty");
        }
        if (sourceAt >= 0) {
            if (cell(cells, sourceAt).isEmpty()) {
                values[sourceAt] = options.source();
            } else if (values[sourceAt] != null && !values[sourceAt].equals(options.source())) {
                notes.at("source", values[sourceAt]);
                notes.error("source.other", options.source());
            }
        }
        format.rowRule().check(row, notes);
    }

    private void writeNotes(long rowNo, boolean withSubject) {
        boolean first = true;
        for (RowNotes.Note note : notes.all()) {
            lines.value(rowNo);
            lines.value(false);
            lines.value(note.error() ? "t" : "f");
            lines.value(note.column());
            lines.value(note.code());
            lines.json(note.args());
            lines.value(shown(note.value()));
            for (int i = 0; i < columns.length; i++) {
                // a snapshot must know whom a refused row spoke of, lest it ends that spell as not listed
                lines.value(withSubject && first && columns[i].key() ? values[i] : null);
            }
            lines.end();
            first = false;
        }
    }

    private static String shown(String value) {
        return value == null || value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }

    long rows() {
        return rows;
    }

    long rejected() {
        return rejected;
    }

    long skipped() {
        return skipped;
    }

    long removals() {
        return removals;
    }

    long corrected() {
        return notes.correctedCells();
    }
}
