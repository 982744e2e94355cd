package kz.ruralincome.domain.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;

/**
 * Offers what the headings of one file may be, and judges what somebody says that they are.
 *
 * @param nearestFirst mappings of this list that stand
 */
record SheetMapping(ListFormat format, SheetTop top, Units units, List<HeadingMapping> nearestFirst) {

    /**
     * What a cell of data says and no heading does: a number as long as an IIN, a date, or an amount. Headings are kept and shown to
     * others, data of people must not be. A bare number of up to four digits may number a column or name a year.
     */
    private static final Pattern DATA = Pattern.compile("""
            (?<![0-9])[0-9]{11,12}(?![0-9])
            |^\\s*(?:[0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2}|[0-9]{1,2}[-./][0-9]{1,2}[-./][0-9]{2,4})(?:[T\\x20].*)?$
            |^\\s*[+-]?(?:[0-9]{5,}|[0-9]+[.,][0-9]+|[0-9]{1,3}(?:[\\x20\\u00a0\\u202f'][0-9]{3})+(?:[.,][0-9]+)?)\\s*$""", Pattern.COMMENTS);

    /** @param chosen the heading row, 0 being the first; empty: one that is mapped already, else the likeliest */
    OwnSheet sheet(Optional<Integer> chosen, String language) {
        HeadingGuess guess = new HeadingGuess(format, units);
        int row = chosen.filter(asked -> asked >= 0 && asked < top.searched())
                .or(this::mappedRow)
                .orElseGet(() -> top.likelyHeadings(guess));
        List<String> headings = top.headings(row);
        List<String[]> below = top.below(row);
        Optional<HeadingMapping> known = known(row);
        List<String> columns = known.map(HeadingMapping::columns).orElseGet(() -> guess.columnsOf(headings, below));
        List<OwnSheet.Heading> lines = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            int place = i;
            lines.add(new OwnSheet.Heading(
                    SheetTop.shown(headings.get(i)),
                    columns.get(i),
                    below.stream()
                            .map(cells -> place < cells.length ? SheetTop.shown(cells[place]) : "")
                            .toList()));
        }
        return new OwnSheet(format, tops(), row + 1, lines, given(known, language), known);
    }

    private Optional<Integer> mappedRow() {
        for (int row = 0; row < top.searched(); row++) {
            if (known(row).isPresent()) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private Optional<HeadingMapping> known(int row) {
        String fingerprint = HeadingMapping.fingerprint(top.headings(row));
        return nearestFirst.stream()
                .filter(mapping ->
                        HeadingMapping.fingerprint(mapping.headings()).equals(fingerprint))
                .findFirst();
    }

    private List<OwnSheet.Top> tops() {
        List<OwnSheet.Top> tops = new ArrayList<>();
        for (int row = 0; row < top.searched(); row++) {
            List<String> cells = top.headings(row);
            if (!cells.isEmpty()) {
                tops.add(new OwnSheet.Top(row + 1, SheetTop.shown(String.join(" | ", cells))));
            }
        }
        return tops;
    }

    private List<OwnSheet.Given> given(Optional<HeadingMapping> known, String language) {
        return GivenColumns.of(format).stream()
                .map(column -> new OwnSheet.Given(
                        column.name(),
                        column.mayLack(),
                        known.map(mapping -> mapping.given().getOrDefault(column.name(), ""))
                                .orElse(""),
                        GivenColumns.isKept(column.name()),
                        choices(column, language)))
                .toList();
    }

    private static Map<String, String> choices(Column column, String language) {
        Map<String, String> choices = new LinkedHashMap<>();
        column.rule()
                .values()
                .forEach(value -> choices.put(value, Labels.value(column.rule().family(), value, language)));
        return choices;
    }

    /** The mapping as it is to be remembered; {@link InvalidRequest} tells all that is wrong with it at once. */
    HeadingMapping judged(MappingDraft draft, boolean snapshot, Access access) {
        int row = draft.headingRow() - 1;
        if (row < 0
                || row >= top.searched()
                || top.headings(row).size() != draft.columns().size()) {
            throw new InvalidRequest("headings", "mapping.stale");
        }
        if (top.headings(row).stream().anyMatch(DATA.asPredicate())) {
            throw new InvalidRequest("headings", "mapping.data-row");
        }
        List<FieldError> errors = new ArrayList<>();
        Set<String> mapped = new HashSet<>();
        for (String column : draft.columns()) {
            if (!column.isEmpty() && !format.headings().contains(column)) {
                throw new InvalidRequest("headings", "mapping.stale");
            }
            if (!column.isEmpty() && !mapped.add(column)) {
                errors.add(new FieldError("columns", "mapping.twice", List.of(column)));
            }
        }
        Map<String, String> given = new LinkedHashMap<>();
        List<String> asked = new ArrayList<>();
        for (Column column : GivenColumns.of(format)) {
            String value = draft.given().getOrDefault(column.name(), "").strip();
            if (!value.isEmpty() && !mapped.contains(column.name())) {
                flawOf(column, value).ifPresent(errors::add);
                mapped.add(column.name());
                if (GivenColumns.isKept(column.name())) {
                    given.put(column.name(), value);
                } else {
                    asked.add(column.name());
                }
            }
        }
        Headings.needed(format, snapshot, false).stream()
                .filter(column -> !mapped.contains(column))
                .forEach(column -> errors.add(new FieldError("columns", "mapping.missing", List.of(column))));
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
        return new HeadingMapping(
                null,
                format.name(),
                name(draft.name()),
                top.headings(row),
                draft.columns(),
                given,
                asked,
                access.account(),
                access.territory(),
                null);
    }

    private Optional<FieldError> flawOf(Column column, String value) {
        RowNotes notes = new RowNotes(units);
        notes.begin();
        notes.at(column.name(), value);
        column.rule().read(value, notes);
        return notes.all().stream()
                .filter(RowNotes.Note::error)
                .findFirst()
                .map(note -> new FieldError(column.name(), note.code(), List.copyOf(note.args())));
    }

    /** A name as it is kept: one line of up to {@link MappingDesk#LONGEST_NAME} characters. */
    static String name(String said) {
        String name = said == null ? "" : Labels.oneLine(said);
        if (name.isEmpty()) {
            throw new InvalidRequest("name", "mapping.name.missing");
        }
        if (name.length() > MappingDesk.LONGEST_NAME) {
            throw new InvalidRequest("name", "mapping.name.long", MappingDesk.LONGEST_NAME);
        }
        return name;
    }
}
